// The answers under the box of every page but search/: the best few as one types. box.js loads it when the box is first used.

import { build, element, pressing } from "../base/dom.js";
import { onTyped } from "../base/typing.js";
import { Questions, TYPING, count, unloaded } from "./ask.js";
import { PANEL, SEARCHING, SLOW } from "./messages.js";
import { Options } from "./options.js";
import { Rows } from "./rows.js";
import { wordsOf } from "./words.js";

/** @typedef {import("./index.js").Found} Found */
/** @typedef {import("./index.js").Index} Index */

const MOST = 8;
/** @type {{ readonly [key: string]: number }} */
const MOST_OF = { pages: 2, papers: 2, groups: 2, texts: 5 };
const MARGIN = 8, LEAST = 120; // pixels

/**
 * @param {HTMLInputElement} box
 * @param {HTMLFormElement} form
 * @param {boolean} typed whether something was typed while this file was on its way
 */
export function start(box, form, typed) {
  const panel = new Panel(box, form);
  panel.wire();
  if (typed) panel.run();
}

/** Arrow keys go through the answers, Escape shuts them, and so does going elsewhere. */
class Panel {
  /**
   * @param {HTMLInputElement} box
   * @param {HTMLFormElement} form
   */
  constructor(box, form) {
    this.box = box;
    this.form = form;
    this.options = new Options(box);
    this.note = element("p", "", "rg-find__note");
    this.status = build("span", { role: "status", class: "rg-hidden" }); // read aloud; the note is seen
    this.panel = build("div", { class: "rg-find__panel", hidden: "" }, this.options.list, this.note);
    this.questions = new Questions(form.action);
    this.timer = 0;
    this.composing = false;
    this.some = false; // whether something of this query is shown
  }

  wire() {
    const { box, form, panel } = this, close = () => this.close(), fit = () => this.fit();
    form.append(panel, this.status);
    for (const [name, value] of Object.entries({
      role: "combobox", "aria-autocomplete": "list", "aria-controls": this.options.list.id, "aria-expanded": "false",
    })) box.setAttribute(name, value);
    box.addEventListener("compositionstart", () => {
      this.composing = true;
      clearTimeout(this.timer);
    });
    box.addEventListener("compositionend", () => { this.composing = false; });
    onTyped(box, () => this.later());
    box.addEventListener("focus", () => { if (this.query) this.later(); });
    box.addEventListener("blur", () => { if (document.hasFocus()) close(); });
    box.addEventListener("keydown", (event) => this.pressed(event));
    // A press in the panel leaves the focus in the box, so that the panel is still there when it is let go.
    panel.addEventListener("mousedown", (event) => event.preventDefault());
    pressing(({ target }) => { if (!panel.hidden && !form.contains(/** @type {Node} */ (target))) close(); });
    form.addEventListener("submit", close);
    window.addEventListener("pagehide", close);
    (window.visualViewport || window).addEventListener("resize", fit);
    window.addEventListener("scroll", fit, { passive: true });
  }

  get query() {
    return this.box.value.trim();
  }

  later() {
    clearTimeout(this.timer);
    this.timer = window.setTimeout(() => this.run(), TYPING);
  }

  /** @param {KeyboardEvent} event */
  pressed(event) {
    const { options, panel } = this;
    if (event.isComposing || this.composing) return;
    const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
    if (step && panel.hidden && this.query) this.run();
    else if (step && options.all.length) options.step(step);
    else if (event.key === "Enter" && options.chosen) options.chosen.click();
    else if (event.key === "Escape" && !panel.hidden) this.close();
    else return;
    event.preventDefault();
  }

  async run() {
    const { query } = this;
    this.questions.drop();
    this.some = false;
    if (!wordsOf(query).length) {
      this.options.clear();
      this.close();
      return;
    }
    await this.questions.ask(query, {
      opening: () => this.wait(SEARCHING),
      early: (found, index) => {
        this.some = count(found) > 0;
        if (this.some) this.show(found, index);
      },
      slow: () => {
        if (!this.some) this.options.clear();
        this.wait(SLOW);
      },
      whole: (found, index) => this.tell(query, found, index),
      failed: () => {
        if (!this.some) this.options.clear();
        this.failed();
      },
    });
  }

  /**
   * @param {string} query
   * @param {Found} found
   * @param {Index} index
   */
  tell(query, found, index) {
    const total = count(found);
    this.show(found, index, total ? PANEL.all(total) : PANEL.help);
    this.say(total ? "" : PANEL.nothing(query));
    if (total) this.status.textContent = PANEL.found(total);
  }

  /**
   * @param {Found} found
   * @param {Index} index
   * @param {string} [last] the last line, where all is found
   */
  show(found, index, last) {
    const { options } = this, chosen = options.chosen && options.chosen.href, still = this.questions.still();
    const failed = (/** @type {unknown} */ error) => { if (still()) unloaded(error, this); };
    let left = MOST;
    options.clear();
    for (const group of new Rows(index, found, this.form.action.replace(/search\/$/, "")).groups()) {
      const most = Math.min(left, MOST_OF[group.key] || MOST, group.count);
      left -= most;
      if (most) options.group(group, most, failed);
    }
    if (last) this.last(last);
    options.choose(options.all.find(({ href }) => href === chosen) || null);
    this.open();
  }

  failed() {
    this.say(PANEL.failed);
    this.last(PANEL.again);
    this.open();
  }

  /** @param {string} text */
  last(text) {
    this.options.last(`${this.form.action}?kw=${encodeURIComponent(this.query)}`, text);
  }

  /** @param {string} text */
  wait(text) {
    this.say(text);
    this.open();
  }

  /** @param {string} text */
  say(text) {
    this.note.hidden = !text;
    this.note.textContent = this.status.textContent = text;
  }

  open() {
    this.panel.hidden = false;
    this.box.setAttribute("aria-expanded", String(this.options.all.length > 0));
    this.fit();
  }

  close() {
    clearTimeout(this.timer);
    this.questions.drop();
    this.panel.hidden = true;
    this.status.textContent = "";
    this.options.choose(null);
    this.box.setAttribute("aria-expanded", "false");
  }

  /** As high as what is left of the window above a phone's keyboard. */
  fit() {
    if (this.panel.hidden) return;
    const view = window.visualViewport, bottom = view ? view.offsetTop + view.height : innerHeight;
    this.panel.style.maxHeight = `${Math.max(LEAST, bottom - this.panel.getBoundingClientRect().top - MARGIN)}px`;
  }
}
