// Choices that are parts of another: the divisions of an industry's section. The whole has all of its parts.

import { all, one } from "../base/dom.js";
import { checkboxes, labelOf } from "./choices.js";

/**
 * A whole chosen takes back its parts, a part chosen its whole: one asks for all of it, or for less.
 * @param {HTMLInputElement} input
 */
export function chosenAlone(input) {
  if (!input.checked) return;
  const below = input.closest(".rg-parts"), whole = input.closest(".rg-whole");
  const others = below ? [wholeOf(below)] : whole ? checkboxes(next(whole)) : [];
  for (const other of others) other.checked = false;
}

/**
 * Each whole of a box has a button that opens its parts.
 * @param {Element} box
 */
export function wireParts(box) {
  for (const group of groups(box)) opener(group).addEventListener("click", () => open(group, Boolean(group.hidden)));
}

/**
 * Opens the parts of which one is chosen.
 * @param {Element} box
 */
export function openParts(box) {
  for (const group of groups(box)) if (checkboxes(group).some((input) => input.checked)) open(group, true);
}

/**
 * A whole of which parts are chosen is half chosen. Parts that would find nothing are not shown.
 * @param {Element} box
 */
export function tellParts(box) {
  for (const group of groups(box)) {
    const inputs = checkboxes(group), whole = wholeOf(group);
    for (const input of inputs) labelOf(input).hidden = input.disabled;
    whole.indeterminate = !whole.checked && inputs.some((input) => input.checked);
    opener(group).hidden = inputs.every((input) => input.disabled);
  }
}

/** @param {Element} box */
const groups = (box) => all(box, ".rg-parts");

/** @param {Element} group */
const wholeOf = (group) => one(before(group), "input", HTMLInputElement);

/** @param {Element} group */
const opener = (group) => one(before(group), "button", HTMLButtonElement);

/**
 * @param {HTMLElement} group
 * @param {boolean} shown
 */
function open(group, shown) {
  group.hidden = !shown;
  opener(group).setAttribute("aria-expanded", String(shown));
}

/** @param {Element} group */
function before(group) {
  return beside(group.previousElementSibling);
}

/** @param {Element} whole */
function next(whole) {
  return beside(whole.nextElementSibling);
}

/** @param {Element | null} found */
function beside(found) {
  if (!found) throw new Error("a whole and its parts stand side by side");
  return found;
}
