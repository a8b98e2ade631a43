// A group of results on the search page: the first few, a button for more, and the lists that hold all of them and more.

import { button, element } from "../base/dom.js";
import { WHOLE_LISTS, more, times } from "./messages.js";

/** @typedef {import("./links.js").GroupLink} GroupLink */
/** @typedef {import("./rows.js").Group} Group */

const MORE = 50;
/** @type {{ readonly [key: string]: number }} how many rows are shown at first */
const FIRST = { pages: 3, papers: 3, groups: 6, texts: 5, near: 5 };
const FIRST_OF_A_FIELD = 10;
const MOST_LISTS = 4;

/**
 * @param {Group} group
 * @param {object} told
 * @param {readonly GroupLink[]} told.lists pages that hold all of them and more
 * @param {string} told.site the address that pages lie below
 * @param {number} told.shown how many rows the reader had opened before
 * @param {(shown: number) => void} told.open is called when more are opened
 * @param {(error: unknown) => void} told.failed is called where a row is not told whole
 */
export function section(group, { lists, site, shown, open, failed }) {
  const made = element("section"), title = element("h2", `${group.label} `), list = element("ol", "", "rg-hits");
  const first = FIRST[group.key] || FIRST_OF_A_FIELD;
  const next = button("", "md-button rg-hits__more", () => {
    grow(MORE).focus();
    open(list.children.length);
  });
  /** @param {number} by */
  function grow(by) {
    const from = list.children.length, to = Math.min(group.count, from + by);
    const links = Array.from({ length: to - from }, (_, at) => line(group, from + at, list, failed));
    next.textContent = more(Math.min(MORE, group.count - to));
    next.hidden = to >= group.count;
    return links[0];
  }
  title.append(element("span", String(group.count), "rg-count"));
  grow(Math.max(first, shown));
  made.append(title, list, next);
  if (group.key === "near") made.className = "rg-near";
  if (group.count > first && lists.length) made.append(listed(lists.slice(0, MOST_LISTS), site));
  return made;
}

/**
 * Puts a row into a list, and gives its link.
 * @param {Group} group
 * @param {number} place
 * @param {Element} list
 * @param {(error: unknown) => void} failed
 */
function line(group, place, list, failed) {
  const item = element("li"), link = element("a"), { address, tell } = group.row(place);
  link.href = address;
  item.append(link);
  list.append(item);
  tell(link, item).catch(failed);
  return link;
}

/**
 * @param {readonly GroupLink[]} pages
 * @param {string} site
 */
function listed(pages, site) {
  const made = element("p", WHOLE_LISTS, "rg-note");
  pages.forEach((page, at) => {
    const link = element("a", page.title);
    link.href = site + page.path;
    made.append(at ? "、" : "", link, `（${times(page.count)}）`);
  });
  return made;
}
