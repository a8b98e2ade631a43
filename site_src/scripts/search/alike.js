// What sounds like a word and is written otherwise: the last resort, where nothing holds the word itself. It is a guess, and told as one.

import { HAN } from "../base/text.js";
import { unique } from "./words.js";

/** @typedef {import("./columns.js").Column} Column */
/** @typedef {import("./index.js").Index} Index */

const SPOKEN = new RegExp(`^[${HAN}]{2,8}$`, "u");
const MOST = 8; // tried of one word

/**
 * Words that stand in a short field, in the words of the site's own pages or in full texts, and are read like a word.
 * @param {Index} index
 * @param {string} word
 */
export async function alike(index, word) {
  if (!SPOKEN.test(word)) return [];
  const read = await reader(index), sound = Array.from(word, read);
  if (!sound.every(Boolean)) return [];
  const short = index.columns.map((column) => (column.spoken ? soundingIn(column, sound) : within(column.folded, sound, read))).flat();
  const found = [...short, ...within(index.links.words, sound, read), ...await inTexts(index, sound)];
  return unique(found).filter((written) => written !== word).slice(0, MOST);
}

/**
 * The parts of a column's values that are read like this.
 * @param {Column} column
 * @param {readonly string[]} sound
 */
function soundingIn(column, sound) {
  const like = ` ${sound.join(" ")}`;
  /** @type {string[]} */
  const found = [];
  column.sounds.forEach((heard, place) => {
    if (heard.includes(like)) found.push(...stretches(Array.from(column.folded[place]), column.reading(place), sound));
  });
  return found;
}

/**
 * The parts of texts that are read like this, each character as it is read most.
 * @param {readonly string[]} texts
 * @param {readonly string[]} sound
 * @param {(character: string) => string} read
 */
function within(texts, sound, read) {
  return texts.map((text) => {
    const characters = Array.from(text);
    return stretches(characters, characters.map(read), sound);
  }).flat();
}

/**
 * @param {readonly string[]} characters
 * @param {readonly string[]} reading of each its syllable
 * @param {readonly string[]} sound
 */
function stretches(characters, reading, sound) {
  const found = [];
  for (let first = 0; first + sound.length <= reading.length; first++) {
    if (sound.every((syllable, at) => reading[first + at] === syllable)) found.push(characters.slice(first, first + sound.length).join(""));
  }
  return found;
}

/**
 * Words of the full texts that are read like this: pairs, each of which goes on where the last one ends.
 * @param {Index} index
 * @param {readonly string[]} sound
 */
async function inTexts({ texts }, sound) {
  const pairs = await Promise.all(sound.slice(1).map((syllable, at) => texts.pairs(`${sound[at]} ${syllable}`)));
  return pairs.reduce((/** @type {string[]} */ begun, next, at) => (at
    ? begun.map((word) => next.filter(([first]) => first === word[word.length - 1]).map(([, last]) => word + last)).flat().slice(0, MOST)
    : next), []);
}

/**
 * How a character is read most: in names and units, else at all; empty where it is not known.
 * @param {Index} index
 * @returns {Promise<(character: string) => string>}
 */
async function reader(index) {
  /** @type {{ [syllable: string]: string }} */
  const told = await index.get("readings.json");
  const common = new Map(Object.entries(told).map(([syllable, characters]) =>
    Array.from(characters, (one) => /** @type {[string, string]} */ ([one, syllable]))).flat());
  return (character) => common.get(character) || index.column("name").usual.get(character) || "";
}
