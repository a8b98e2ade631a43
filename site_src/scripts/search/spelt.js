// Words that are pinyin or initials, or in part so, and where they stand in what is read.

import { HAN } from "../base/text.js";

/** @typedef {import("./words.js").Span} Span */

const PARTLY_SPELT = new RegExp(`^(?=.*[${HAN}])(?=.*[a-z]{2})[${HAN}a-z]+$`, "u");

/**
 * A word as pinyin or initials; empty if it cannot be any.
 * @param {string} word
 */
export function spelling(word) {
  const letters = word.replace(/ü/g, "v").replace(/([ln])yu/g, "$1v");
  return /^[a-z]{2,}$/.test(letters) ? letters : "";
}

/**
 * Whether a word is in part Han and in part letters that may be pinyin: 朱hua.
 * @param {string} word
 */
export const isPartlySpelt = (word) => PARTLY_SPELT.test(word);

/**
 * From which character to which a word goes that is in part spelt: a syllable in full, its initial, or the beginning of the last of a
 * run of letters; null if it does not.
 * @param {readonly string[]} characters
 * @param {readonly string[]} reading the syllable of each, empty where it has none
 * @param {string} word
 * @returns {Span | null}
 */
export function partly(characters, reading, word) {
  /** @type {(at: number, rest: string) => number} */
  const end = (at, rest) => {
    if (!rest) return at;
    if (at >= characters.length) return 0;
    const whole = rest.startsWith(characters[at]) ? end(at + 1, rest.slice(characters[at].length)) : 0;
    const [run] = /^[a-z]*/.exec(rest) || [""], syllable = reading[at] || "";
    if (whole || !run || run[0] !== syllable[0]) return whole;
    const ways = Array.from(new Set([run.startsWith(syllable) ? syllable.length : 1, 1, ...(syllable.startsWith(run) ? [run.length] : [])]));
    return ways.reduce((found, length) => found || end(at + 1, rest.slice(length)), 0);
  };
  for (let first = 0; first < characters.length; first++) {
    const last = end(first, word);
    if (last) return [first, last];
  }
  return null;
}

/**
 * From which syllable to which a spelling goes: in full from the beginning of a syllable, else by initials; null if it does not.
 * @param {readonly string[]} reading the syllable of each character, empty where it has none
 * @param {string} letters
 * @returns {Span | null}
 */
export function spelt(reading, letters) {
  const as = (/** @type {string} */ text) => (letters.includes("v") ? text : text.replace(/([ln])v/g, "$1u"));
  for (let first = 0; first < reading.length; first++) {
    if (!reading[first] || reading[first][0] !== letters[0]) continue;
    let text = "", last = first;
    while (last < reading.length && text.length < letters.length) text += reading[last++];
    if (as(text).startsWith(letters)) return [first, last];
  }
  const spoken = Array.from(reading.keys()).filter((place) => reading[place]);
  const found = spoken.map((place) => reading[place][0]).join("").indexOf(letters);
  return found < 0 ? null : [spoken[found], spoken[found + letters.length - 1] + 1];
}
