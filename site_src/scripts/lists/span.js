// The box of years: from which year to which, and room for the years that an address names one by one, or that nobody has.

import { all, build, one } from "../base/dom.js";
import { checkboxOf } from "./choices.js";
import { counted, yearTitle } from "./messages.js";
import { countsAt, isYear, spanned } from "./years.js";

/** @typedef {import("./years.js").Span} Span */

/**
 * The span that is chosen in a box; null where none is, or where it is a box without one.
 * @param {Element} box
 * @returns {Span | null}
 */
export function spanIn(box) {
  const [from, to] = ends(box).map(({ value }) => value);
  return from || to ? { from, to } : null;
}

/** @param {Element} box */
export function clearSpan(box) {
  for (const end of ends(box)) end.value = "";
}

/**
 * A span takes the place of single years.
 * @param {HTMLSelectElement} end
 */
export function spanPicked(end) {
  const box = end.closest("[data-facet]");
  if (box) for (const place of all(box, ".rg-single")) place.textContent = "";
}

/**
 * Each year of an address can be chosen, also one that nobody has.
 * @param {Element} box
 * @param {string} search
 */
export function makeRoom(box, search) {
  const told = new URLSearchParams(spanned(search));
  for (const end of ends(box)) for (const year of told.getAll(end.name).filter(isYear)) makeEnd(end, year);
  for (const place of all(box, ".rg-single")) {
    place.textContent = "";
    place.append(...Array.from(new Set(told.getAll("years").filter(isYear)), (year) => single(box, year)));
  }
}

/**
 * How many each end would find; one that would find nothing cannot be chosen.
 * @param {Element} box
 * @param {readonly (readonly string[])[]} rows the years of each row that fits all else
 */
export function tellSpan(box, rows) {
  for (const end of ends(box)) {
    const years = Array.from(end.options).filter(({ value }) => value);
    const counts = countsAt(rows, spanIn(box) || { from: "", to: "" }, nameOf(end), years.map(({ value }) => value));
    for (const option of years) {
      const count = counts.get(option.value) || 0;
      option.textContent = counted(yearTitle(option.value), count);
      option.disabled = count === 0 && !option.selected;
    }
  }
}

/** @param {Element} box */
const ends = (box) => all(box, ".rg-span select", HTMLSelectElement);

/** @param {HTMLSelectElement} end */
const nameOf = ({ name }) => (name === "from" ? "from" : "to");

/**
 * @param {HTMLSelectElement} end
 * @param {string} year
 */
function makeEnd(end, year) {
  const options = Array.from(end.options);
  if (options.some(({ value }) => value === year)) return;
  end.insertBefore(build("option", { value: year }, yearTitle(year)), options.find(({ value }) => value && value < year) || null);
}

/**
 * @param {Element} box
 * @param {string} year
 */
function single(box, year) {
  const made = one(one(box, "template", HTMLTemplateElement).content, "label", HTMLLabelElement).cloneNode(true);
  const label = /** @type {HTMLLabelElement} */ (made);
  label.dataset.title = yearTitle(year);
  checkboxOf(label).value = year;
  return label;
}
