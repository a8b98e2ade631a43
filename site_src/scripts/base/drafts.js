// Drafts of one page, kept on this device alone: one for each tab in which the page is filled in, so that two tabs do not write
// over each other.

import { drop, keep, kept } from "./store.js";

/**
 * `tab`: in which it is filled in; `open`: that tab has not been closed, as far as is known.
 * @typedef {{ tab: string, open: boolean, values: any }} Draft
 */

/** The drafts of a page; the newest stands last. */
export class Drafts {
  /**
   * @param {string} name the key in the browser's store
   */
  constructor(name) {
    this.name = name;
    this.tab = fresh();
    addEventListener("pagehide", () => this.mark(false));
    addEventListener("pageshow", () => this.mark(true));
  }

  /** @returns {Draft[]} */
  all() {
    const found = kept(this.name);
    if (Array.isArray(found)) return found;
    return found ? [{ tab: "", open: false, values: found }] : [];
  }

  /**
   * What to go on with: the newest draft that no tab has open, or that of a tab that was asked for; null where there is none.
   * It is this tab's from now on, and what this tab held stays as a draft of its own.
   */
  take(tab = "") {
    const found = tab ? this.all().find((draft) => draft.tab === tab) : this.all().filter((draft) => !draft.open).pop();
    if (!found) return null;
    this.mark(false);
    this.tab = fresh();
    this.write([...this.all().filter((draft) => draft.tab !== found.tab), { ...found, tab: this.tab, open: true }]);
    return found.values;
  }

  /** The drafts of other tabs, open or not. */
  others() {
    return this.all().filter(({ tab }) => tab !== this.tab);
  }

  /**
   * Has another tab's draft taken next, when the page is opened anew.
   * @param {string} tab
   */
  prefer(tab) {
    const drafts = this.all(), found = drafts.find((draft) => draft.tab === tab);
    if (found) this.write([...drafts.filter((draft) => draft !== found), { ...found, open: false }]);
  }

  /**
   * Keeps this tab's draft; false where the browser keeps nothing.
   * @param {unknown} values
   */
  save(values) {
    return this.write([...this.others(), { tab: this.tab, open: true, values }]);
  }

  /** Drops this tab's draft. */
  drop() {
    this.write(this.others());
  }

  /**
   * @param {boolean} open
   */
  mark(open) {
    const drafts = this.all();
    const own = drafts.find(({ tab }) => tab === this.tab);
    if (own) this.write(drafts.map((draft) => (draft === own ? { ...own, open } : draft)));
  }

  /**
   * @param {readonly Draft[]} drafts
   */
  write(drafts) {
    if (drafts.length) return keep(this.name, drafts);
    drop(this.name);
    return true;
  }
}

/** A name for a tab that no other has. */
const fresh = () => String(Math.random()).slice(2);
