// What means nearly the same as a word of a query, by the registry's groups of synonyms: queries of their own, never mixed with it.

import { fold, unique } from "./words.js";

/** @typedef {import("./index.js").Found} Found */
/** @typedef {import("./index.js").Index} Index */
/** Words that mean nearly the same, and what is to be said of them. @typedef {{ words: string[], note?: string }} Synonyms */
/** A query with one word as another: `word` as it was typed, `as` what stands in its place. @typedef {{ word: string, as: string, query: string, note: string }} Near */
/** What it finds that was not found before, and how much in all. @typedef {Near & { found: Found, numbers: number[] }} FoundNear */

/**
 * @param {readonly Synonyms[]} groups
 * @param {string} query
 * @returns {Near[]}
 */
export function near(groups, query) {
  const words = query.split(/\s+/).filter(Boolean);
  return words.map((word, at) => {
    const typed = fold(word), group = groups.find((held) => held.words.some((one) => fold(one) === typed));
    return unique(group ? group.words : []).filter((one) => fold(one) !== typed)
      .map((as) => ({ word, as, query: [...words.slice(0, at), as, ...words.slice(at + 1)].join(" "), note: (group && group.note) || "" }));
  }).flat();
}

/**
 * Those that find workshops which neither the query itself nor one before them finds.
 * @param {Index} index
 * @param {string} query
 * @param {Found} exact what the query itself finds
 * @returns {Promise<FoundNear[]>}
 */
export async function findNear(index, query, exact) {
  const known = new Set(exact.fields.flat()), told = [];
  for (const one of near(index.synonyms, query)) {
    const found = await index.find(one.query), numbers = found.fields.flat().filter((number) => !known.has(number));
    for (const number of numbers) known.add(number);
    if (numbers.length) told.push({ ...one, found, numbers });
  }
  return told;
}
