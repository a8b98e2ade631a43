// A box over many choices: what is typed leaves those that have it in their title.

import { all } from "../base/dom.js";
import { bare } from "../base/text.js";
import { onTyped } from "../base/typing.js";
import { checkboxOf, titleOf } from "./choices.js";
import { NOTHING_TYPED, among } from "./messages.js";

/**
 * What is chosen stays in sight.
 * @param {HTMLInputElement} input
 * @param {Element} box that holds the choices
 * @param {Element} told says how many there are
 */
export function wireAmong(input, box, told) {
  const labels = all(box, "label", HTMLLabelElement);
  onTyped(input, () => {
    const typed = fold(input.value);
    const fits = (/** @type {HTMLLabelElement} */ label) => fold(titleOf(label)).includes(typed);
    for (const label of labels) label.hidden = !fits(label) && !checkboxOf(label).checked;
    const found = labels.filter(fits).length;
    told.textContent = found ? among(found) : NOTHING_TYPED;
    told.classList.toggle("rg-hidden", found > 0);
  });
  input.addEventListener("change", (event) => event.stopPropagation()); // nothing is chosen by it
}

/** @param {string} text */
function fold(text) {
  return bare(text.normalize("NFKC").toLowerCase());
}
