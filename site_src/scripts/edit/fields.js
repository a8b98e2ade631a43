// What the table of fields says of a record's values: their order, what is usual, what a source can prove.

/** @typedef {import("../record/text.js").Group} Group */
/** @typedef {import("./open.js").Schema} Schema */

const UNPROVED = ["sources", "photos", "kind"]; // keys for which nobody is asked for a source

/**
 * @param {readonly string[]} order
 * @param {Group} values
 */
export function inOrder(order, values) {
  /** @type {Group} */
  const found = {};
  for (const key of order) if (values[key] !== undefined) found[key] = values[key];
  return found;
}

/**
 * The first of the words where one must be chosen.
 * @param {Schema} schema
 */
export function usual(schema) {
  /** @type {Group} */
  const found = {};
  for (const { key, required, options } of schema.fields) if (required && options) found[key] = options[0];
  return found;
}

/**
 * What a source can prove: all that is filled in, of the leader each key by itself.
 * @param {Schema} schema
 * @param {Group} values
 * @returns {[key: string, label: string][]}
 */
export function provable(schema, values) {
  /** @type {[key: string, label: string][]} */
  const found = [];
  for (const { key, label, asked, fields, many } of schema.fields) {
    if (!asked || values[key] === undefined || UNPROVED.includes(key)) continue;
    const given = /** @type {Group} */ (values[key]);
    const inner = fields && !many ? fields.filter((it) => given[it.key] !== undefined && it.key !== "basis") : [];
    if (inner.length) found.push(...inner.map((it) => /** @type {[string, string]} */ ([`${key}.${it.key}`, `${label}的${it.label}`])));
    else found.push([key, label]);
  }
  return found;
}
