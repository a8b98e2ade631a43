// Fetches what is to be filled in: the table of fields and, for a correction, the published record.

import { noId, noRecord, WORDS } from "./messages.js";

/** @typedef {import("../record/checks.js").Field} Field */
/** @typedef {import("../record/text.js").Group} Group */
/** @typedef {import("../record/text.js").Value} Value */

/**
 * edit/schema.json, as generator/site/edit/task.py makes it.
 * @typedef {import("../record/checks.js").Told & import("../record/laws.js").Laws & import("../record/altered.js").History & {
 *   readonly next: string, readonly id: string, readonly modeline: string, readonly fields: readonly Field[],
 *   readonly label: string, readonly steps: readonly (readonly [name: string, keys: readonly string[]])[], readonly aside: { readonly [table: string]: readonly Field[] },
 *   readonly personal: import("../record/personal.js").Personal, readonly warnings: readonly string[],
 *   readonly forge: import("./forge.js").Forge | null }} Schema
 */

/** @typedef {{ schema: Schema, original: string, published: Group | null }} Opened `published`: null for a new record. */

/**
 * Rejects with an error whose message is to be told.
 * @param {string} root of the site
 * @param {string} id to be corrected; empty for a new record
 * @returns {Promise<Opened>}
 */
export async function open(root, id) {
  const schema = await got(`${root}edit/schema.json`, (answer) => answer.json(), WORDS.noSchema);
  if (!id) return { schema, original: "", published: null };
  if (!new RegExp(`^(?:${schema.id})$`).test(id)) throw new Error(noId(id));
  const place = `${root}workshops/${id}/${id}`;
  const [original, published] = await Promise.all([
    got(`${place}.yml`, (answer) => answer.text(), noRecord(id)),
    got(`${place}.json`, (answer) => answer.json(), noRecord(id)),
  ]);
  return { schema, original, published: plain(schema.fields, withPoint(published, original)) };
}

/**
 * @template Kind
 * @param {string} address
 * @param {(answer: Response) => Promise<Kind>} read
 * @param {string} failed what to say where it does not come
 */
async function got(address, read, failed) {
  try {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(String(answer.status));
    return await read(answer);
  } catch {
    throw new Error(failed);
  }
}

/**
 * The published record: all values as texts, in the order of the fields; `status` and `path` are no keys of a record.
 * @param {readonly Field[]} fields
 * @param {{ [key: string]: any }} value
 * @returns {Group}
 */
function plain(fields, value) {
  /** @type {Group} */
  const found = {};
  for (const { key, many, fields: inner } of fields) {
    const given = value[key];
    if (given === undefined) continue;
    const item = (/** @type {any} */ it) => (inner ? plain(inner, it) : String(it));
    found[key] = many ? given.map(item) : item(given);
  }
  return found;
}

/**
 * The coordinates of a point that the map may not show are not in the data, but in the original: kept, or they would be lost.
 * @param {{ [key: string]: any }} published
 * @param {string} original
 */
function withPoint(published, original) {
  const location = /^location:.*(?:\n(?:[ \t#].*)?)*/m.exec(original);
  for (const key of ["lon", "lat"]) {
    const found = location && new RegExp(`(?:^|[\\s{,])${key}:\\s*['"]?(-?[0-9.]+)`).exec(location[0]);
    if (found && published.location && published.location[key] === undefined) published.location[key] = found[1];
  }
  return published;
}
