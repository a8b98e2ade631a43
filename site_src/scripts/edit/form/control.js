// One value of a record as a box of the form, and what every kind of box has in common.

import { build } from "../../base/dom.js";
import { bare, size } from "../../base/text.js";
import { written } from "../../record/checks.js";
import { counted, WORDS } from "../messages.js";

/** @typedef {import("../../record/checks.js").Field} Field */
/** @typedef {import("../../record/checks.js").Problem} Problem */
/** @typedef {import("../../record/text.js").Value} Value */

/** @typedef {{ control: Control, problem: Problem, missing?: boolean }} Told A problem, and the box that it is told of. */

/**
 * A box: its value (undefined where nothing is written), its problems, and where the focus goes. `children`: what a group
 * holds, `each` and `item`: what a list does, `item` among those that are filled in; `refresh`: renews what it offers.
 * @typedef {{ field: Field | null, box: HTMLElement, id: string, touched: boolean, focus: () => void,
 *   get: () => Value | undefined, set: (value: Value | undefined) => void, problems: (whole?: boolean) => Told[],
 *   show: (problem: Problem | null) => void, children?: Control[], each?: () => Control[], item?: (place: number) => Control,
 *   refresh?: () => void }} Control
 */

/**
 * What the boxes share. `keys`: what a source can prove, with its words; `changed`: to be done after a change; `next`: the id
 * of the next box; `built`: the box of a field.
 * @typedef {{ schema: import("../open.js").Schema, checks: import("../../record/checks.js").Checks,
 *   find: import("../../record/personal.js").Find | null, today: string, changed: () => void,
 *   keys: () => (readonly [key: string, label: string])[], next: () => string, built: (field: Field) => Control }} About
 */

/** @typedef {HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement} Input */

const MODES = new Map([["integer", "numeric"], ["decimal", "decimal"], ["url", "url"]]);
const CHOSEN = ["choice", "term", "notice"];
const EXPLAINED = ["day", "url", "decimal"]; // kinds whose way of writing is told beside the help
const FREE = ["text", "prose", "pattern", "url"]; // where somebody may write of a person

/**
 * A box of one value.
 * @param {About} about
 * @param {Field} field
 * @returns {Control}
 */
export function one(about, field) {
  const id = about.next();
  const input = inputOf(about.schema, field, id);
  const { box, told } = framed(field, id, input, "div");
  if (field.offered) box.append(build("datalist", { id: `${id}-list` }, ...inUse(about.schema, field.offered).map((term) => option(term[0]))));
  // What can be chosen is nothing (a city without zones): nobody is asked, unless something stands there.
  const hide = () => { box.hidden = !field.required && input instanceof HTMLSelectElement && input.options.length < 2; };
  hide();
  /** @type {Control} */
  const control = {
    field, box, id, touched: false, focus: () => input.focus(),
    get: () => written(field, input.value) || undefined,
    set: (value) => {
      fill(input, String(value || ""));
      hide();
    },
    problems: () => asTold(control, about.checks.value(field, input.value) || personal(about, field, input.value)),
    show: (problem) => show(about.schema, input, told, problem),
  };
  input.addEventListener("change", () => {
    control.touched = true;
    about.changed();
  });
  input.addEventListener("input", about.changed);
  if (field.kind === "prose") count(field, id, box, input);
  return control;
}

/**
 * A label, its help, the input and the place for its problem; help and problem are tied to the input by aria-describedby.
 * @param {Field} field
 * @param {string} id
 * @param {HTMLElement} input
 * @param {"div" | "fieldset"} tag
 */
export function framed(field, id, input, tag) {
  const told = build("p", { class: "rg-told", id: `${id}-told` });
  const help = [field.help, EXPLAINED.includes(field.kind) ? field.words : ""].filter(Boolean).join("。");
  const key = build("code", { class: "rg-key", "aria-hidden": "true" }, field.key);
  const name = tag === "fieldset" ? build("legend", {}, field.label, key) : build("label", { for: id }, field.label, key);
  if (field.required) name.append(build("span", { class: "rg-must" }, WORDS.required));
  const box = build(tag, { class: "rg-field", "data-key": field.key }, name);
  if (help) box.append(build("p", { class: "rg-help", id: `${id}-help` }, help));
  box.append(input, told);
  (tag === "fieldset" ? box : input).setAttribute("aria-describedby", `${help ? `${id}-help ` : ""}${id}-told`);
  return { box, told };
}

