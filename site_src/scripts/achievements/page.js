// Achievements: which there are of a kind, an industry, a district, a year, and what their numbers add up to.

import { element } from "../base/dom.js";
import { table } from "../lists/csv.js";
import { page } from "../lists/data.js";
import { wire } from "../lists/live.js";
import { titles } from "../lists/rows.js";
import { COLUMNS, DOWNLOAD, KIND, LABELS, NOTHING, NOT_SAID, SUMS, TO_FILL, UNIT, money, told } from "./messages.js";
import { ENTRIES, entries, kindOf, tallies, unitOf, yearOf } from "./rows.js";

/** @typedef {import("./rows.js").Told} Told */

const UNKNOWN = "unknown"; // the word in the address of what is not known

wire({
  source: ENTRIES,
  unit: UNIT,
  nothing: NOTHING,
  download: DOWNLOAD,
  open: ({ data, found }, live) => {
    const all = entries(data), sums = tallies(all, found).map((tally) => line([tally.kind, told(tally)], [KIND, SUMS]));
    live.append(filled([KIND, SUMS], sums));
    const list = filled(LABELS, []);
    live.append(list);
    return { list: list.tBodies[0], make: (row) => entry(all, row) };
  },
  csv: ({ data, found }) => table([COLUMNS, ...found.map((row) => cells(entries(data), row))]),
});

/**
 * A table, as the static pages have it.
 * @param {readonly string[]} heads
 * @param {readonly HTMLElement[]} lines
 */
function filled(heads, lines) {
  const made = element("table", "", "rg-table rg-cards"), head = element("thead"), top = element("tr"), body = element("tbody");
  top.append(...heads.map((text) => {
    const cell = element("th", text);
    cell.scope = "col";
    return cell;
  }));
  head.append(top);
  body.append(...lines);
  made.append(head, body);
  return made;
}

/**
 * @param {readonly (string | Node)[]} texts the first one heads the line
 * @param {readonly string[]} labels
 */
function line(texts, labels) {
  const made = element("tr");
  made.append(...texts.map((text, place) => {
    const cell = element(place ? "td" : "th");
    if (cell instanceof HTMLTableCellElement && !place) cell.scope = "row";
    cell.append(text);
    if (place) cell.dataset.label = labels[place];
    return cell;
  }));
  return made;
}

/**
 * @param {Told} data
 * @param {number} row
 */
function entry(data, row) {
  const { rows, workshops } = data, [, kind] = kindOf(data, row), [, year] = yearOf(data, row), place = rows.workshop[row];
  const workshop = element("a", workshops.name[place]), count = rows.count[row], yuan = rows.yuan[row];
  workshop.href = page(workshops.id[place]);
  const sizes = [count ? `${count} ${unitOf(data, row)}` : "", yuan ? money(yuan) : ""].filter(Boolean);
  return line([rows.title[row], kind, sizes.join("，") || NOT_SAID, year, rows.evidence[row] || TO_FILL, workshop], LABELS);
}

/**
 * A line of the file, empty where nothing is known.
 * @param {Told} data
 * @param {number} row
 */
function cells(data, row) {
  const { rows, workshops } = data, [year] = yearOf(data, row), place = rows.workshop[row], id = workshops.id[place];
  const count = rows.count[row], yuan = rows.yuan[row];
  return [
    kindOf(data, row)[1], rows.title[row], count ? String(count) : "", unitOf(data, row), yuan ? String(yuan) : "", year === UNKNOWN ? "" : year,
    rows.evidence[row], workshops.name[place], id, titles(data, "industries", row), titles(data, "districts", row), page(id),
  ];
}
