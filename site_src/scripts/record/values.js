// Values of a record as they are held here: texts, lists of them, groups by key, lists of groups.

/** @typedef {import("./text.js").Group} Group */
/** @typedef {import("./text.js").Value} Value */

/**
 * The value at a path of keys; undefined where there is none.
 * @param {Value | undefined} group
 * @param {string} path such as basis.kind
 * @returns {Value | undefined}
 */
export function valueAt(group, path) {
  return path.split(".").reduce((/** @type {any} */ value, step) => (value === undefined ? value : value[step]), group);
}

/**
 * The groups of a list.
 * @param {Value | undefined} value
 * @returns {Group[]}
 */
export const groups = (value) => /** @type {Group[]} */ (value || []);

/**
 * A text, or nothing of it.
 * @param {Value | undefined} value
 */
export const textOf = (value) => (typeof value === "string" ? value : "");
