// What is wrong, shown at each box and listed with links; and whether the record may be handed on.

import { build, byId, refill } from "../base/dom.js";
import { walk } from "./form/build.js";
import { lacking, stillMissing, stillWrong, WORDS } from "./messages.js";

/** @typedef {import("./form/control.js").Control} Control */
/** @typedef {import("./form/control.js").Told} Told */

/**
 * Whether a problem stops the record: it is an error, not a warning.
 * @param {{ readonly warnings: readonly string[] }} schema
 * @param {Told} told
 */
export const isSevere = (schema, told) => !schema.warnings.includes(told.problem.code);

/**
 * Shows problems at the boxes of all forms and in the list above the buttons.
 * @param {readonly Control[]} forms
 * @param {readonly Told[]} shown
 * @param {(id: string) => void} reveal shows the step that holds a box
 */
export function display(forms, shown, reveal) {
  shown = shown.map(plain);
  for (const form of forms) {
    walk(form, (control) => {
      const own = shown.find((it) => it.control === control);
      control.show(own ? own.problem : null);
      if (control.refresh) control.refresh();
    });
  }
  const list = byId("rg-problems");
  refill(list, ...shown.map(({ control, problem }) => build("li", {}, link(control, problem.message, reveal))));
  list.hidden = !shown.length;
}

/**
 * What is missing, for those who fill in boxes: not as a line of a file.
 * @param {Told} told
 * @returns {Told}
 */
function plain(told) {
  const { control: { field }, problem, missing } = told;
  const asFile = missing && field && problem.message.endsWith(`（${field.key}）`);
  return asFile && field ? { ...told, problem: { ...problem, message: lacking(field.label), remedy: WORDS.fillIn } } : told;
}

/**
 * Says in one line how it stands; untouched where it says so already, or a screen reader would repeat it at each key.
 * @param {readonly Told[]} errors
 * @param {boolean} changed
 */
export function state(errors, changed) {
  const missing = errors.filter((it) => it.missing).length;
  const fine = changed ? WORDS.fine : WORDS.unchanged;
  const words = !errors.length ? fine : missing === errors.length ? stillMissing(missing) : stillWrong(errors.length);
  const place = byId("rg-state");
  if (place.textContent !== words) place.textContent = words;
}

/**
 * A link to a box: what folds it away is opened, and it gets the focus.
 * @param {Control} control
 * @param {string} message
 * @param {(id: string) => void} reveal
 */
function link({ field, id, box, focus }, message, reveal) {
  const made = build("a", { href: `#${id}` }, (field ? `${field.label}：` : "") + message);
  made.addEventListener("click", (event) => {
    event.preventDefault();
    reveal(id);
    for (let it = box.closest("details"); it; it = it.parentElement && it.parentElement.closest("details")) it.open = true;
    focus();
  });
  return made;
}
