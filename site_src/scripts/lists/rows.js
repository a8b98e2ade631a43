// A workshop as a row of the table, as a card, and as a line of a CSV file; the same words as the pages that need no JavaScript.

import { element } from "../base/dom.js";
import { page } from "./filters.js";

const FORMULA = /^[=+\-@\t\r＝＋－＠]/;

/** What is shown of a workshop. `cells`: the table's columns after the name, each a text and whether it is known. */
export function told(data, row) {
  const value = (facet) => [data.rows[facet][row]].flat().map((place) => data.facets[facet][place]);
  const known = ([slug, title]) => [title, slug !== "unknown"];
  const plain = (key) => [data.rows[key][row] || data.unknown[key], Boolean(data.rows[key][row])];
  const [code, industry] = value("industries")[0];
  const years = value("years").reverse().map(([slug, title]) => (slug === "unknown" ? title : slug)).join("、");
  const [status, statusTitle] = value("statuses")[0];
  return {
    id: data.rows.id[row],
    name: data.rows.name[row],
    former: data.rows.former[row].join("、"),
    status,
    statusTitle,
    cells: [
      plain("leader"),
      plain("unit"),
      known(value("districts")[0]),
      [industry.slice(industry.indexOf(" ") + 1), code !== "unknown"], // the name without the code before it
      known(value("levels").pop()),
      [years, value("years")[0][0] !== "unknown"],
    ],
  };
}

/** The link with the workshop's name, and its status where that is not the usual one. */
export function heading(workshop) {
  const link = element("a", workshop.name);
  link.href = page(workshop.id);
  const parts = [link];
  if (workshop.status !== "listed") parts.push(" ", element("span", workshop.statusTitle, `rg-status rg-status-${workshop.status}`));
  return parts;
}

/** A row of the table; `labels` are the headings of its columns. */
export function tableRow(workshop, labels) {
  const line = element("tr");
  const name = element("th");
  name.scope = "row";
  name.append(...heading(workshop));
  if (workshop.former) name.append(element("small", `曾用名：${workshop.former}`));
  line.append(name);
  workshop.cells.forEach(([text], place) => {
    const cell = element("td", text);
    cell.dataset.label = labels[place + 1];
    line.append(cell);
  });
  return line;
}

/** A card. */
export function card(workshop, labels) {
  const made = element("li");
  const name = element("p", "", "rg-card-name");
  name.append(...heading(workshop));
  if (workshop.former) name.append(element("small", `曾用名：${workshop.former}`));
  const list = element("dl");
  workshop.cells.forEach(([text], place) => {
    list.append(element("dt", labels[place + 1]), element("dd", text));
  });
  made.append(name, list);
  return made;
}

/** The titles of a row's known values in a facet. */
function titles(data, facet, row) {
  return [data.rows[facet][row]].flat().map((place) => data.facets[facet][place]).filter(([slug]) => slug !== "unknown").map(([, title]) => title).join("、");
}

/** The rows as CSV: a byte order mark for Excel, unknown cells empty, none that a spreadsheet takes for a formula. */
export function csv(data, found, labels) {
  const lines = [[...labels, "类别", "推荐工会", "开放先导区", "曾用名", "状态", "编号", "网址"]];
  for (const row of found) {
    const { id, name, former, cells, statusTitle } = told(data, row);
    const rest = ["categories", "recommenders", "zones"].map((facet) => titles(data, facet, row));
    lines.push([name, ...cells.map(([text, known]) => (known ? text : "")), ...rest, former, statusTitle, id, page(id)]);
  }
  const cell = (text) => {
    const harmless = FORMULA.test(text) ? `'${text}` : text;
    return /[",\r\n]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
  };
  return "\ufeff" + lines.map((line) => line.map(cell).join(",") + "\r\n").join("");
}
