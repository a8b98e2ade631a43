// Years as a span, from one to another, both included; an address may also name them one by one.

/** Either may be empty: no bound. @typedef {{ from: string, to: string }} Span */

/** @param {string} text */
export const isYear = (text) => /^\d{4}$/.test(text);

/**
 * Whether a year lies in a span; what is no year never does.
 * @param {Span} span
 * @param {string} year
 */
export const within = ({ from, to }, year) => isYear(year) && (!from || year >= from) && (!to || year <= to);

/**
 * What an address says, with a span in the place of years that follow each other: `years=2015&years=2016` is from 2015 to 2016.
 * Others stay as they are named.
 * @param {string} search the address from its ? on
 */
export function spanned(search) {
  const told = new URLSearchParams(search), named = told.getAll("years"), years = Array.from(new Set(named.filter(isYear))).sort();
  const follow = years.every((year, at) => Number(year) === Number(years[0]) + at);
  if (!years.length || !follow || told.has("from") || told.has("to")) return told.toString();
  told.delete("years");
  for (const other of named) if (!isYear(other)) told.append("years", other);
  told.append("from", years[0]);
  told.append("to", years[years.length - 1]);
  return told.toString();
}

/**
 * How many rows a span would find with another end, for each year that may be that end.
 * @param {readonly (readonly string[])[]} rows the years of each
 * @param {Span} span
 * @param {"from" | "to"} end
 * @param {readonly string[]} years
 * @returns {Map<string, number>}
 */
export function countsAt(rows, span, end, years) {
  const found = (/** @type {Span} */ tried) => rows.filter((held) => held.some((year) => within(tried, year))).length;
  return new Map(years.map((year) => [year, found({ ...span, [end]: year })]));
}