/**
 * Shows a problem, or that there is none.
 * @param {{ readonly warnings: readonly string[] }} schema
 * @param {HTMLElement} input
 * @param {HTMLElement} told
 * @param {Problem | null} problem
 */
export function show(schema, input, told, problem) {
  const words = problem ? `${problem.message}。${problem.remedy}` : "";
  if (told.textContent !== words) told.textContent = words;
  told.classList.toggle("rg-wrong", problem !== null && !schema.warnings.includes(problem.code));
  if (problem) input.setAttribute("aria-invalid", "true");
  else input.removeAttribute("aria-invalid");
}

/**
 * @param {Control} control
 * @param {Problem | null} problem
 * @returns {Told[]}
 */
const asTold = (control, problem) => (problem ? [{ control, problem }] : []);

/**
 * @param {About} about
 * @param {Field} field
 * @param {string} text
 */
function personal({ find, today }, field, text) {
  return (find && FREE.includes(field.kind) && find(text, today)[0]) || null;
}

/**
 * @param {import("../open.js").Schema} schema
 * @param {Field} field
 * @param {string} id
 * @returns {Input}
 */
function inputOf(schema, field, id) {
  if (field.kind === "prose") return build("textarea", { id, rows: "7" });
  if (CHOSEN.includes(field.kind)) return build("select", { id }, option("", WORDS.none), ...choices(schema, field));
  const list = field.offered ? `${id}-list` : undefined;
  return build("input", { id, type: "text", autocomplete: "off", inputmode: MODES.get(field.kind), list });
}

/**
 * @param {import("../open.js").Schema} schema
 * @param {Field} field
 */
function choices(schema, field) {
  if (field.kind === "choice") return (field.options || []).map((word) => option(word));
  if (field.kind === "notice") {
    const fitting = schema.notices.filter((notice) => !field.of || notice[3] === field.of);
    return fitting.map(([id, title, date]) => option(id, `${title}（${date}）`));
  }
  const terms = inUse(schema, field.vocabulary || "");
  if (field.by !== "code") return terms.map(([name]) => option(name));
  return terms.filter((term) => term[1]).map(([name, code]) => option(code, `${code && code.length > 1 ? "\u3000" : ""}${name}`)); // a part stands below its whole
}

/**
 * The terms of a vocabulary that are still used.
 * @param {import("../open.js").Schema} schema
 * @param {string} vocabulary
 */
const inUse = (schema, vocabulary) => (schema.vocabularies[vocabulary] || { terms: [] }).terms.filter((term) => !term[3]);

/**
 * @param {string} value
 * @param {string} [text]
 */
const option = (value, text = value) => build("option", { value }, text);

/**
 * A value that is offered no more stays as it is.
 * @param {Input} input
 * @param {string} value
 */
function fill(input, value) {
  if (input instanceof HTMLSelectElement && value && !Array.from(input.options).some((it) => it.value === value)) input.append(option(value));
  input.value = value;
}

/**
 * How many characters are written, of how many that may be.
 * @param {Field} field
 * @param {string} id
 * @param {HTMLElement} box
 * @param {Input} input
 */
function count(field, id, box, input) {
  const told = build("p", { class: "rg-counter", id: `${id}-count` });
  const { most = 0 } = field.rules.find((rule) => rule.most) || {};
  const tell = () => { told.textContent = counted(size(bare(input.value)), most); };
  input.setAttribute("aria-describedby", `${input.getAttribute("aria-describedby")} ${told.id}`);
  input.addEventListener("input", tell);
  box.insertBefore(told, box.lastChild);
  tell();
}
