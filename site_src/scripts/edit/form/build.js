// The form of a record out of the table of its fields (edit/schema.json).

import { one } from "./control.js";
import { group } from "./group.js";
import { keys } from "./keys.js";
import { list } from "./list.js";

/** @typedef {import("./control.js").About} About */
/** @typedef {import("./control.js").Control} Control */

/**
 * What all boxes of a page share, and what builds them.
 * @param {Omit<About, "next" | "built">} shared
 * @returns {About}
 */
export function builder(shared) {
  let serial = 0;
  /** @type {About} */
  const about = {
    ...shared,
    next: () => `e-${(serial += 1)}`,
    built(field) {
      if (field.kind === "keys") return keys(about, field);
      if (field.many) return list(about, field);
      return field.fields ? group(about, field, field.fields, field.label_of) : one(about, field);
    },
  };
  return about;
}

/**
 * A box and all that is in it.
 * @param {Control} control
 * @param {(control: Control) => void} visit
 */
export function walk(control, visit) {
  visit(control);
  for (const child of control.children || (control.each ? control.each() : [])) walk(child, visit);
}
