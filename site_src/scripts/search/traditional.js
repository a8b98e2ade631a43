// Traditional characters of a query. The whole table of them is asked for only by a query that may hold some which no text here holds.

import { HAN } from "../base/text.js";
import { learn } from "./words.js";

/** @typedef {import("./texts.js").Get} Get */

const EACH = new RegExp(`[${HAN}]`, "gu");
const ROWS = [0xb0, 0xf7], CELLS = [0xa1, 0xfe]; // where the characters of GB 2312 stand

/** @type {Set<string> | null} the characters of simplified writing, once they were needed */
let common = null;

/**
 * Makes sure that the traditional characters of a query are folded.
 * @param {string} query
 * @param {Get} get
 */
export async function learnFor(query, get) {
  const characters = query.match(EACH) || [];
  if (characters.every((character) => simple().has(character))) return;
  learn(await get("traditional.json"));
}

function simple() {
  if (common) return common;
  const codes = [];
  for (let row = ROWS[0]; row <= ROWS[1]; row++) for (let cell = CELLS[0]; cell <= CELLS[1]; cell++) codes.push(row, cell);
  common = new Set(new TextDecoder("gbk").decode(Uint8Array.from(codes)));
  return common;
}
