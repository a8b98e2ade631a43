// A workshop as a row of the table, and as a card; the same words as the pages that need no JavaScript.

import { element } from "../base/dom.js";
import { LEVEL, YEAR, page, pairsOf, picture, valuesOf } from "./data.js";
import { former, list } from "./messages.js";

/** @typedef {import("./data.js").Data} Data */
/** @typedef {[text: string, known: boolean]} Cell */

/** A column of the table, by the place of its cell. @typedef {{ place: number, label: string }} Column */

/** The cells, as the headings of the columns name them: site/lists/rows.py. */
const CELLS = ["leader", "unit", "district", "industry", "named"];

/**
 * The columns that a table of the page has: what nobody knows has none.
 * @param {readonly HTMLElement[]} heads
 * @returns {Column[]}
 */
export const columnsOf = (heads) => heads.map((head) => ({ place: CELLS.indexOf(head.dataset.column || ""), label: head.textContent || "" }));

/**
 * What is shown of a workshop. `cells`: the table's columns after the name.
 * @typedef {object} Told
 * @property {string} id
 * @property {string} name
 * @property {string[]} former
 * @property {string} status its word in the address
 * @property {string} statusTitle
 * @property {string} photo the folder of its photograph's pictures
 * @property {string} address of the unit; empty where it is not known, or has not come
 * @property {[leader: Cell, unit: Cell, district: Cell, industry: Cell, named: Cell]} cells
 */

const UNKNOWN = "unknown"; // the word in the address of what is not known
const UNIT = 1; // the cell below which its address stands
const USUAL = "listed"; // the status that is not told

/**
 * @param {Data} data
 * @param {number} row
 * @returns {Told}
 */
export function told(data, row) {
  const { rows, unknown } = data, value = (/** @type {string} */ facet) => valuesOf(data, facet, row);
  const [industry] = value("industries"), [status] = value("statuses");
  return {
    id: rows.id[row],
    name: rows.name[row],
    former: rows.former[row],
    status: status[0],
    statusTitle: status[1],
    photo: rows.photo[row],
    address: rows.address[row] || "",
    cells: [
      [rows.leader[row] || unknown.leader, rows.leader[row] !== ""],
      [rows.unit[row] || unknown.unit, rows.unit[row] !== ""],
      cell(value("districts")[0]),
      cell(industry),
      named(data, row),
    ],
  };
}

/**
 * Each level with the year in which it was named.
 * @param {Data} data
 * @param {number} row
 * @returns {Cell}
 */
function named(data, row) {
  const { facets, unknown } = data, pairs = pairsOf(data, row);
  if (facets.levels[pairs[0][LEVEL]][0] === UNKNOWN) return [unknown.named, false];
  return [list(pairs.map(({ [LEVEL]: level, [YEAR]: year }) => `${facets.levels[level][1]} ${yearOf(data, year)}`)), true];
}

/**
 * @param {Data} data
 * @param {number | undefined} place
 */
function yearOf({ facets: { years }, unknown }, place) {
  return place === undefined || years[place][0] === UNKNOWN ? unknown.years : years[place][0];
}

/**
 * @param {import("./data.js").Value} value
 * @returns {Cell}
 */
function cell([slug, title]) {
  return [title, slug !== UNKNOWN];
}

/**
 * The titles of a row's known values in a facet.
 * @param {Data} data
 * @param {string} facet
 * @param {number} row
 */
export function titles(data, facet, row) {
  return list(valuesOf(data, facet, row).filter(([slug]) => slug !== UNKNOWN).map(([, title]) => title));
}

/**
 * The link with the workshop's name, and its status where that is not the usual one.
 * @param {Told} workshop
 * @returns {(Node | string)[]}
 */
export function heading({ id, name, status, statusTitle }) {
  const link = element("a", name);
  link.href = page(id);
  return status === USUAL ? [link] : [link, " ", element("span", statusTitle, `rg-status rg-status-${status}`)];
}

/**
 * @param {Told} workshop
 * @param {Element} name
 */
function fillName(workshop, name) {
  name.append(...heading(workshop));
  if (workshop.former.length) name.append(element("small", former(workshop.former)));
}

/**
 * A row of the table.
 * @param {Told} workshop
 * @param {readonly Column[]} columns after the name
 */
export function tableRow(workshop, columns) {
  const line = element("tr"), name = element("th");
  name.scope = "row";
  fillName(workshop, name);
  line.append(name, ...columns.map(({ place, label }) => {
    const made = element("td", workshop.cells[place][0]);
    made.dataset.label = label;
    if (place === UNIT && workshop.address) made.append(element("small", workshop.address));
    return made;
  }));
  return line;
}

/**
 * @param {Told} workshop
 * @param {readonly Column[]} columns after the name
 */
export function card(workshop, columns) {
  const made = element("li"), name = element("p", "", "rg-card-name"), facts = element("dl");
  fillName(workshop, name);
  for (const { place, label } of columns) {
    const fact = element("dd", workshop.cells[place][0]);
    if (place === UNIT && workshop.address) fact.append(element("small", workshop.address));
    facts.append(element("dt", label), fact);
  }
  if (workshop.photo) made.append(shot(workshop.photo));
  made.append(name, facts);
  return made;
}

/**
 * A photograph, which says nothing that the card does not: its page has the words for it.
 * @param {string} photo
 */
function shot(photo) {
  const frame = element("div", "", "rg-shot"), image = element("img");
  image.setAttribute("loading", "lazy");
  image.alt = "";
  image.src = picture(photo);
  frame.append(image);
  return frame;
}
