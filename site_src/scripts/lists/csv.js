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
 * @param {readonly string[]} labels the headings of the columns that are shown
 */
export function csv(data, found, labels) {
  const lines = found.map((row) => {
    const { id, name, former, cells, statusTitle } = told(data, row);
    const rest = ["categories", "recommenders", "zones"].map((facet) => titles(data, facet, row));
    return [name, ...cells.map(([text, known]) => (known ? text : "")), ...rest, list(former), statusTitle, id, page(id)];
  });
  return table([[...labels, ...MORE_COLUMNS], ...lines]);
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
