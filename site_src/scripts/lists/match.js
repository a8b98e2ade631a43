// Which rows fit what is chosen, how many would fit another choice, and in what order they stand.

import { LEVEL, OF_DESIGNATIONS, YEAR, pairsOf, placesOf } from "./data.js";

/** @typedef {import("./data.js").Data} Data */
/** @typedef {import("./data.js").Value} Value */
/** @typedef {Map<string, Map<string, number>>} Counts for each facet the number of rows by value */
/** What is asked of a facet's values, by their words in the address; null for nothing. @typedef {((slug: string) => boolean) | null} Asked */
/** The places of the values that are asked for; null for any. @typedef {Set<number> | null} Wanted */

/**
 * The rows that fit all facets, a facet by any of the values asked for, level and year by one designation; and for each value how
 * many rows it would find with what is asked of the other facets as it is: a row that misses one facet only counts for the values
 * of that facet. `years`: of each row that misses years at most, those of the designations that fit the levels.
 * @param {Data} data
 * @param {readonly string[]} facets
 * @param {(facet: string) => Asked} asked
 * @param {boolean} onlyLocated
 */
export function match(data, facets, asked, onlyLocated) {
  const wanted = new Map(facets.map((facet) => [facet, places(data.facets[facet] || [], asked(facet))]));
  const counts = new Map(facets.map((facet) => [facet, new Map(data.facets[facet].map(([slug]) => [slug, 0]))]));
  const others = facets.filter((facet) => !OF_DESIGNATIONS.includes(facet));
  const found = [], years = [];
  let located = 0;
  for (const row of data.rows.id.keys()) {
    const missed = others.filter((facet) => wanted.get(facet) && !placesOf(data, facet, row).some((place) => fits(wanted.get(facet), place)));
    const named = designated(data, row, wanted), here = Boolean(data.rows.located[row]), misses = missed.length + (named.fit ? 0 : 1);
    if (!misses && here) located += 1;
    if (misses > 1 || (onlyLocated && !here)) continue;
    if (!misses) found.push(row);
    if (named.fit) for (const facet of misses ? missed : others) tally(counts, data, facet, placesOf(data, facet, row));
    if (missed.length) continue;
    tally(counts, data, "levels", named.levels);
    tally(counts, data, "years", named.years);
    years.push(named.years.map((place) => data.facets.years[place][0]));
  }
  return { found, counts, located, years };
}

/**
 * Whether one designation of a row has both a level and a year that are asked for; the levels of those with such a year, and the
 * years of those with such a level.
 * @param {Data} data
 * @param {number} row
 * @param {Map<string, Wanted>} wanted
 */
function designated(data, row, wanted) {
  const levels = wanted.get("levels"), years = wanted.get("years"), pairs = pairsOf(data, row);
  const inLevels = pairs.filter((pair) => fits(levels, pair[LEVEL])), inYears = pairs.filter((pair) => fits(years, pair[YEAR]));
  return {
    fit: inLevels.some((pair) => inYears.includes(pair)),
    levels: Array.from(new Set(inYears.map((pair) => pair[LEVEL]))),
    years: Array.from(new Set(inLevels.map((pair) => pair[YEAR]).filter(isKnown))),
  };
}

/**
 * @param {number | undefined} place
 * @returns {place is number}
 */
const isKnown = (place) => place !== undefined;

/**
 * @param {Wanted | undefined} wanted
 * @param {number | undefined} place
 */
const fits = (wanted, place) => !wanted || (isKnown(place) && wanted.has(place));

/**
 * Counts a row for its values in a facet, a part for its whole as well.
 * @param {Counts} counts
 * @param {Data} data
 * @param {string} facet
 * @param {readonly number[]} held the places of its values
 */
function tally(counts, data, facet, held) {
  const known = data.facets[facet], counted = counts.get(facet);
  if (!counted) return;
  for (const place of held) {
    const [slug, , whole] = known[place];
    for (const one of whole === undefined ? [slug] : [slug, known[whole][0]]) counted.set(one, (counted.get(one) || 0) + 1);
  }
}

/**
 * The places of the values that are asked for among all of a facet; with a value, all that is part of it.
 * @param {readonly Value[]} known
 * @param {Asked} asked
 * @returns {Wanted}
 */
function places(known, asked) {
  if (!asked) return null;
  const wanted = (/** @type {number | undefined} */ place) => place !== undefined && asked(known[place][0]);
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
