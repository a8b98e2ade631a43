// Several keys that belong together: what everybody knows at once, the rest folded away.

import { build } from "../../base/dom.js";
import { WORDS } from "../messages.js";

/** @typedef {import("../../record/checks.js").Field} Field */
/** @typedef {import("./control.js").About} About */
/** @typedef {import("./control.js").Control} Control */
/** @typedef {import("./control.js").Told} Told */

/** @typedef {Control & { children: Control[] }} Group */

/**
 * A group of boxes.
 * @param {About} about
 * @param {Field | null} field none for a whole record
 * @param {readonly Field[]} fields
 * @param {string} [label] what the group is called where one of its keys is missing
 * @returns {Group}
 */
export function group(about, field, fields, label = "") {
  const children = fields.map(about.built);
  const box = build("fieldset", { class: "rg-group", "data-key": field ? field.key : undefined });
  if (field) box.append(build("legend", {}, field.label));
  if (field && field.help) box.append(build("p", { class: "rg-help" }, field.help));
  box.append(...laid(field, children));

  /** @type {Group} */
  const control = {
    field, box, children, touched: false, id: (children.find(isFirst) || children[0]).id,
    focus: () => children[0].focus(),
    get() {
      /** @type {import("../../record/text.js").Group} */
      const found = {};
      for (const child of children) {
        const value = child.get();
        if (value !== undefined) found[keyOf(child)] = value;
      }
      return Object.keys(found).length ? found : undefined;
    },
    set(value) {
      const values = /** @type {import("../../record/text.js").Group} */ (value || {});
      for (const child of children) child.set(values[keyOf(child)]);
    },
    problems(whole = false) {
      const told = children.map((child) => child.problems()).flat();
      return whole || control.get() !== undefined ? [...told, ...lacking(about, children, label)] : told;
    },
    show: () => {},
  };
  return control;
}

/**
 * Boxes as a page shows them: those that everybody knows, then the rest, folded away.
 * @param {Field | null} field none for those of a whole record
 * @param {readonly Control[]} children
 * @returns {HTMLElement[]}
 */
export function laid(field, children) {
  const first = children.filter(isFirst), shown = first.length ? first : children;
  const more = children.filter((it) => !shown.includes(it));
  return [...shown.map((it) => it.box), ...(more.length ? [folded(field, more)] : [])];
}

/**
 * @param {Control} control
 */
const isFirst = (control) => control.field !== null && control.field.first === true;

/**
 * @param {Control} control
 */
export const keyOf = (control) => (control.field ? control.field.key : "");

/**
 * The keys that must be written and are not.
 * @param {About} about
 * @param {readonly Control[]} children
 * @param {string} table
 * @returns {Told[]}
 */
function lacking(about, children, table) {
  /** @type {Told[]} */
  const told = [];
  for (const control of children) {
    if (!control.field || !control.field.required || control.get() !== undefined) continue;
    const { label, key, words } = control.field;
    told.push({ control, missing: true, problem: about.checks.table("required", { label, key, words, table }) });
  }
  return told;
}

/**
 * @param {Field | null} field
 * @param {readonly Control[]} more
 */
function folded(field, more) {
  const labels = more.map((it) => (it.field ? it.field.label : "")).join("、");
  const summary = build("summary", {}, `${field ? `${field.label}的` : ""}${WORDS.others}${labels}`);
  return build("details", { class: "rg-more" }, summary, ...more.map((it) => it.box));
}
