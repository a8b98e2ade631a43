// Reads the search index that generator/site/search/index.py writes: which workshops hold every word of a query, and where; and
// which other pages do. It knows nothing of the page that asks.

import { idsOf } from "../base/id.js";
import { anyHolds, columns } from "./columns.js";
import { Links } from "./links.js";
import { ABOUT } from "./messages.js";
import { isPartlySpelt } from "./spelt.js";
import { Texts } from "./texts.js";
import { learnFor } from "./traditional.js";
import { designated, idIn, learn, withDesignations, wordsOf } from "./words.js";

/** @typedef {import("./columns.js").ColumnsData} ColumnsData */
/** @typedef {import("./links.js").LinksData} LinksData */
/** @typedef {import("./links.js").FoundLinks} FoundLinks */
/** @typedef {import("./texts.js").TextsData} TextsData */
/** @typedef {import("./texts.js").Get} Get */
/** @typedef {import("./words.js").Word} Word */

/**
 * start.json: small, and says what to ask for while short.json is on its way. `ids`: ids that follow on one another, as the first and
 * how many; `kinds`: of parts of a full text; `bodies`: whether there is a notices.json; `units`: whether a units.json; `levels`: of designations; `synonyms`: groups of words that mean nearly the same;
 * `apart`: the values of short fields of which `of/KEY.json` tells whose they are;
 * `traditional`: characters of its texts that are not simplified, and what they are in simplified writing.
 * @typedef {TextsData & { version: string, ids: [first: string, count: number][], kinds: string[], bodies: boolean, units: boolean, levels: string[],
 *   synonyms: import("./near.js").Synonyms[], apart: { [key: string]: string }, traditional: [from: string, to: string] }} Start
 */
/** short.json, of the same version. @typedef {ColumnsData & { version: string, links: LinksData }} Short */

/**
 * What is found. `words`: a year and a level as one; `asked`: as they were asked; `masks`: for each word the fields of each workshop that hold it, a bit each: the id, the columns in order, the full
 * text; `fields`: the workshops by the field under which they are told.
 * @typedef {FoundLinks & { words: readonly Word[], asked: readonly Word[], masks: Uint32Array[], fields: number[][], total: number }} Found
 */

/** All that can be found. Workshops are told by their number, from 0 in the order of ids. */
export class Index {
  /**
   * @param {Start} start
   * @param {Short} short
   * @param {Get} get
   */
  constructor(start, short, get) {
    learn(start.traditional);
    this.get = get;
    this.kinds = start.kinds;
    this.links = new Links(short.links);
    ({ bodies: this.bodies, units: this.units } = start);
    this.levels = start.levels;
    this.synonyms = start.synonyms;
    this.ids = start.ids.map(idsOf).flat();
    this.numbers = this.ids.map((_, number) => number);
    this.texts = new Texts(start, get, this.ids.length);
    this.columns = columns(short, start.apart);
    this.labels = [ABOUT.id, ...this.columns.map(({ label }) => label), ABOUT.text];
    this.text = this.labels.length - 1;
  }

  /** @param {string} key */
  column(key) {
    const found = this.columns.find((column) => column.key === key);
    if (!found) throw new Error(`no column ${key}`);
    return found;
  }

  /**
   * What holds every word of a query.
   * @param {string} query
   * @param {(found: Found) => void} [early] is called with what the short fields alone give
   * @returns {Promise<Found>}
   */
  async find(query, early) {
    await learnFor(query, this.get);
    const asked = withDesignations(wordsOf(query), this.levels);
    await this.learnWhose(asked.concat(designated(asked, this.levels)));
    const words = this.together(asked);
    const masks = words.map((word) => this.fields(word));
    if (early) early(this.grouped(words, asked, masks));
    await Promise.all([this.addTexts(words, masks), this.addBodies(words), this.addUnits(masks)]);
    return this.grouped(words, asked, masks);
  }

  /**
   * Asks whose the values are, of those columns that stand apart in which some value holds a word; of all where no words are told.
   * @param {readonly Word[]} [words]
   */
  async learnWhose(words) {
    const wanted = this.columns.filter(({ told, folded }) => !told && (!words || anyHolds(folded, words)));
    await Promise.all(wanted.map(async (column) => column.tell(await this.get(`of/${column.key}.json`))));
  }

