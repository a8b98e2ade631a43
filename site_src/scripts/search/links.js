// The other pages that search finds: notices and forms, and the lists of a district, an industry and the like, as
// generator/site/search/links.py writes them.

import { fold } from "./words.js";

/** @typedef {import("./words.js").Word} Word */

/**
 * A page. `facts` are shown beside its title and searched, `names` only searched; `body` is what a notice says, a piece each.
 * @typedef {{ title: string, path: string, facts?: string[], names?: string[], body?: string[] }} Link
 */

/**
 * A list of workshops: what it is a list by, how many stand in it, and what is shown only.
 * @typedef {Link & { kind: string, count: number, note?: string }} GroupLink
 */

/** `unions`: the lists of the places of unions that recommended none. @typedef {{ papers: Link[], groups: GroupLink[], unions: GroupLink[] }} LinksData */

/** What is found of them. @typedef {{ papers: Link[], groups: GroupLink[] }} FoundLinks */

/** All of them, each compared by its folded texts. */
export class Links {
  /** @param {LinksData} data */
  constructor(data) {
    this.papers = data.papers;
    this.groups = data.groups;
    this.unions = data.unions;
    /** @type {Map<Link, string[]>} */
    this.named = new Map([...data.papers, ...data.groups, ...data.unions].map((link) =>
      [link, [link.title, ...(link.facts || []), ...(link.names || [])].map(fold)]));
    /** @type {Map<Link, string[]>} what they say */
    this.said = new Map();
  }

  /**
   * Takes in what the notices say, by the addresses of their pages.
   * @param {{ readonly [path: string]: string[] }} bodies
   */
  add(bodies) {
    for (const page of this.papers) {
      page.body = bodies[page.path] || [];
      this.said.set(page, page.body.map(fold));
    }
  }

  /**
   * What holds every word, those whose titles, facts and names do before those that only say so. The list of its place stands in
   * for a union where nothing else is found.
   * @param {readonly Word[]} words
   * @param {boolean} some whether workshops are found
   * @returns {FoundLinks}
   */
  find(words, some) {
    if (!words.length) return { papers: [], groups: [] };
    const named = this.papers.filter((page) => holds(this.textsOf(page), words));
    const saying = this.papers.filter((page) => !named.includes(page) && holds([...this.textsOf(page), ...(this.said.get(page) || [])], words));
    const groups = this.groups.filter((page) => holds(this.textsOf(page), words));
    const places = groups.length || some ? groups : this.unions.filter((page) => holds(this.textsOf(page), words));
    return { papers: named.concat(saying), groups: places };
  }

  /** @param {Link} page */
  textsOf(page) {
    return this.named.get(page) || [];
  }
}

/**
 * @param {readonly string[]} texts
 * @param {readonly Word[]} words
 */
function holds(texts, words) {
  return words.every((word) => word.some((form) => texts.some((text) => text.includes(form))));
}
