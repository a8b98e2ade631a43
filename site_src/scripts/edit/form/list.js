// A list: items are added and taken away, each a box or a group.

import { build, button } from "../../base/dom.js";
import { short } from "../../base/text.js";
import { add as addWords, drop as dropWords } from "../messages.js";
import { show } from "./control.js";

/** @typedef {import("../../record/checks.js").Field} Field */
/** @typedef {import("../../record/text.js").Value} Value */
/** @typedef {import("./control.js").About} About */
/** @typedef {import("./control.js").Control} Control */

/** @typedef {{ control: Control, box: HTMLElement, drop: HTMLButtonElement }} Item */

/**
 * A list of boxes.
 * @param {About} about
 * @param {Field} field
 * @returns {Control}
 */
export function list(about, field) {
  const single = { ...field, required: false, many: undefined, help: undefined };
  const told = build("p", { class: "rg-told", id: about.next() });
  const place = build("div", {});
  const add = button("", "md-button", () => {
    append(undefined).control.focus();
    about.changed();
  });
  add.id = about.next();
  add.setAttribute("aria-describedby", told.id);
  const box = framed(field, place, told, add);
  /** @type {Item[]} */
  let items = [];

  /** Numbers what stands there anew. */
  function number() {
    items.forEach((item, at) => numbered(item, field.label, at + 1));
    add.textContent = addWords(field.label, !items.length);
    control.id = items.length ? items[0].control.id : add.id;
  }

  /**
   * @param {Value | undefined} value
   */
  function append(value) {
    const inner = about.built(single);
    const drop = button("", "md-button", () => remove(item));
    const item = { control: inner, drop, box: build("div", { class: "rg-item" }, inner.box, drop) };
    items.push(item);
    place.append(item.box);
    inner.set(value);
    number();
    return item;
  }

  /**
   * The focus goes to the next item, or to what adds one.
   * @param {Item} item
   */
  function remove(item) {
    const at = items.indexOf(item);
    items.splice(at, 1);
    item.box.remove();
    number();
    about.changed();
    focus(at);
  }

  /**
   * @param {number} at
   */
  function focus(at) {
    (items.length ? items[Math.min(at, items.length - 1)].control : add).focus();
  }

  /** @type {Control} */
  const control = {
    field, box, id: add.id, touched: false,
    focus: () => focus(0),
    get() {
      const values = items.map((item) => item.control.get()).filter((value) => value !== undefined);
      return values.length ? /** @type {Value} */ (values) : undefined;
    },
    set(value) {
      for (const item of items) item.box.remove();
      items = [];
      const values = /** @type {(Value | undefined)[]} */ (value || (field.first ? [undefined] : []));
      for (const one of values) append(one);
      number();
    },
    problems: () => [...items.map((item) => item.control.problems()).flat(), ...asWhole(about, field, control, filled(items))],
    show: (problem) => show(about.schema, add, told, problem),
    each: () => items.map((item) => item.control),
    item: (at) => filled(items)[at],
  };
  control.set(undefined);
  return control;
}

/**
 * @param {readonly Item[]} items
 */
const filled = (items) => items.map((it) => it.control).filter((it) => it.get() !== undefined);

/**
 * @param {Field} field
 * @param {...HTMLElement} inside
 */
function framed(field, ...inside) {
  const help = field.help ? [build("p", { class: "rg-help" }, field.help)] : [];
  return build("fieldset", { class: "rg-list", "data-key": field.key }, build("legend", {}, field.label), ...help, ...inside);
}

/**
 * @param {Item} item
 * @param {string} label
 * @param {number} number
 */
function numbered({ control, drop }, label, number) {
  drop.textContent = dropWords(label, number);
  const name = control.box.querySelector("legend, label");
  if (name && name.firstChild) name.firstChild.textContent = `${label} ${number}`;
}

/**
 * The problems of the list itself: too many items, a text that stands in it twice.
 * @param {About} about
 * @param {Field} field
 * @param {Control} control
 * @param {readonly Control[]} written
 * @returns {import("./control.js").Told[]}
 */
function asWhole({ checks }, { label, many = 0 }, control, written) {
  const values = written.map((it) => it.get());
  const told = values.length > many ? [{ control, problem: checks.table("many", { label, length: values.length, most: many }) }] : [];
  values.forEach((value, place) => {
    if (typeof value !== "string" || values.indexOf(value) === place) return;
    told.push({ control: written[place], problem: checks.table("twice", { label, short: short(value) }) });
  });
  return told;
}
