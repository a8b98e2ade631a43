// The list beside the map: what is in view, or all that fit, twenty at a time, each with a link and a way to its point.

import { all, build, button, element, one, refill } from "../base/dom.js";
import { page } from "../lists/data.js";
import { UNIT, more } from "../lists/messages.js";
import { heading, told } from "../lists/rows.js";
import { EMPTY, FIND, LIST, LOCATE, elsewhere, find, joined, locate } from "./messages.js";

/** @typedef {import("../lists/data.js").Data} Data */

/** What is said of a row beside its name, and what a press can do: come to its point, or look for it elsewhere. @typedef {{ words: string, way: "point" | "find" | "" }} Beside */
/** `addresses`: waits for those of rows, where they are wanted. @typedef {{ data: Data, rows: readonly number[], beside: (row: number) => Beside, addresses: (rows: readonly number[]) => Promise<unknown> }} Shown */

const STEP = 20;

export class MapList {
  /**
   * @param {HTMLElement} section
   * @param {(row: number) => void} pick shows it on the map
   * @param {() => void} changed somebody asked for all rows, or for those in view again
   */
  constructor(section, pick, changed) {
    this.section = section;
    this.only = one(section, "[data-only]", HTMLInputElement);
    this.only.addEventListener("change", changed);
    this.list = one(section, "ol");
    this.more = one(section, "[data-more]");
    this.note = one(section, "[data-elsewhere]");
    this.pick = pick;
    /** @type {Shown | null} */
    this.shown = null;
    this.more.addEventListener("click", () => one(this.add()[0], "a").focus());
  }

  /** Whether only what is in view is wanted. */
  get onlyInView() {
    return this.only.checked;
  }

  /**
   * @param {Data} data
   * @param {readonly number[]} rows
   * @param {number} others how many fit, but can be on no map
   * @param {Pick<Shown, "beside" | "addresses">} how
   */
  show(data, rows, others, how) {
    this.shown = { data, rows, ...how };
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

  /** All rows. */
  whole() {
    if (this.shown) this.add(this.shown.rows.length);
  }

  /**
   * The next rows.
   * @param {number} [number]
   */
  add(number = STEP) {
    const { shown } = this;
    if (!shown || !shown.rows.length) return [];
    const from = this.list.children.length, rows = shown.rows.slice(from, from + number);
    const made = rows.map((row) => this.line(shown, row));
    this.list.append(...made);
    shown.addresses(rows).then(() => {
      for (const [at, row] of rows.entries()) one(made[at], "small").textContent = where(shown, row);
    }, () => {}); // the list says without them what it can
    const left = shown.rows.length - this.list.children.length;
    this.more.hidden = left <= 0;
    this.more.textContent = more(Math.min(STEP, left), left, UNIT);
    return made;
  }

  /**
   * @param {Shown} shown
   * @param {number} row
   */
  line(shown, row) {
    const workshop = told(shown.data, row), { way } = shown.beside(row);
    const text = build("div", {}, ...heading(workshop), element("small", where(shown, row))), line = build("li", {}, text);
    if (way === "point") {
      const there = button(LOCATE, "rg-locate", () => this.pick(row));
      there.setAttribute("aria-label", locate(workshop.name));
      line.append(there);
    }
    if (way === "find") line.append(build("a", { class: "rg-locate", href: `${page(workshop.id)}#elsewhere`, "aria-label": find(workshop.name) }, FIND));
    return line;
  }
}

/**
 * The unit of a row, and where it is as far as that is known.
 * @param {Shown} shown
 * @param {number} row
 */
function where({ data, beside }, row) {
  const { address, cells: [, [unit], [district]] } = told(data, row);
  return joined([unit, ...(address.includes(district) ? [address] : [district, address]), beside(row).words]);
}

/**
 * The address of the list with the same filters.
 * @param {string} [district] its word in the address: of this district alone
 */
export function listAddress(district) {
  const address = new URL("../../../workshops/", import.meta.url);
  address.search = location.search;
  address.searchParams.delete("at");
  if (district) address.searchParams.set("districts", district);
  return address.href;
}
