// The list of all workshops, filtered and sorted: the static pages stay until somebody chooses something.

import { all, build, button, byId, element, one, refill } from "../base/dom.js";
import { csv } from "./csv.js";
import { Filters } from "./filters.js";
import { knowsStrokes } from "./match.js";
import { DOWNLOAD, NOTHING, STROKES, foundOf, more, strange, total } from "./messages.js";
import { card, tableRow, told } from "./rows.js";

/** @typedef {import("./filters.js").Result} Result */

const STEP = 60;
const fixed = byId("rg-static"), live = byId("rg-live"), form = byId("rg-filters", HTMLFormElement);
const labels = all(fixed, "thead th").map((cell) => cell.textContent || "");
/** @type {Result | null} */
let result = null;

if (knowsStrokes) one(form, "[name=sort]").append(build("option", { value: "strokes" }, STROKES));

const filters = new Filters(form, (found) => {
  result = found;
  show(found, (history.state && history.state.shown) || STEP);
});

/**
 * @param {Result} found
 * @param {number} count how many at first
 */
function show(found, count) {
  const { data, params } = found, whole = data.rows.id.length, chosen = Array.from(params).length > 0;
  fixed.hidden = chosen;
  live.hidden = !chosen;
  filters.status.textContent = chosen ? foundOf(found.found.length, whole) : total(whole);
  refill(live);
  if (!chosen) return;
  if (!found.found.length) live.append(element("p", NOTHING, "rg-empty"));
  else if (params.get("view") === "cards") add(found, cards(), card, 0, count);
  else add(found, table(), tableRow, 0, count);
}

function table() {
  const made = element("table", "", "rg-table rg-cards"), body = element("tbody");
  made.append(one(fixed, "thead").cloneNode(true), body);
  live.append(made);
  return body;
}

function cards() {
  const made = element("ul", "", "rg-card-list");
  live.append(made);
  return made;
}

/**
 * Rows from one number up to another, and a button for the next.
 * @param {Result} found
 * @param {Element} list
 * @param {typeof card | typeof tableRow} make
 * @param {number} from
 * @param {number} to
 */
function add(found, list, make, from, to) {
  const made = found.found.slice(from, to).map((row) => make(told(found.data, row), labels));
  list.append(...made);
  const left = found.found.length - to;
  if (left <= 0) return made;
  const next = button(more(Math.min(STEP, left), left), "rg-button rg-more", () => {
    next.remove();
    history.replaceState({ shown: to + STEP }, "");
    one(add(found, list, make, to, to + STEP)[0], "a").focus();
  });
  live.append(next);
  return made;
}

/** @param {Result} found */
function download({ data, found }) {
  const address = URL.createObjectURL(new Blob([csv(data, found, labels)], { type: "text/csv;charset=utf-8" }));
  build("a", { href: address, download: DOWNLOAD }).click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}

async function begin() {
  const asked = Array.from(filters.params()).length > 0;
  if (asked) fixed.hidden = true; // what is not asked for is not shown while the rows are on their way
  if (!asked && !filters.unknown().length) return;
  await filters.show();
  if (!result) fixed.hidden = false;
  if (filters.unknown().length) filters.status.append(strange(filters.unknown()));
}

byId("rg-csv").addEventListener("click", async () => {
  if (!result) await filters.show();
  if (result) download(result);
});
begin();
