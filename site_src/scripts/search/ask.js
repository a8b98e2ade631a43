// Asks the index one query after another, and tells the answers: of the newest query only.

import { Unloaded, open } from "./index.js";

/** @typedef {import("./index.js").Found} Found */
/** @typedef {import("./index.js").Index} Index */

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
