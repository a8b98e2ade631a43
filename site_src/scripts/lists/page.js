// The list of all workshops, filtered and sorted.

import { all, build, byId, element, one } from "../base/dom.js";
import { beside } from "./beside.js";
import { csv } from "./csv.js";
import { wire } from "./live.js";
import { knowsStrokes } from "./match.js";
import { DOWNLOAD, NOTHING, STROKES, UNIT } from "./messages.js";
import { card, columnsOf, tableRow, told } from "./rows.js";
import { WORKSHOPS } from "./workshops.js";

const fixed = byId("rg-static");
const heads = all(fixed, "thead th"), columns = columnsOf(heads.slice(1)), [name] = heads.map((cell) => cell.textContent || "");

if (knowsStrokes) one(byId("rg-filters"), "[name=sort]").append(build("option", { value: "strokes" }, STROKES));

wire({
  source: WORKSHOPS,
  unit: UNIT,
  nothing: NOTHING,
  download: DOWNLOAD,
  open: ({ data, found, params }, live) => {
    const both = beside(data, found, params);
    if (both) live.append(both);
    const cards = params.get("view") === "cards", made = cards ? card : tableRow;
    return { list: cards ? cardList(live) : table(live), make: (row) => made(told(data, row), columns) };
  },
  csv: ({ data, found }) => csv(data, found, name, columns),
});

/** @param {Element} live */
function table(live) {
  const made = element("table", "", "rg-table rg-cards"), body = element("tbody");
  made.append(one(fixed, "thead").cloneNode(true), body);
  live.append(made);
  return body;
}

/** @param {Element} live */
function cardList(live) {
  const made = element("ul", "", "rg-card-list");
  live.append(made);
  return made;
}
