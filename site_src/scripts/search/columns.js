// The short fields of all workshops, as generator/site/search/columns.py writes them: each value once, and of each workshop which
// value it has.

import { numbers, written } from "./numbers.js";
import { LEADER, Readings, heardWith, sound } from "./readings.js";
import { partly, spelling } from "./spelt.js";
import { fold, foldParts } from "./words.js";

/** @typedef {import("./readings.js").Reading} Reading */
/** @typedef {import("./words.js").Word} Word */

/**
 * A column as it is written: all but `label` and `unusual` in letters. `unusual`: only where it is searched by pinyin too. Of those
 * that stand apart `values` are in start.json, as a text, and `of` in a file of its own.
 * @typedef {{ key: string, label: string, values?: string, of?: string, unusual?: { [place: string]: string } }} ColumnData
 */

/**
 * What stands in short.json for all columns together.
 * @typedef {{ alphabet: string, usual: { characters: string, readings: string }, columns: ColumnData[] }} ColumnsData
 */

/** A part of a workshop's value, and how it is read where it is searched by pinyin. @typedef {{ text: string, reading: Reading | null }} Part */
/** A value as it was written: its place then, and whose leader was left out (-1: none). @typedef {{ text: string, place: number, leader: number }} Pattern */

const NAMED = ["name", "former"]; // the columns in which the leader is left out

/** One field of all workshops. */
export class Column {
  /**
   * @param {ColumnData} data
   * @param {readonly string[]} alphabet
   * @param {ReadonlyMap<string, string>} usual the reading that most characters have
   * @param {string} [apart] the values, where they stand apart
   */
  constructor(data, alphabet, usual, apart) {
    this.key = data.key;
    this.label = data.label;
    this.usual = usual;
    this.spoken = Boolean(data.unusual);
    /** Each value once, its parts between tabs. */
    this.values = (apart === undefined ? written(data.values || "", alphabet) : apart).split("\n");
    /** Whether it is known whose its values are. */
    this.told = data.of !== undefined;
    /** Of each workshop the place of its value, or -1. */
    this.of = placesOf(data.of || "");
    this.readings = new Readings(usual, data.unusual || {});
    /** @type {Pattern[] | null} */
    this.patterns = null;
    /** @type {Column | null} */
    this.leaders = null;
    /** @type {string[] | null} */
    this.foldedValues = null;
    /** @type {string[] | null} */
    this.heardValues = null;
    /** @type {Map<number, string>} */
    this.heardPatterns = new Map();
  }

  /**
   * Puts the leaders' names into the values that stand for many.
   * @param {Column} leaders
   */
  fill(leaders) {
    /** @type {Map<number, number>} */
    const seen = new Map();
    const count = leaders.values.length + 1;
    /** @type {Pattern[]} */
    const patterns = [];
    this.of = this.of.map((place, number) => {
      if (place < 0) return -1;
      const text = this.values[place], leader = text.includes(LEADER) ? leaders.of[number] : -1;
      const key = place * count + leader + 1, known = seen.get(key);
      if (known !== undefined) return known;
      seen.set(key, patterns.length);
      return patterns.push({ text, place, leader }) - 1;
    });
    this.values = patterns.map(({ text, leader }) => (leader < 0 ? text : text.split(LEADER).join(leaders.values[leader])));
    this.leaders = leaders;
    this.patterns = patterns;
  }

  /** All values as they are compared, their parts on lines. */
  get folded() {
    this.foldedValues = this.foldedValues || this.values.map(foldParts);
    return this.foldedValues;
  }

  /**
   * All values as they sound.
   * @returns {string[]}
   */
  get sounds() {
    this.heardValues = this.heardValues || this.values.map((_, place) => this.heard(place));
    return this.heardValues;
  }

  /**
   * Takes in whose its values are.
   * @param {string} of
   */
  tell(of) {
    this.of = placesOf(of);
    this.told = true;
  }

  /**
   * Tells the workshops that hold a word, in one of its forms or as it is spelt; one may be told twice.
   * @param {Word} word
   * @param {(number: number) => void} tell
   */
  holders(word, tell) {
    const folded = this.folded, letters = this.spoken && spelling(word[0]);
    this.each((place) => word.some((form) => folded[place].includes(form)), tell);
    if (!letters) return;
    const like = sound(letters), sounds = this.sounds;
    this.each((place) => like.test(sounds[place]), tell);
  }

