// The rows of what is no workshop: pages of the site, notices and forms, lists. Texts go in by textContent only.

import { element } from "../base/dom.js";
import { mark, markAround } from "./mark.js";
import { ABOUT, grouped } from "./messages.js";
import { spans } from "./words.js";

/** @typedef {import("./links.js").Link} Link */
/** @typedef {import("./links.js").GroupLink} GroupLink */
/** @typedef {import("./words.js").Word} Word */

/**
 * A page of the site's own, and what it is for.
 * @param {readonly Word[]} asked
 * @param {Link} page
 * @param {Element} name
 * @param {Element} into
 */
export async function tellPage(asked, page, name, into) {
  mark(name, page.title, spans(page.title, asked));
  into.append(element("div", (page.facts || []).join(" · "), "rg-hits__facts"));
}

/**
 * A notice or a form: its facts, and of what it says the name or the piece that matches.
 * @param {readonly Word[]} asked
 * @param {Link} page
 * @param {Element} name
 * @param {Element} into
 */
export async function tellPaper(asked, page, name, into) {
  const facts = element("div", "", "rg-hits__facts"), told = page.facts || [], names = page.names || [];
  mark(name, page.title, spans(page.title, asked));
  told.forEach((fact, at) => {
    if (at) facts.append(" · ");
    mark(facts, fact, spans(fact, asked));
  });
  into.append(facts);
  const missing = asked.filter((word) => ![page.title, ...told].some((text) => holds(text, [word])));
  const found = missing.length && [...names, ...(page.body || [])].find((text) => holds(text, missing));
  if (!found) return;
  const line = element("div", names.includes(found) ? ABOUT.names : ABOUT.body);
  markAround(line, found, spans(found, asked));
  into.append(line);
}

/**
 * The list of all workshops of a district, an industry and the like.
 * @param {readonly Word[]} asked
 * @param {GroupLink} page
 * @param {Element} name
 * @param {Element} into
 */
export async function tellList(asked, page, name, into) {
  mark(name, page.title, spans(page.title, asked));
  into.append(" ", element("span", grouped(page), "rg-count"));
  if (!page.note) return;
  const note = element("div", "", "rg-hits__facts");
  mark(note, page.note, spans(page.note, asked));
  into.append(note);
}

/**
 * @param {string} text
 * @param {readonly Word[]} words
 */
export function holds(text, words) {
  return spans(text, words).length > 0;
}
