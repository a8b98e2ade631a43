// The form of filters of the list and the map: its choices with their counts, and the address that holds them.

import { all, button, one, refill } from "../base/dom.js";
import { addressOf, params, setAs, unknown } from "./address.js";
import { Facets } from "./facets.js";
import { match, order } from "./match.js";
import { AGAIN, FAILED, LOADING, LOCATED, chosen, conditions, counted } from "./messages.js";
import { WORKSHOPS } from "./workshops.js";
import { spanned } from "./years.js";

/** @typedef {import("./data.js").Data} Data */

/**
 * What the form finds: the rows' numbers in the order of sorting, and what the form says, as the address does and in words.
 * @typedef {{ data: Data, found: number[], params: URLSearchParams, words: string }} Result
 */

/** @typedef {HTMLInputElement | HTMLSelectElement} Control */

export class Filters {
  /**
   * @param {HTMLFormElement} form
   * @param {(result: Result) => void | Promise<void>} changed is called whenever the choice or the address has changed
   * @param {import("./data.js").Source} source
   */
  constructor(form, changed, source = WORKSHOPS) {
    this.form = form;
    this.source = source;
    this.changed = changed;
    this.status = one(form, "[role=status]");
    /** Not every form asks for it. @type {HTMLInputElement | undefined} */
    this.located = all(form, "[name=located]", HTMLInputElement)[0];
    /** @type {HTMLElement | undefined} */
    this.locatedCount = all(form, "[data-located]")[0];
    this.clear = one(form, "[type=reset]", HTMLButtonElement);
    this.facets = new Facets(form, () => this.chosen());
    this.opener = one(form, ".rg-filters-open");
    this.openerText = this.opener.textContent || "";
    this.wire();
    this.read();
  }

  wire() {
    const { form } = this, warm = () => { this.source.rows().catch(() => {}); };
    form.classList.add("rg-on");
    form.addEventListener("submit", (event) => event.preventDefault());
    form.addEventListener("pointerdown", warm, { once: true });
    form.addEventListener("focusin", warm, { once: true });
    form.addEventListener("change", () => this.chosen());
    form.addEventListener("reset", (event) => {
      event.preventDefault();
      this.set("");
      this.chosen();
    });
    this.opener.addEventListener("click", () => {
      this.opener.setAttribute("aria-expanded", String(form.classList.toggle("rg-open")));
    });
    window.addEventListener("popstate", () => {
      this.read();
      this.show();
    });
  }

  get controls() {
    return Array.from(this.form.elements).filter(isControl);
  }

  /** What the form says, as the address does. */
  params() {
    return params(this.controls);
  }

  /** Sets the form as the address says. */
  read() {
    this.set(spanned(location.search));
    this.facets.tell();
  }

  /** @param {string} search */
  set(search) {
    this.facets.makeRoom(search);
    setAs(this.controls, search);
  }

  /** Somebody chose: a new entry in the history, so that the back button takes it back. */
  chosen() {
    const address = addressOf(this.controls, location.href);
    if (address !== location.href) history.pushState(null, "", address);
    this.show();
  }

  /** Finds, counts and tells. */
  async show() {
    const asked = this.params(), spanned = asked.has("from") && asked.has("to"); // one choice, though the address has two words for it
    const number = Array.from(asked.keys()).filter((name) => name !== "view").length - (spanned ? 1 : 0); // how it looks is no condition
    this.clear.disabled = !Array.from(asked).length;
    this.opener.textContent = number ? counted(this.openerText, chosen(number)) : this.openerText;
    this.facets.tell();
    if (!this.source.held()) this.status.textContent = LOADING;
    try {
      const data = await this.source.rows();
      if (String(this.params()) !== String(asked)) return; // chosen anew meanwhile
      const { found, counts, located, years } = match(data, this.facets.slugs, (slug) => this.facets.asked(slug), Boolean(this.located && this.located.checked));
      this.facets.tellCounts(counts, years);
      if (this.locatedCount) this.locatedCount.textContent = String(located);
      await this.source.sorted(asked.get("sort"));
      if (String(this.params()) !== String(asked)) return;
      const words = conditions([this.facets.words(), this.located && this.located.checked ? LOCATED : ""]);
      await this.changed({ data, params: asked, words, found: order(data, found, asked.get("sort")) });
    } catch {
      failed(this.status);
    }
  }

  /** What the address asks for that no control knows, as it is written there. */
  unknown() {
    return unknown(this.controls, spanned(location.search));
  }
}

/**
 * Says that something could not be fetched, with a way to try again.
 * @param {Element} place
 */
export function failed(place) {
  refill(place, FAILED, button(AGAIN, "rg-button", () => location.reload()));
}

/**
 * @param {Element} control
 * @returns {control is Control}
 */
function isControl(control) {
  return (control instanceof HTMLInputElement || control instanceof HTMLSelectElement) && control.name !== "";
}
