// Which rows fit what is chosen, how many would fit another choice, and in what order they stand.

import { LEVEL, OF_DESIGNATIONS, YEAR, pairsOf } from "./data.js";

/** @typedef {import("./data.js").Data} Data */
/** @typedef {Map<string, Map<string, number>>} Counts for each facet the number of rows by value */
/** What is asked of a facet's values, by their words in the address; null for nothing. @typedef {((slug: string) => boolean) | null} Asked */
/** The places of a row's values. @typedef {number | readonly number[]} Places */
/** Of what a row was named: whether one designation has both a level and a year that are asked for; the levels of those with such a year, the years of those with such a level. @typedef {{ fit: boolean, levels: number[], years: number[], slugs: string[] }} Designated */

/** The values of a facet: which are asked for, and how many rows each would find. There are thousands of rows, so it makes nothing for one. */
class Tally {
  /**
   * @param {Data} data
   * @param {string} facet
   * @param {Asked} asked
   */
  constructor(data, facet, asked) {
    this.known = data.facets[facet] || [];
    this.column = /** @type {{ [facet: string]: Places[] }} */ (/** @type {unknown} */ (data.rows))[facet];
    /** Of each value whether it is asked for, by itself or with what it is a part of; null for any. */
    this.wanted = asked && this.known.map(([slug, , whole]) => asked(slug) || (whole !== undefined && asked(this.known[whole][0])));
    this.numbers = new Int32Array(this.known.length);
  }

  /** @param {number | undefined} place */
  fits(place) {
    return !this.wanted || (place !== undefined && this.wanted[place]);
  }

  /** @param {number} row */
  holds(row) {
    const held = this.column[row];
    return !this.wanted || (typeof held === "number" ? this.wanted[held] : held.some((place) => this.fits(place)));
  }

  /** @param {Places} held */
  add(held) {
    if (typeof held === "number") this.numbers[held] += 1;
    else for (const place of held) this.numbers[place] += 1;
  }

  /** The rows by value, a part's for its whole as well. */
  counts() {
    const counts = new Map(this.known.map(([slug], place) => [slug, this.numbers[place]]));
    this.known.forEach(([, , whole], place) => {
      if (whole !== undefined) counts.set(this.known[whole][0], (counts.get(this.known[whole][0]) || 0) + this.numbers[place]);
    });
    return counts;
  }
}

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
  const tallies = new Map(facets.map((facet) => [facet, new Tally(data, facet, asked(facet))]));
  const others = facets.filter((facet) => !OF_DESIGNATIONS.includes(facet)).map((facet) => /** @type {Tally} */ (tallies.get(facet)));
  const narrowing = others.filter(({ wanted }) => wanted);
  const [levels, span] = OF_DESIGNATIONS.map((facet) => tallies.get(facet) || new Tally(data, facet, null)), held = designations(data, levels, span);
  const found = [], years = [];
  let located = 0;
  for (let row = 0; row < data.rows.id.length; row++) {
    const missed = narrowing.filter((tally) => !tally.holds(row)), here = Boolean(data.rows.located[row]);
    if (missed.length > 1) continue;
    const named = held(row), fits = !missed.length && named.fit;
    if (fits && here) located += 1;
    if ((missed.length && !named.fit) || (onlyLocated && !here)) continue;
    if (fits) found.push(row);
    if (named.fit) for (const tally of missed.length ? missed : others) tally.add(tally.column[row]);
    if (missed.length) continue;
    levels.add(named.levels);
    span.add(named.years);
    years.push(named.slugs);
  }
  return { found, counts: new Map(Array.from(tallies, ([facet, tally]) => [facet, tally.counts()])), located, years };
}

/**
 * What a row was named; most have one designation, and what is said of that is the same for all that have it.
 * @param {Data} data
 * @param {Tally} levels
 * @param {Tally} years
 * @returns {(row: number) => Designated}
 */
function designations(data, levels, years) {
  /** @type {Designated[]} */
  const alone = [];
  /** @param {readonly import("./data.js").Pair[]} pairs */
  function told(pairs) {
    /** @type {Designated} */
    const named = { fit: false, levels: [], years: [], slugs: [] };
    for (const pair of pairs) {
      const level = pair[LEVEL], year = pair[YEAR], inLevels = levels.fits(level), inYears = years.fits(year);
      if (inLevels && inYears) named.fit = true;
      if (inYears && levels.known[level] && !named.levels.includes(level)) named.levels.push(level);
      if (!inLevels || year === undefined || named.years.includes(year)) continue;
      named.years.push(year);
      named.slugs.push(years.known[year][0]);
    }
    return named;
  }
  return (row) => {
    const held = data.rows.pairs[row];
    if (typeof held !== "number") return told(pairsOf(data, row));
    alone[held] = alone[held] || told(pairsOf(data, row));
    return alone[held];
  };
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
