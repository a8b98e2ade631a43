// Which rows fit what is chosen, how many would fit another choice, and in what order they stand.

import { placesOf } from "./data.js";

/** @typedef {import("./data.js").Data} Data */
/** @typedef {import("./data.js").Value} Value */
/** @typedef {Map<string, Map<string, number>>} Counts for each facet the number of rows by value */

/**
 * The rows that fit all facets, a facet by any of its chosen values; and for each value how many rows have it and fit the
 * other facets as they are: a row that misses one facet only counts for the values of that facet.
 * @param {Data} data
 * @param {readonly string[]} facets
 * @param {(facet: string) => readonly string[]} chosen
 * @param {boolean} onlyLocated
 */
export function match(data, facets, chosen, onlyLocated) {
  const wanted = facets.map((facet) => places(data.facets[facet], chosen(facet)));
  const counts = new Map(facets.map((facet) => [facet, new Map(data.facets[facet].map(([slug]) => [slug, 0]))]));
  const found = [];
  let located = 0;
  for (const row of data.rows.id.keys()) {
    const missed = facets.filter((facet, at) => wanted[at].size && !placesOf(data, facet, row).some((place) => wanted[at].has(place)));
    const here = Boolean(data.rows.located[row]);
    if (!missed.length && here) located += 1;
    if (missed.length > 1 || (onlyLocated && !here)) continue;
    if (!missed.length) found.push(row);
    for (const facet of missed.length ? missed : facets) tally(counts, data, facet, row);
  }
  return { found, counts, located };
}

/**
 * Counts a row for its values in a facet, a part for its whole as well.
 * @param {Counts} counts
 * @param {Data} data
 * @param {string} facet
 * @param {number} row
 */
function tally(counts, data, facet, row) {
  const known = data.facets[facet], counted = counts.get(facet);
  if (!counted) return;
  for (const place of placesOf(data, facet, row)) {
    const [slug, , whole] = known[place];
    for (const one of whole === undefined ? [slug] : [slug, known[whole][0]]) counted.set(one, (counted.get(one) || 0) + 1);
  }
}

/**
 * The places of chosen values among all of a facet; with a value, all that is part of it.
 * @param {readonly Value[]} known
 * @param {readonly string[]} chosen
 */
function places(known, chosen) {
  const wanted = (/** @type {number | undefined} */ place) => place !== undefined && chosen.includes(known[place][0]);
  return new Set(Array.from(known.keys()).filter((place) => wanted(place) || wanted(known[place][2])));
}

const strokes = new Intl.Collator("zh-u-co-stroke");

/** By strokes only where the browser knows them (ICU's collation); the page offers it only then. */
export const knowsStrokes = strokes.resolvedOptions().collation === "stroke";

/**
 * Rows in the order that is asked for; as they come where it is none that is known.
 * @param {Data} data
 * @param {readonly number[]} found
 * @param {string | null} sort
 */
export function order(data, found, sort) {
  const { name } = data.rows;
  if (sort === "strokes") return [...found].sort((one, other) => strokes.compare(name[one], name[other]) || one - other);
  const whole = data.orders[sort || ""];
  if (!whole) return [...found];
  const kept = new Set(found);
  return whole.filter((row) => kept.has(row));
}
