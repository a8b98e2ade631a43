// What is found, as rows for the search page and for the box of every page. Texts of records go in by textContent only.

import { element } from "../base/dom.js";
import { firstField } from "./index.js";
import { mark, markAround } from "./mark.js";
import { ABOUT, GROUPS, TEXT_FAILED } from "./messages.js";
import { holds, tellList, tellPage, tellPaper } from "./told.js";
import { spans } from "./words.js";

/** @typedef {import("./columns.js").Column} Column */
/** @typedef {import("./index.js").Found} Found */
/** @typedef {import("./index.js").Index} Index */
/** @typedef {import("./links.js").Link} Link */
/** @typedef {import("./texts.js").TextPart} TextPart */
/** @typedef {import("./words.js").Word} Word */

/**
 * An item of what is found: where it leads to, and what tells it: its name is put into `name`, the rest into `into`. It is all
 * there when the promise is kept.
 * @typedef {{ address: string, tell: (name: Element, into: Element) => Promise<void> }} Row
 */

/** Rows of one kind, each made when it is asked for by its place. @typedef {{ key: string, label: string, count: number, row: (place: number) => Row }} Group */

const SHOWN = ["name", "leader", "unit", "district"];
const ONLY_HELD = ["notice", "level"]; // of whose parts only those are shown that match
/** @type {{ readonly [title: string]: string }} */
const STATUSES = { "整改中": "rectifying", "已撤销": "revoked", "已终止": "ended" };
/** @type {{ readonly [key: string]: [before: string, after: string] }} what stands around the further parts of a value */
const FURTHER = { district: ["（旧称", "）"], zone: ["（旧称", "）"], industry: ["（", "）"] };

/** Rows of what was found in an index. */
export class Rows {
  /**
   * @param {Index} index
   * @param {Found} found
   * @param {string} site the address that all pages lie below
   */
  constructor(index, found, site) {
    this.index = index;
    this.found = found;
    this.site = site;
  }

  /**
   * The groups in order; none is empty.
   * @returns {Group[]}
   */
  groups() {
    const { index, found, site } = this;
    const page = (/** @type {Link} */ { path }) => site + path;
    const workshop = (/** @type {number} */ number) => this.page(number);
    const all = [
      group("papers", GROUPS.papers, found.papers, page, (...row) => tellPaper(found.asked, ...row)),
      group("pages", GROUPS.pages, found.pages, page, (...row) => tellPage(found.asked, ...row)),
      group("groups", GROUPS.groups, found.groups, page, (...row) => tellList(found.asked, ...row)),
      ...found.fields.map((numbers, field) =>
        group(field === index.text ? "texts" : `field${field}`, index.labels[field], numbers, workshop, (...row) => this.workshop(...row))),
    ];
    return all.filter(({ count }) => count);
  }

  /**
   * Some workshops as a group of their own.
   * @param {string} label
   * @param {readonly number[]} numbers
   * @returns {Group}
   */
  only(label, numbers) {
    return group("near", label, numbers, (number) => this.page(number), (...row) => this.workshop(...row));
  }

  /**
   * The address of a workshop's page.
   * @param {number} number
   */
  page(number) {
    return `${this.site}workshops/${this.index.ids[number]}/`;
  }

  /**
   * Whether a field is the first that holds some word, and is therefore shown.
   * @param {number} number
   * @param {number} field
   */
  tells(number, field) {
    return this.found.masks.some((mask) => mask[number] && firstField(mask[number]) === field);
  }

  /**
   * A value with its matches marked: its first part always, but of notices and designations, and what matches of the others.
   * @param {Element} into
   * @param {Column} column
   * @param {number} number
   * @param {number} field
   */
  value(into, column, number, field) {
    const held = this.found.masks.some((mask) => mask[number] >>> field & 1);
    let some = false;
    column.parts(number).forEach(({ text, reading }, at) => {
      const found = spans(text, held ? this.found.words : [], reading);
      if ((at || ONLY_HELD.includes(column.key)) && !found.length) return;
      const [before, after] = some ? FURTHER[column.key] || ["，", ""] : ["", ""];
      some = true;
      into.append(before);
      mark(into, text, found);
      into.append(after);
    });
  }

  /**
   * A workshop: its status, its facts and what else matches.
   * @param {number} number
   * @param {Element} name
   * @param {Element} into
   */
  async workshop(number, name, into) {
    const { index } = this, facts = element("div", "", "rg-hits__facts"), status = index.column("status").parts(number)[0].text;
    if (STATUSES[status]) into.append(" ", element("span", status, `rg-status rg-status-${STATUSES[status]}`));
    into.append(facts);
    index.columns.forEach((column, at) => {
      if (column.key === "name") this.value(name, column, number, at + 1);
      else if (SHOWN.includes(column.key) && column.of[number] >= 0) {
        if (facts.childNodes.length) facts.append(" · ");
        this.value(facts, column, number, at + 1);
      } else if (this.tells(number, at + 1)) {
        const line = element("div", `${column.label}：`);
        this.value(line, column, number, at + 1);
        into.append(line);
      }
    });
    if (this.tells(number, 0)) {
      const line = element("div", `${ABOUT.id}：`);
      this.marked(line, index.ids[number]);
      into.append(line);
    }
    await this.lines(number, into);
  }

  /**
   * The lines of a full text that hold words which no short field of the workshop holds. Their place is kept till they come.
   * @param {number} number
   * @param {Element} into
   */
  async lines(number, into) {
    const { index, found } = this, short = (1 << index.text) - 1;
    const words = found.words.filter((_, at) => !(found.masks[at][number] & short));
    if (!words.length) return;
    const lines = words.map(() => element("div", "…", "rg-hits__text"));
    into.append(...lines);
    await seen(lines[0]);
    try {
      this.fill(words, lines, await index.texts.of(number));
    } catch (error) {
      for (const line of lines) line.textContent = TEXT_FAILED;
      throw error;
    }
  }

  /**
   * Each word's line: the first part that holds it, from its own match on; no part twice.
   * @param {readonly Word[]} words
   * @param {readonly HTMLElement[]} lines
   * @param {readonly TextPart[]} parts
   */
  fill(words, lines, parts) {
    /** @type {Set<TextPart>} */
    const told = new Set();
    words.forEach((word, at) => {
      const part = parts.find(([, text]) => holds(text, [word]));
      if (!part || told.has(part)) {
        lines[at].remove();
        return;
      }
      told.add(part);
      const [kind, text] = part;
      const [[start]] = spans(text, [word]);
      lines[at].textContent = `${this.index.kinds[kind]}：`;
      markAround(lines[at], text, spans(text, this.found.words).filter(([, end]) => end > start));
    });
  }

  /**
   * @param {Element} into
   * @param {string} text
   */
  marked(into, text) {
    mark(into, text, spans(text, this.found.asked));
  }
}

/**
 * @template Item
 * @param {string} key
 * @param {string} label
 * @param {readonly Item[]} items
 * @param {(item: Item) => string} address
 * @param {(item: Item, name: Element, into: Element) => Promise<void>} tell
 * @returns {Group}
 */
function group(key, label, items, address, tell) {
  const row = (/** @type {number} */ place) => ({
    address: address(items[place]),
    tell: (/** @type {Element} */ name, /** @type {Element} */ into) => tell(items[place], name, into),
  });
  return { key, label, count: items.length, row };
}

/**
 * Waits until an element is about to be seen.
 * @param {Element} item
 * @returns {Promise<void>}
 */
function seen(item) {
  return new Promise((resolve) => {
    new IntersectionObserver((entries, observer) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      observer.disconnect();
      resolve();
    }).observe(item);
  });
}
