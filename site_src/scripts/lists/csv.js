// The rows that are found, as a table for Excel.

import { page } from "./data.js";
import { MORE_COLUMNS, list } from "./messages.js";
import { titles, told } from "./rows.js";

/** @typedef {import("./data.js").Data} Data */

const FORMULA = /^[=+\-@\t\r＝＋－＠]/;

/**
 * As CSV: a byte order mark for Excel, cells of which nothing is known empty, none that a spreadsheet takes for a formula.
 * @param {Data} data
 * @param {readonly number[]} found
 * @param {string} heading of the names
 * @param {readonly import("./rows.js").Column[]} columns those that are shown after it
 */
export function csv(data, found, heading, columns) {
  const lines = found.map((row) => {
    const { id, name, former, cells, statusTitle } = told(data, row);
    const rest = ["categories", "recommenders", "zones"].map((facet) => titles(data, facet, row));
    return [name, ...columns.map(({ place }) => (cells[place][1] ? cells[place][0] : "")), ...rest, list(former), statusTitle, id, page(id)];
  });
  return table([[heading, ...columns.map(({ label }) => label), ...MORE_COLUMNS], ...lines]);
}

/**
 * Lines of cells as CSV for Excel.
 * @param {readonly (readonly string[])[]} lines
 */
export const table = (lines) => `\ufeff${lines.map((line) => `${line.map(quoted).join(",")}\r\n`).join("")}`;

/** @param {string} text */
function quoted(text) {
  const harmless = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(harmless) ? `"${harmless.replace(/"/g, '""')}"` : harmless;
}
