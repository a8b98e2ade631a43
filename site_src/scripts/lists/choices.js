// A choice of a facet: a checkbox in its label, which holds the title. lists/filters.html writes them.

import { all, one } from "../base/dom.js";

/** @param {ParentNode} within */
export const checkboxes = (within) => all(within, "input[type=checkbox]", HTMLInputElement);

/** @param {ParentNode} within */
export const checked = (within) => checkboxes(within).filter((input) => input.checked);

/** @param {HTMLLabelElement} label */
export const checkboxOf = (label) => one(label, "input", HTMLInputElement);

/** @param {HTMLLabelElement} label */
export const titleOf = (label) => label.dataset.title || "";

/**
 * @param {HTMLInputElement} input
 * @returns {HTMLLabelElement}
 */
export function labelOf(input) {
  const label = input.closest("label");
  if (!label) throw new Error(`${input.name}: no label`);
  return label;
}

/** @param {HTMLInputElement} input */
export const title = (input) => titleOf(labelOf(input));
