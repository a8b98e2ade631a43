// What a form of filters finds, in place of the static part of a page, which stays until somebody chooses something.

import { button, byId, element, one, refill, started } from "../base/dom.js";
import { save } from "../base/save.js";
import { Filters, failed } from "./filters.js";
import { heading } from "./heading.js";
import { foundOf, more, printed, strange, total } from "./messages.js";

/** @typedef {import("./filters.js").Result} Result */
/** @typedef {import("./data.js").Source} Source */

/** Where the rows are shown, and how one is made. @typedef {{ list: Element, make: (row: number) => HTMLElement }} Shown */

/**
 * @typedef {object} Wanted
 * @property {Source} source
 * @property {string} unit what a row is counted in
 * @property {string} nothing what is said where nothing is found
 * @property {string} download the name of the table's file
 * @property {(found: Result, live: Element) => Shown} open puts what holds the rows into the page
 * @property {(found: Result) => string} csv the rows as a table
 */

const STEP = 60;

/** @param {Wanted} wanted */
export function wire({ source, unit, nothing, download, open, csv }) {
  const fixed = byId("rg-static"), live = byId("rg-live"), form = byId("rg-filters", HTMLFormElement), name = heading();
  /** @type {Result | null} */
  let result = null;
  const filters = new Filters(form, (found) => {
    result = found;
    return show(found, (history.state && history.state.shown) || STEP);
  }, source);

  /**
   * Says how many there are at once, and shows them when their words have come.
   * @param {Result} found
   * @param {number} count how many at first
   */
  async function show(found, count) {
    const whole = found.data.rows.id.length, chosen = Array.from(found.params).length > 0;
    fixed.hidden = chosen;
    live.hidden = !chosen;
    name(found.words);
    filters.status.textContent = chosen ? foundOf(found.found.length, whole, unit) : total(whole, unit);
    refill(live);
    if (!chosen) return;
    if (!found.found.length) {
      live.append(element("p", nothing, "rg-empty"));
      return;
    }
    await source.texts(found.found.slice(0, count)).catch((error) => {
      [fixed.hidden, live.hidden] = [false, true];
      throw error;
    });
    if (result === found) add(found, open(found, live), 0, count);
  }

  /**
   * Rows from one number up to another, whose words have come, and a button for the next.
   * @param {Result} found
   * @param {Shown} shown
   * @param {number} from
   * @param {number} to
   */
  function add(found, shown, from, to) {
    const made = found.found.slice(from, to).map(shown.make);
    shown.list.append(...made);
    const left = found.found.length - to, paper = element("p", printed(to, found.found.length, unit), "rg-paper");
    live.append(paper);
    if (left <= 0) return made;
    const next = button(more(Math.min(STEP, left), left, unit), "rg-button rg-more", () => {
      go(found.found.slice(to, to + STEP), () => {
        if (!next.isConnected) return;
        next.remove();
        paper.remove();
        history.replaceState({ shown: to + STEP }, "");
        one(add(found, shown, to, to + STEP)[0], "a").focus();
      });
    });
    live.append(next);
    return made;
  }

  /**
   * Goes on with rows when their words have come.
   * @param {readonly number[]} rows
   * @param {() => void} on
   */
  const go = (rows, on) => source.texts(rows).then(on, () => failed(filters.status));

  async function begin() {
    const asked = Array.from(filters.params()).length > 0;
    if (asked) fixed.hidden = true; // what is not asked for is not shown while the rows are on their way
    if (!asked && !filters.unknown().length) return;
    await filters.show();
    if (!result) fixed.hidden = false;
    if (filters.unknown().length) filters.status.append(strange(filters.unknown()));
  }

  byId("rg-csv").addEventListener("click", async () => {
    if (!result) await filters.show();
    const found = result;
    if (found) go(found.found, () => save(download, new Blob([csv(found)], { type: "text/csv;charset=utf-8" })));
  });
  begin();
  started();
}
