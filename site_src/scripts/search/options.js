// The list of answers under the search box: links as options, of which one at most is chosen, and the box says which
// (a combobox of WAI-ARIA 1.2: the focus stays in the box).

import { build, element } from "../base/dom.js";
import { PANEL } from "./messages.js";

/** @typedef {import("./rows.js").Group} Group */

export class Options {
  /** @param {HTMLInputElement} box */
  constructor(box) {
    this.box = box;
    this.list = build("div", { id: "rg-find-list", role: "listbox", "aria-label": PANEL.label });
    /** @type {HTMLAnchorElement[]} */
    this.all = [];
    /** @type {HTMLAnchorElement | null} */
    this.chosen = null;
  }

  clear() {
    this.choose(null);
    this.list.textContent = "";
    this.all = [];
  }

  /**
   * A link as an option.
   * @param {Element} into
   * @param {string} address
   * @param {string} classes
   */
  add(into, address, classes) {
    const link = build("a", {
      href: address, class: classes, id: `rg-find-${this.all.length}`, tabindex: "-1", role: "option", "aria-selected": "false",
    });
    into.append(link);
    this.all.push(link);
    return link;
  }

  /**
   * Options under a heading that tells how many there are.
   * @param {Group} group
   * @param {number} most how many are shown
   * @param {(error: unknown) => void} failed is called where one is not told whole
   */
  group(group, most, failed) {
    const title = build("div", { id: `rg-find-of-${group.key}`, class: "rg-find__group" },
      `${group.label} `, element("span", String(group.count), "rg-count"));
    const part = build("div", { role: "group", "aria-labelledby": title.id }, title);
    this.list.append(part);
    for (let place = 0; place < most; place++) {
      const { address, tell } = group.row(place), name = element("strong");
      const link = this.add(part, address, "rg-find__row");
      link.append(name);
      tell(name, link).catch(failed);
    }
  }

  /**
   * The last line, which leads to the search page; the same one while the others stay.
   * @param {string} address
   * @param {string} text
   */
  last(address, text) {
    const link = this.all.find(({ className }) => className === "rg-find__all") || this.add(this.list, address, "rg-find__all");
    link.href = address;
    link.textContent = text;
  }

  /** @param {HTMLAnchorElement | null} link */
  choose(link) {
    if (this.chosen) this.chosen.setAttribute("aria-selected", "false");
    this.chosen = link;
    if (!link) {
      this.box.removeAttribute("aria-activedescendant");
      return;
    }
    link.setAttribute("aria-selected", "true");
    this.box.setAttribute("aria-activedescendant", link.id);
    link.scrollIntoView({ block: "nearest" });
  }

  /**
   * From the last to the box and from there to the first, and back.
   * @param {number} by 1 or -1
   */
  step(by) {
    const at = this.chosen ? this.all.indexOf(this.chosen) : -1, to = at < 0 && by < 0 ? this.all.length - 1 : at + by;
    this.choose(this.all[to] || null);
  }
}
