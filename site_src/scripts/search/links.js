// The other pages that search finds: the site's own, notices and forms, and the lists of a district, an industry and the like, as
// generator/site/search/links.py writes them.

import { AROUND, BEFORE, END } from "./messages.js";
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

/**
 * `pages`: the site's own, their `names` the words that they answer; `unions`: the lists of the places of unions that recommended none.
 * @typedef {{ pages: Link[], papers: Link[], groups: GroupLink[], unions: GroupLink[] }} LinksData
 */

/** What is found of them. @typedef {{ pages: Link[], papers: Link[], groups: GroupLink[] }} FoundLinks */

/** All of them, each compared by its folded texts. */
export class Links {
  /** @param {LinksData} data */
  constructor(data) {
    this.pages = data.pages;
    this.papers = data.papers;
    this.groups = data.groups;
    this.unions = data.unions;
    /** @type {Map<Link, string[]>} the words that the site's own pages answer */
    this.answers = new Map(data.pages.map((page) => [page, [page.title, ...(page.names || [])].map(fold)]));
    /** @type {Map<Link, string[]>} */
    this.named = new Map([...data.papers, ...data.groups, ...data.unions].map((link) =>
      [link, textsOf(link)]));
    /** @type {Map<Link, string[]>} what they say */
    this.said = new Map();
  }

  /**
   * Takes in the lists of units, which stand apart.
   * @param {readonly GroupLink[]} lists
   */
  addUnits(lists) {
    this.groups = this.groups.concat(lists);
    for (const link of lists) this.named.set(link, textsOf(link));
  }

  /** All words of the site's own pages, and the titles of the lists, as they are compared. */
  get words() {
    return [...Array.from(this.answers.values()).flat(), ...this.groups.map(({ title }) => fold(title))];
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
    if (!words.length) return { pages: [], papers: [], groups: [] };
    const pages = this.pages.filter((page) => answers(this.answers.get(page) || [], words));
    const named = this.papers.filter((page) => holds(this.textsOf(page), words));
    const saying = this.papers.filter((page) => !named.includes(page) && holds([...this.textsOf(page), ...(this.said.get(page) || [])], words));
    const groups = this.groups.filter((page) => holds(this.textsOf(page), words));
    const places = groups.length || some ? groups : this.unions.filter((page) => holds(this.textsOf(page), words));
    return { pages, papers: named.concat(saying), groups: places };
  }

  /** @param {Link} page */
  textsOf(page) {
    return this.named.get(page) || [];
  }
}

/**
 * Whether a page answers what is asked: each word is one of its own or a part of one, or several of them run together, but for what
 * people put around them (怎样申报, 下载申报表). A word that only asks is left out.
 * @param {readonly string[]} known
 * @param {readonly Word[]} words
 */
function answers(known, words) {
  const asked = words.map(([typed]) => typed.replace(AROUND, "").replace(END, "")).filter(Boolean), several = new RegExp(`^(?:${known.join("|")})+$`);
  const meant = (/** @type {string} */ word) => (word.length > 1 && known.some((one) => one.includes(word))) || several.test(word);
  return asked.length > 0 && asked.every((word) => meant(word) || meant(word.replace(BEFORE, "")));
}

/**
 * What a link is searched by, as it is compared.
 * @param {Link} link
 */
const textsOf = ({ title, facts, names }) => [title, ...(facts || []), ...(names || [])].map(fold);

/**
 * @param {readonly string[]} texts
 * @param {readonly Word[]} words
 */
function holds(texts, words) {
  return words.every((word) => word.some((form) => texts.some((text) => text.includes(form))));
}
