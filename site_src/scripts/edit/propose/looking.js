// How the checks of a pull request stand: looked at, told, and looked at again while they run.

import { build, byId, refill } from "../../base/dom.js";
import { ANSWERS, WORDS } from "./messages.js";
import { Refusal, WHY } from "./refusal.js";

/** @typedef {import("./repository.js").Repository} Repository */

const MARK = "<!-- register-review -->"; // what a comment of the check begins with, as .ci/comment writes it
const LATER = 15000; // milliseconds till checks that run are looked at again
const MOST = 60; // times

/** Looks at one pull request at a time. */
export class Looking {
  /**
   * @param {(error: unknown) => string} words why it came to nothing
   */
  constructor(words) {
    this.words = words;
    this.turn = 0; // only the last that was begun may answer
    this.told = ""; // how they stood, so that the same is not read out again and again
    this.later = 0;
  }

  /**
   * Looks from now on.
   * @param {Repository} repository
   * @param {number} number of the pull request
   */
  begin(repository, number) {
    this.stop();
    this.answer("", WORDS.looking);
    this.look(repository, number, MOST);
  }

  /** Looks no more. */
  stop() {
    clearTimeout(this.later);
    this.turn += 1;
  }

  /**
   * @param {Repository} repository
   * @param {number} number
   * @param {number} left how many times more it is looked at
   */
  async look(repository, number, left) {
    const { turn } = this;
    try {
      const pull = await repository.pull(number);
      const how = pull.state === "open" ? (await repository.checks(pull.commit)) || "elsewhere" : pull.state;
      const url = await repository.comment(number, MARK);
      if (turn !== this.turn) return;
      this.tell(how === "running" && !left ? "slow" : how, url);
      if (how === "running" && left) this.later = window.setTimeout(() => this.look(repository, number, left - 1), LATER);
    } catch (error) {
      if (turn !== this.turn) return;
      const isUnclear = !(error instanceof Refusal) || error.why === WHY.lost || error.why === WHY.broken;
      this.answer("", isUnclear ? WORDS.unseen : this.words(error));
    }
  }

  /**
   * @param {keyof typeof ANSWERS} how
   * @param {string} url of the comment
   */
  tell(how, url) {
    this.answer(how + url, ANSWERS[how], ...(url ? [" ", outside(url, WORDS.comment)] : []));
  }

  /**
   * @param {string} told what is told, in short; empty where it must be told again
   * @param {...(Node | string)} inside
   */
  answer(told, ...inside) {
    if (!told || told !== this.told) refill(byId("rg-answer"), ...inside);
    this.told = told;
  }
}

/**
 * A link that leaves the site.
 * @param {string} href
 * @param {string} words
 */
export const outside = (href, words) => build("a", { href, target: "_blank", rel: "noopener" }, words);
