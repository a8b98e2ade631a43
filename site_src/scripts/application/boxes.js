// The boxes of the application form: what is in them, and how much goes in.

import { all, one } from "../base/dom.js";
import { chinese, meant } from "../base/day.js";
import { bare, oneLine, clean, paragraphs, size, WHITE } from "../base/text.js";

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Input */

/**
 * A box as the form's spec has it (generator/forms/webform.py). `feeds`: the record's keys that it fills; `vocabularies`: one
 * for each of these, where its texts are terms; `beside`: it is asked beside the form and printed nowhere; `rules`: the checks
 * of the record's field that it fills, or of its kind; `hints`: what an applicant is told besides.
 * @typedef {{ readonly key: string, readonly label: string, readonly kind: string, readonly feeds: readonly string[],
 *   readonly vocabularies: readonly string[], readonly limit: number, readonly head: boolean, readonly beside: boolean,
 *   readonly rules: readonly import("../record/checks.js").Check[],
 *   readonly hints: readonly import("../record/checks.js").Check[] }} Spec
 */

/** @typedef {Spec & { inputs: Input[], told: HTMLElement, counter: HTMLElement | null }} Box */

const IS_WHITE = new RegExp(`[${WHITE}]`);

/**
 * The boxes on the page, in the order of the spec.
 * @param {HTMLElement} form
 * @param {readonly Spec[]} specs
 * @returns {Box[]}
 */
export function boxes(form, specs) {
  return specs.map((spec) => {
    const within = one(form, `[data-key="${spec.key}"]`);
    const inputs = /** @type {Input[]} */ (all(within, "input, textarea, select"));
    return { ...spec, inputs, told: one(within, ".rg-told"), counter: within.querySelector(".rg-counter") };
  });
}

/**
 * The text of a box: prose by its paragraphs, the rest on one line.
 * @param {Box} box
 */
export function get({ kind, inputs }) {
  if (kind === "choice") {
    const chosen = inputs.find((input) => input instanceof HTMLInputElement && input.checked);
    return chosen ? chosen.value : "";
  }
  return kind === "prose" ? paragraphs(inputs[0].value).join("\n") : oneLine(clean(inputs[0].value));
}

/**
 * The texts of all boxes by their keys.
 * @param {readonly Box[]} all_
 * @returns {Map<string, string>}
 */
export const texts = (all_) => new Map(all_.map((box) => [box.key, get(box)]));

/**
 * @param {Box} box
 * @param {string} value
 */
export function set({ kind, inputs }, value) {
  if (kind !== "choice") inputs[0].value = value;
  else for (const input of inputs) if (input instanceof HTMLInputElement) input.checked = input.value === value;
}

/**
 * How many characters of a box are counted: white space is not.
 * @param {Box} box
 */
export const used = ({ inputs }) => size(bare(inputs[0].value));

/**
 * Takes out what is too much: the characters before the cursor, which were typed or pasted last. Gives how many.
 * @param {Box} box
 */
export function hold(box) {
  const input = box.inputs[0];
  const refused = box.limit ? Math.max(0, used(box) - box.limit) : 0;
  if (!refused || input instanceof HTMLSelectElement) return 0;
  const caret = input.selectionStart || 0;
  const [head, tail] = [input.value.slice(0, caret), input.value.slice(caret)].map((part) => Array.from(part));
  for (let over = refused; over > 0;) {
    const last = (head.length ? head : tail).pop() || "";
    if (!IS_WHITE.test(last)) over -= 1;
  }
  input.value = [...head, ...tail].join("");
  const place = head.join("").length;
  input.setSelectionRange(place, place);
  return refused;
}

/**
 * The day that a text means; null where it means none.
 * @param {import("../base/day.js").Dates} dates
 * @param {string} text
 */
export const dayOf = (dates, text) => meant(dates, text.normalize("NFKC"));

/**
 * A text as it is printed: a day in Chinese.
 * @param {Spec} spec
 * @param {string} text
 * @param {import("../base/day.js").Dates} dates
 */
export function printed({ kind }, text, dates) {
  const day = kind === "date" ? dayOf(dates, text) : null;
  return day ? chinese(day) : text;
}
