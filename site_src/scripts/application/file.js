// The filled form as a Word file: its name, its texts, and what is fetched for it as soon as somebody begins to fill in.

import { printed } from "./boxes.js";
import { write } from "./word.js";
import { WORDS } from "./messages.js";

/** @typedef {import("./task.js").Task} Task */
/** @typedef {ReadonlyMap<string, string>} Texts */

/** @typedef {{ parts: import("./word.js").Parts, zip: import("./word.js").Zip }} Blank What a file is made of. */

/**
 * The parts of the blank form, and what zips them.
 * @param {string} address
 * @returns {Promise<Blank>}
 */
export async function fetched(address) {
  const [parts, { zipSync }] = await Promise.all([partsAt(address), import("../vendor/fflate/browser.js")]);
  return { parts, zip: zipSync };
}

/**
 * @param {string} address
 * @returns {Promise<import("./word.js").Parts>}
 */
async function partsAt(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.json();
}

/**
 * The file. A choice is a box to tick for each option: key_1, key_2.
 * @param {Task} task
 * @param {readonly import("./boxes.js").Box[]} boxes
 * @param {Texts} texts
 * @param {Blank} blank
 */
export function wordFile(task, boxes, texts, { parts, zip }) {
  const filled = boxes.filter((box) => !box.beside && texts.get(box.key));
  const ticks = filled.filter((box) => box.kind === "choice").map(({ key, inputs }) => `${key}_${1 + inputs.findIndex((it) => it.value === texts.get(key))}`);
  const words = filled.filter((box) => box.kind !== "choice");
  return write(parts, new Map(words.map((box) => [box.key, printed(box, texts.get(box.key) || "", task.dates).split("\n")])), ticks, zip);
}

/**
 * The name of the file. Signs that a file's name may not have become full-width.
 * @param {Task} task
 * @param {Texts} texts
 */
export function fileName(task, texts) {
  const named = task.boxes.find((spec) => spec.feeds.includes("name"));
  const name = named ? texts.get(named.key) || "" : "";
  const safe = name.replace(/[\\/:*?"<>|]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 0xfee0)).replace(/^\.+/, "");
  return `${safe}${name ? WORDS.form : task.title}.docx`;
}
