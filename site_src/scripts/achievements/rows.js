// All achievements in columns, as generator/site/achievements/rows.py writes them, and what can be said of some of them.

import { source, valuesOf } from "../lists/data.js";

/** @typedef {import("../lists/data.js").Data} Data */

/**
 * The columns of an entry. `workshop`: its place in `workshops`; `count`, `yuan`: 0 where none is known.
 * @typedef {{ workshop: number[], title: string[], count: number[], yuan: number[], evidence: string[] }} Entries
 */

/**
 * achievements/rows.json. `kinds`: of each the unit, and 1 where its numbers may be added.
 * @typedef {Data & { kinds: [unit: string, added: 0 | 1][], rows: Entries,
 *   workshops: { id: string[], name: string[], industries: (number | number[])[], districts: (number | number[])[] } }} Told
 */

/** What can be said of the entries of one kind. @typedef {{ kind: string, unit: string, added: boolean, entries: number, workshops: number, total: number, uncounted: number }} Tally */

export const ENTRIES = source("achievements/rows.json", spread);

/**
 * What came, with what the filters ask of each row: the industry and the district of its workshop.
 * @param {any} told
 */
function spread(told) {
  const { rows, workshops } = told;
  const of = (/** @type {any[]} */ column) => rows.workshop.map((/** @type {number} */ place) => column[place]);
  return {
    ...told,
    rows: { ...rows, id: of(workshops.id), name: rows.title, located: [], industries: of(workshops.industries), districts: of(workshops.districts) },
  };
}

/** @param {Data} data */
export const entries = (data) => /** @type {Told} */ (data);

/**
 * Of the entries that are found, by kind, what can be said of them: numbers are added within a kind only.
 * @param {Told} data
 * @param {readonly number[]} found
 * @returns {Tally[]}
 */
export function tallies(data, found) {
  return data.facets.kinds.map(([slug, kind], place) => {
    const [unit, added] = data.kinds[place];
    const held = found.filter((row) => kindOf(data, row)[0] === slug), counts = held.map((row) => data.rows.count[row]);
    return {
      kind,
      unit,
      added: Boolean(added),
      entries: held.length,
      workshops: new Set(held.map((row) => data.rows.workshop[row])).size,
      total: counts.reduce((sum, count) => sum + count, 0),
      uncounted: counts.filter((count) => !count).length,
    };
  }).filter((tally) => tally.entries);
}

/**
 * The slug and the title of an entry's kind.
 * @param {Told} data
 * @param {number} row
 */
export const kindOf = (data, row) => valuesOf(data, "kinds", row)[0];

/**
 * The unit that an entry is counted in.
 * @param {Told} data
 * @param {number} row
 */
export const unitOf = (data, row) => data.kinds[data.facets.kinds.findIndex(([slug]) => slug === kindOf(data, row)[0])][0];

/**
 * The slug and the title of an entry's year.
 * @param {Told} data
 * @param {number} row
 */
export const yearOf = ({ facets, rows }, row) => facets.years[/** @type {number} */ (rows.pairs[row])];
