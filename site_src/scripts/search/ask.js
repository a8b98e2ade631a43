// Opens the index and asks it one query after another, and tells the answers: of the newest query only.

import { anyHolds } from "./columns.js";
import { Index } from "./index.js";
import { Texts } from "./texts.js";
import { learnFor } from "./traditional.js";
import { designated, foldParts, learn, withDesignations, wordsOf } from "./words.js";

/** @typedef {import("./index.js").Found} Found */
/** @typedef {import("./index.js").Start} Start */
/** @typedef {import("./index.js").Short} Short */
/** @typedef {import("./texts.js").Get} Get */

/**
 * Who wants the answer to a query. In this order: `opening`, where the index must be fetched first; `early`, with what the short
 * fields alone give; `slow`, where all else takes its time; `whole`, with all that is found. Or `failed`, where a file did not come.
 * @typedef {object} Asker
 * @property {() => void} opening
 * @property {(found: Found, index: Index) => void} early
 * @property {() => void} slow
 * @property {(found: Found, index: Index) => void | Promise<void>} whole
 * @property {() => void} failed
 */

/** Milliseconds: a reader who types is left to finish; one who waits is told why. */
export const TYPING = 150;
const SLOW = 300;
const KEPT = 48; // files kept in memory

/** What could not be fetched, or is not what it should be. */
export class Unloaded extends Error {}

/** The index below an address, opened when it is first asked. */
export class Questions {
  /** @param {string} base */
  constructor(base) {
    this.base = base;
    this.asked = 0;
    /** @type {Index | null} */
    this.index = null;
  }

  /** Nothing more is told of the query that is on its way. */
  drop() {
    this.asked += 1;
  }

  /** Gives a test of whether the newest query is still the same. */
  still() {
    const mine = this.asked;
    return () => mine === this.asked;
  }

  /**
   * @param {string} query
   * @param {Asker} asker
   */
  async ask(query, asker) {
    this.drop();
    const still = this.still();
    let slow = 0;
    try {
      if (!this.index) asker.opening();
      const index = this.index || await open(this.base, query);
      this.index = index;
      if (!still()) return;
      const found = await index.find(query, (early) => {
        asker.early(early, index);
        slow = window.setTimeout(() => { if (still()) asker.slow(); }, SLOW);
      });
      clearTimeout(slow);
      if (still()) await asker.whole(found, index);
    } catch (error) {
      if (still()) unloaded(error, asker);
    } finally {
      clearTimeout(slow);
    }
  }
}

/**
 * Tells what did not come; any other error is a mistake of ours and stays one.
 * @param {unknown} error
 * @param {Pick<Asker, "failed">} asker
 */
export function unloaded(error, asker) {
  if (!(error instanceof Unloaded)) throw error;
  asker.failed();
}

/**
 * How much there is of all kinds.
 * @param {Found} found
 */
export const count = (found) => found.total + found.pages.length + found.papers.length + found.groups.length;

/**
 * Opens the index below an address, for a query first of all: what that will need of the full texts is asked for while the short
 * fields are on their way. These are asked for anew each time, all else by their version; what does not come, or is not what it
 * should be, is `Unloaded`.
 * @param {string} base
 * @param {string} [query]
 * @returns {Promise<Index>}
 */
export async function open(base, query = "") {
  /**
   * @param {string} path
   * @param {RequestInit} [options]
   * @returns {Promise<any>}
   */
  async function load(path, options) {
    try {
      const answer = await fetch(base + path, options);
      if (answer.ok) return await answer.json();
    } catch { /* no network, or another page in its stead */ }
    throw new Unloaded(`no ${path}`);
  }
  /** @type {[Promise<Start>, Promise<Short>]} */
  const [start, short] = [load("start.json", { cache: "no-cache" }), load("short.json", { cache: "no-cache" })];
  short.catch(() => {}); // it may fail before it is waited for
  const data = await start, get = kept((path) => load(`${path}?v=${data.version}`));
  learn(data.traditional);
  await learnFor(query, get);
  const asked = withDesignations(wordsOf(query), data.levels), words = designated(asked, data.levels);
  new Texts(data, get, 0).askFor(words);
  for (const [key, values] of Object.entries(data.apart)) {
    if (anyHolds(values.split("\n").map(foldParts), asked.concat(words))) get(`of/${key}.json`).catch(() => {});
  }
  if (data.bodies) get("notices.json").catch(() => {});
  const fields = await short;
  if (fields.version !== data.version) throw new Unloaded("of two versions"); // the site was renewed between the two
  return new Index(data, fields, get);
}

/**
 * The same, but each file is loaded once, of those that were asked for last.
 * @param {Get} load
 * @returns {Get}
 */
function kept(load) {
  /** @type {Map<string, Promise<any>>} */
  const files = new Map();
  return (path) => {
    const known = files.get(path);
    if (known) return known;
    const asked = load(path);
    asked.catch(() => files.delete(path));
    files.set(path, asked);
    if (files.size > KEPT) files.delete(files.keys().next().value || "");
    return asked;
  };
}