  /**
   * The words with a year and a level as one, where any designation has both.
   * @param {readonly Word[]} asked
   */
  together(asked) {
    const words = designated(asked, this.levels);
    let some = words === asked;
    if (!some) this.column("level").holders(words[0], () => { some = true; });
    return some ? words : asked;
  }

  /**
   * The short fields that hold a word, as a mask.
   * @param {Word} word
   */
  fields(word) {
    const mask = new Uint32Array(this.ids.length), meant = idIn(word).toUpperCase(), part = word[0].toUpperCase();
    this.ids.forEach((id, number) => { if (meant ? id === meant : id.includes(part)) mask[number] = 1; });
    this.columns.forEach((column, place) => column.holders(word, (number) => { mask[number] |= 2 << place; }));
    if (isPartlySpelt(word[0]) && !mask.some(Boolean)) {
      this.columns.forEach((column, place) => column.partHolders(word[0], (number) => { mask[number] |= 2 << place; }));
    }
    return mask;
  }

  /**
   * The lists of units, once, where every word stands in some workshop's unit; they hold no other.
   * @param {readonly Uint32Array[]} masks
   */
  async addUnits(masks) {
    const bit = 2 << this.columns.findIndex(({ key }) => key === "unit");
    if (!this.units || !masks.length || !masks.every((mask) => mask.some((bits) => bits & bit))) return;
    const lists = await this.get("units.json");
    if (this.units) this.links.addUnits(lists);
    this.units = false;
  }

  /**
   * What the notices say, once.
   * @param {readonly Word[]} words
   */
  async addBodies(words) {
    if (!this.bodies || !words.length) return;
    this.links.add(await this.get("notices.json"));
    this.bodies = false;
  }

  /**
   * Looks the words up in the full texts, the rarest first: what a word need not decide any more is not asked for.
   * @param {readonly Word[]} words
   * @param {readonly Uint32Array[]} masks
   */
  async addTexts(words, masks) {
    const counts = masks.map(countOf), bit = 1 << this.text;
    /** @type {Set<number>} */
    const known = new Set();
    for (const place of Array.from(words.keys()).sort((one, two) => counts[one] - counts[two])) {
      const open = this.numbers.filter((number) =>
        !masks[place][number] && masks.every((mask, other) => mask[number] || !known.has(other)));
      known.add(place);
      if (!open.length) continue;
      for (const number of await this.texts.holders(words[place], open)) masks[place][number] |= bit;
    }
  }

  /**
   * Each workshop that holds all words once, under the first field that holds the rarest word.
   * @param {readonly Word[]} words
   * @param {readonly Word[]} asked
   * @param {Uint32Array[]} masks
   * @returns {Found}
   */
  grouped(words, asked, masks) {
    const counts = masks.map(countOf);
    const rarest = counts.indexOf(Math.min(...counts));
    /** @type {number[][]} */
    const fields = this.labels.map(() => []);
    let total = 0;
    for (let number = 0; words.length && number < this.ids.length; number++) {
      if (!masks.every((mask) => mask[number])) continue;
      fields[firstField(masks[rarest][number])].push(number);
      total++;
    }
    const sorted = fields.map((numbers, field) => (this.columns[field - 1] ? this.beginningFirst(numbers, field, words[rarest]) : numbers));
    return { words, asked, masks, fields: sorted, total, ...this.links.find(asked, total > 0) };
  }

  /**
   * Workshops of a field, those whose value begins with a word before the others.
   * @param {readonly number[]} numbers
   * @param {number} field
   * @param {Word} word
   */
  beginningFirst(numbers, field, word) {
    const column = this.columns[field - 1];
    const begins = (/** @type {number} */ number) => word.some((form) => column.folded[column.of[number]].startsWith(form));
    return [...numbers.filter(begins), ...numbers.filter((number) => !begins(number))];
  }
}

/**
 * The first of the fields that a mask tells.
 * @param {number} bits
 */
export const firstField = (bits) => 31 - Math.clz32(bits & -bits);

/**
 * How many workshops have any field in a mask.
 * @param {Uint32Array} mask
 */
function countOf(mask) {
  return mask.reduce((sum, bits) => sum + (bits ? 1 : 0), 0);
}