  /**
   * Tells the workshops that hold a word of which a part is spelt (朱hua).
   * @param {string} word
   * @param {(number: number) => void} tell
   */
  partHolders(word, tell) {
    const written = word.split(/[a-z]+/), folded = this.folded;
    if (!this.spoken) return;
    this.each((place) => written.every((one) => folded[place].includes(one))
      && partly(Array.from(folded[place]), this.reading(place), word) !== null, tell);
  }

  /**
   * Tells the workshops whose value a test holds for.
   * @param {(place: number) => boolean} test
   * @param {(number: number) => void} tell
   */
  each(test, tell) {
    const held = new Uint8Array(this.values.length);
    let some = false;
    for (let place = 0; place < held.length; place++) {
      if (!test(place)) continue;
      held[place] = 1;
      some = true;
    }
    if (some && !this.told) throw new Error(`whose ${this.key}?`);
    if (some) for (let number = 0; number < this.of.length; number++) if (held[this.of[number]]) tell(number); // -1 is held by none
  }

  /**
   * How a value is read.
   * @param {number} place
   * @returns {Reading}
   */
  reading(place) {
    const { text, place: written, leader } = this.pattern(place);
    const read = this.readings.of(written, text);
    if (leader < 0 || !this.leaders) return read;
    const name = this.leaders.reading(leader);
    return read.reduce((/** @type {string[]} */ all, syllable) => all.concat(syllable === LEADER ? name : syllable), []);
  }

  /**
   * As `reading`, but as the text that a spelling is looked for in. What many values share is made once.
   * @param {number} place
   * @returns {string}
   */
  heard(place) {
    const { text, place: written, leader } = this.pattern(place);
    if (!this.patterns) return this.readings.heard(written, text);
    const known = this.heardPatterns.get(written) || this.readings.heard(written, text);
    this.heardPatterns.set(written, known);
    return leader < 0 || !this.leaders ? known : heardWith(known, this.leaders.sounds[leader]);
  }

  /**
   * @param {number} place
   * @returns {Pattern}
   */
  pattern(place) {
    return this.patterns ? this.patterns[place] : { text: this.values[place], place, leader: -1 };
  }

  /**
   * A workshop's value in parts.
   * @param {number} number
   * @returns {Part[]}
   */
  parts(number) {
    const place = this.of[number];
    if (place < 0) return [];
    const reading = this.spoken ? this.reading(place) : null;
    let start = 0;
    return this.values[place].split("\t").map((text) => {
      const length = Array.from(fold(text)).length, first = start;
      start += length + 1;
      return { text, reading: reading && reading.slice(first, first + length) };
    });
  }
}

/**
 * Whether some value, as it is compared, holds one of some words.
 * @param {readonly string[]} folded
 * @param {readonly Word[]} words
 */
export const anyHolds = (folded, words) => folded.some((text) => words.some((word) => word.some((form) => text.includes(form))));

/**
 * All columns in order.
 * @param {ColumnsData} data
 * @param {{ [key: string]: string }} apart the values of those that stand apart
 * @returns {Column[]}
 */
export function columns(data, apart) {
  const alphabet = Array.from(data.alphabet), syllables = data.usual.readings.split(" ");
  const usual = new Map(Array.from(data.usual.characters).map((character, place) => [character, syllables[place]]));
  const made = data.columns.map((column) => new Column(column, alphabet, usual, apart[column.key]));
  const leaders = made.find(({ key }) => key === "leader");
  for (const column of made) if (leaders && NAMED.includes(column.key)) column.fill(leaders);
  return made;
}

/**
 * 0 is none, 1 the next new value, else 2 + the place of one that was there before.
 * @param {string} letters
 */
function placesOf(letters) {
  const codes = numbers(letters), places = new Int32Array(codes.length);
  let next = 0;
  for (let number = 0; number < codes.length; number++) {
    const code = codes[number];
    places[number] = code === 1 ? next++ : code ? code - 2 : -1;
  }
  return places;
}
