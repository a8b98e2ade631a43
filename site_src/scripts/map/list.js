// The list beside the map: what is in view, twenty at a time, each with a link and a way to its point.

import { all, build, button, element, one, refill } from "../base/dom.js";
import { UNIT, more } from "../lists/messages.js";
import { heading, told } from "../lists/rows.js";
import { EMPTY, LIST, LOCATE, elsewhere, joined, locate } from "./messages.js";

/** @typedef {import("../lists/data.js").Data} Data */
/** @typedef {{ data: Data, rows: readonly number[], words: (row: number) => string }} Shown */

const STEP = 20;

export class MapList {
  /**
   * @param {HTMLElement} section
   * @param {(row: number) => void} pick shows it on the map
   */
  constructor(section, pick) {
    this.section = section;
    this.list = one(section, "ol");
    this.more = one(section, "[data-more]");
    this.note = one(section, "[data-elsewhere]");
    this.pick = pick;
    /** @type {Shown | null} */
    this.shown = null;
    this.more.addEventListener("click", () => one(this.add()[0], "a").focus());
  }

  /**
   * @param {Data} data
   * @param {readonly number[]} rows that are in view
   * @param {number} others how many fit, but have no point
   * @param {(row: number) => string} words what else is said of each; empty for nothing
   */
  show(data, rows, others, words) {
    this.shown = { data, rows, words };
    this.section.hidden = false;
    refill(this.list);
    this.add();
    if (!rows.length) this.list.append(element("li", EMPTY));
    refill(this.note);
    if (others) this.note.append(elsewhere(others), build("a", { href: listAddress() }, LIST), "。");
  }

  /**
   * Says something that is not in the list; nothing any more where the text is empty.
   * @param {string} text
   */
  tell(text) {
    this.section.hidden = false;
    for (const before of all(this.section, "[role=alert]")) before.remove();
    if (text) this.section.prepend(build("p", { class: "rg-note", role: "alert" }, text));
  }

  /** The next rows. */
  add() {
    const { shown } = this;
    if (!shown) return [];
    const from = this.list.children.length;
    const made = shown.rows.slice(from, from + STEP).map((row) => this.line(shown, row));
    this.list.append(...made);
    const left = shown.rows.length - this.list.children.length;
    this.more.hidden = left <= 0;
    this.more.textContent = more(Math.min(STEP, left), left, UNIT);
    return made;
  }

  /**
   * @param {Shown} shown
   * @param {number} row
   */
  line({ data, words }, row) {
    const workshop = told(data, row), [, [unit], [district]] = workshop.cells;
    const text = element("div"), there = button(LOCATE, "rg-locate", () => this.pick(row));
    text.append(...heading(workshop), element("small", joined([unit, district, words(row)])));
    there.setAttribute("aria-label", locate(workshop.name));
    return build("li", {}, text, there);
  }
}

/** The address of the list with the same filters. */
function listAddress() {
  const address = new URL("../../../workshops/", import.meta.url);
  address.search = location.search;
  address.searchParams.delete("at");
  return address.href;
}
