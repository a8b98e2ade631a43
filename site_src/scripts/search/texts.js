// The full texts of all workshops: which of them hold a word, by the small files that generator/site/search/index.py writes.

import { ascending } from "./numbers.js";
import { LONGEST, both, placesOf, shardOf, workshopsOf } from "./grams.js";
import { fold } from "./words.js";

/** @typedef {import("./words.js").Word} Word */
/** @typedef {[kind: number, text: string]} TextPart a part of a full text; its kind is a place in the index's `kinds` */
/** @typedef {[first: number, gram: string, end: number]} Stretch a gram and where it stands in a word */
/** @typedef {(path: string) => Promise<any>} Get gives a file of the index */

/**
 * What stands in start.json of the full texts: how many workshops stand in a file of texts; how many shards by hash; the grams that
 * have a shard of their own after these; the grams that have no places; how many shared parts stand in each file of these; how many
 * files there are of pairs by their sound.
 * @typedef {{ block: number, shards: number, alone: string[], frequent: string[], shared: number[], sounds: number }} TextsData
 */

const AT_ONCE = 3; // files asked for at once for one word
const FEW = 4; // workshops that are rather read than looked up in a further file

/** The full texts. What many workshops share is numbered after them, as if each such part were a workshop. */
export class Texts {
  /**
   * @param {TextsData} data
   * @param {Get} get
   * @param {number} count how many workshops there are
   */
  constructor(data, get, count) {
    this.count = count;
    this.data = data;
    this.get = get;
    this.alone = new Map(data.alone.map((gram, number) => [gram, data.shards + number]));
    this.frequent = new Set(data.frequent);
  }

  /**
   * The full text of a workshop.
   * @param {number} number
   * @returns {Promise<TextPart[]>}
   */
  async of(number) {
    const block = await this.get(`texts/${Math.floor(number / this.data.block)}.json`);
    return block[number % this.data.block];
  }

  /**
   * Asks for the files that words need first, so that they are there when they are waited for.
   * @param {readonly Word[]} words
   */
  askFor(words) {
    for (const form of words.flat()) {
      const characters = Array.from(form), whole = characters.length === 1 || this.frequent.has(form);
      const wanted = whole ? [form] : this.next(this.cover(characters)).map(([, gram]) => gram);
      for (const gram of wanted) this.postings(gram).catch(() => {}); // whoever waits for it is told
    }
  }

  /**
   * The workshops whose full text holds a word in one of its forms; of those that are not `open` any may lack.
   * @param {Word} word
   * @param {readonly number[]} open
   * @returns {Promise<number[]>}
   */
  async holders(word, open) {
    if (open.length <= FEW) return this.readers(open, word);
    const wanted = new Set(open);
    const found = await Promise.all(word.map((form) => this.holdersOf(form, wanted)));
    const all = Array.from(new Set(found.flat()));
    const sharers = await Promise.all(all.filter((number) => number >= this.count).map((number) => this.sharers(number)));
    return all.filter((number) => number < this.count).concat(sharers.flat());
  }

  /**
   * The workshops that have a shared part.
   * @param {number} number
   */
  async sharers(number) {
    let place = number - this.count, file = 0;
    while (place >= this.data.shared[file]) place -= this.data.shared[file++];
    return ascending((await this.get(`shared/${file}.json`))[place]);
  }

  /**
   * Which of some workshops hold a word, by reading them.
   * @param {readonly number[]} candidates
   * @param {Word} word
   */
  async readers(candidates, word) {
    const texts = await Promise.all(candidates.map((number) => this.of(number)));
    return candidates.filter((_, place) => texts[place].map(([, text]) => fold(text)).some((folded) =>
      word.some((form) => folded.includes(form))));
  }

  /**
   * Those that hold one form of a word, shared parts as well. Files that are large are asked for last, one by one, and only
   * while more workshops are left than can be read.
   * @param {string} form
   * @param {ReadonlySet<number>} wanted
   * @returns {Promise<number[]>}
   */
  async holdersOf(form, wanted) {
    const characters = Array.from(form);
    if (characters.length === 1 || this.frequent.has(form)) return ascending((await this.postings(form)) || "");
    const cover = this.cover(characters);
    /** @type {Float64Array | null} */
    let keys = null;
    /** @type {number[]} */
    let left = [];
    while (cover.length) {
      const some = this.next(cover);
      const found = await Promise.all(some.map(([, gram]) => this.postings(gram)));
      some.forEach(([first], at) => { keys = both(keys, placesOf(found[at] || " ", first)); });
      left = workshopsOf(keys).filter((number) => number >= this.count || wanted.has(number));
      if (!left.length) return left;
      if (cover.length && left.length <= FEW && left[left.length - 1] < this.count) return this.readers(left, [form]);
    }
    return left;
  }

  /**
   * The pairs of characters that sound so, those that stand in most places first.
   * @param {string} sound as `han jie`
   * @returns {Promise<string[]>}
   */
  async pairs(sound) {
    if (!this.data.sounds) return [];
    const held = (await this.get(`sounds/${shardOf(sound, this.data.sounds)}.json`))[sound] || "";
    return held.match(/../gu) || [];
  }

  /**
   * Takes those grams away that are looked up next.
   * @param {Stretch[]} cover
   */
  next(cover) {
    return cover.splice(0, this.alone.has(cover[0][1]) ? 1 : AT_ONCE);
  }

  /**
   * As few grams as cover a word, those of large files last.
   * @param {readonly string[]} characters
   * @returns {Stretch[]}
   */
  cover(characters) {
    const found = [];
    for (let covered = 0; covered < characters.length;) {
      const best = this.farthest(characters, covered);
      if (!best) throw new Error(`no gram for ${characters.join("")}`);
      found.push(best);
      [, , covered] = best;
    }
    return found.sort((one, two) => (this.alone.get(one[1]) || 0) - (this.alone.get(two[1]) || 0));
  }

  /**
   * Of the grams that take in the next character that is not covered, the first that goes farthest.
   * @param {readonly string[]} characters
   * @param {number} covered
   */
  farthest(characters, covered) {
    /** @type {Stretch | null} */
    let best = null;
    for (let first = Math.max(0, covered - LONGEST + 1); first <= covered; first++) {
      for (let end = first + 2; end <= Math.min(first + LONGEST, characters.length); end++) {
        const gram = characters.slice(first, end).join("");
        if (end > covered && (!best || end > best[2]) && this.stands(gram)) best = [first, gram, end];
      }
    }
    return /** @type {Stretch | null} */ (best);
  }

  /**
   * Whether the index holds the places of a gram. A frequent one has none; it stands in longer ones.
   * @param {string} gram
   */
  stands(gram) {
    const inner = Array.from(gram);
    if (this.frequent.has(gram)) return false;
    return inner.length === 2 || this.frequent.has(inner.slice(1).join("")) || this.frequent.has(inner.slice(0, -1).join(""));
  }

  /**
   * @param {string} gram
   * @returns {Promise<string | undefined>}
   */
  async postings(gram) {
    const own = this.alone.get(gram);
    if (own === undefined && !this.data.shards) return "";
    return (await this.get(`shards/${own === undefined ? shardOf(gram, this.data.shards) : own}.json`))[gram];
  }
}
