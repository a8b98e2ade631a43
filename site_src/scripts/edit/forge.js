// The addresses of the forge's pages: for a new file, and for an edit.

import { numberOf } from "../base/id.js";

/**
 * Where records are edited (generator/site/edit/task.py): its name, the addresses before a record's path; `fills`: its page
 * for a new file takes name and text out of the address, of at most `most` characters; `api`: where the page may propose by itself.
 * @typedef {{ readonly name: string, readonly new: string, readonly edit: string, readonly fills: boolean, readonly most: number, readonly api?: Api | null }} Forge
 */

/**
 * A repository in its forge's API (generator/site/settings.py): the forge's host and its name, the repository's owner and
 * name, its address in the API, the branch to be joined, the records' folder in the repository.
 * @typedef {{ readonly host: string, readonly name: string, readonly place: string, readonly address: string, readonly branch: string, readonly folder: string }} Api
 */

/** @typedef {{ href: string, filled: boolean }} Address `filled`: what opens has the text in it, else it must be pasted. */

/**
 * Where a record lies in the records' folder: number 1469 in the folder workshops/1000.
 * @param {string} id
 */
export const pathOf = (id) => `${folderOf(id)}/${id}.yml`;

/**
 * @param {string} id
 */
function folderOf(id) {
  const thousand = Math.floor(numberOf(id) / 1000) * 1000;
  return `workshops/${String(thousand).padStart(4, "0")}`;
}

/**
 * The page where a record is handed over.
 * @param {Forge} forge
 * @param {string} id
 * @param {string} text
 * @param {boolean} isNew
 * @returns {Address}
 */
export function address(forge, id, text, isNew) {
  const folder = folderOf(id);
  if (!isNew) return { href: forge.edit + pathOf(id), filled: false };
  if (!forge.fills) return { href: forge.new + folder, filled: false };
  const named = `${forge.new}${folder}?filename=${encodeURIComponent(`${id}.yml`)}`;
  const whole = `${named}&value=${encodeURIComponent(text)}`;
  return whole.length <= forge.most ? { href: whole, filled: true } : { href: named, filled: false };
}
