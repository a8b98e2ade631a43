// The list of all workshops, filtered and sorted: the static pages stay until somebody chooses something.

import { element } from "../base/dom.js";
import { Filters, knowsStrokes } from "./filters.js";
import { card, csv, told, tableRow } from "./rows.js";

const STEP = 60;
const fixed = document.getElementById("rg-static");
const live = document.getElementById("rg-live");
const form = document.getElementById("rg-filters");
const download = document.getElementById("rg-csv");
const head = fixed.querySelector("thead");
const labels = head ? [...head.querySelectorAll("th")].map((cell) => cell.textContent) : [];
let result = null;

if (knowsStrokes) {
  const option = element("option", "按名称笔画");
  option.value = "strokes";
  form.elements.sort.append(option);
}

const filters = new Filters(form, (found) => {
  result = found;
  show(history.state?.shown || STEP);
});

function show(count) {
  const { data, found, params } = result;
  const chosen = [...params].length > 0;
  fixed.hidden = chosen;
  live.hidden = !chosen;
  const whole = data.rows.id.length;
  filters.status.textContent = chosen ? `找到 ${found.length} 个（共 ${whole} 个）` : `共 ${whole} 个`;
  live.replaceChildren();
  if (!chosen) return;
  if (!found.length) {
    live.append(element("p", "没有符合全部条件的工作室。请去掉一两个条件再看；选项后面的数字是在其他条件下能找到的个数。", "rg-empty"));
    return;
  }
  const holder = params.get("view") === "cards" ? cards() : table();
  add(holder, 0, count);
}

function table() {
  const made = element("table", "", "rg-table rg-cards");
  made.append(head.cloneNode(true), element("tbody"));
  live.append(made);
  return { list: made.lastChild, make: tableRow };
}

function cards() {
  const made = element("ul", "", "rg-card-list");
  live.append(made);
  return { list: made, make: card };
}

/** Rows from one number up to another, and a button for the next. */
function add(holder, from, to) {
  const { data, found } = result;
  const made = found.slice(from, to).map((row) => holder.make(told(data, row), labels));
  holder.list.append(...made);
  const left = found.length - to;
  if (left <= 0) return made;
  const more = element("button", `再显示 ${Math.min(STEP, left)} 个（还有 ${left} 个）`, "rg-button rg-more");
  more.type = "button";
  more.addEventListener("click", () => {
    more.remove();
    history.replaceState({ shown: to + STEP }, "");
    add(holder, to, to + STEP)[0].querySelector("a").focus();
  });
  live.append(more);
  return made;
}

download.addEventListener("click", async () => {
  if (!result) await filters.show();
  if (!result) return;
  const { data, found } = result;
  const address = URL.createObjectURL(new Blob([csv(data, found, labels)], { type: "text/csv;charset=utf-8" }));
  const link = element("a");
  link.href = address;
  link.download = "工作室名册-筛选结果.csv";
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
});

const asked = [...filters.params()].length > 0;
if (asked) fixed.hidden = true; // what is not asked for is not shown while the rows are on their way
if (asked || filters.unknown().length) {
  filters.show().then(() => {
    if (!result) fixed.hidden = false;
    const strange = filters.unknown();
    if (strange.length) filters.status.append(`。网址里的“${strange.join("”“")}”不认识，没有用它`);
  });
}
