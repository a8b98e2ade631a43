// All workshops, as generator/site/lists/columns.py writes them: what they are found by comes first and is small, the words of those
// that are shown come after it, some thousand workshops at a time.

import { idsOf } from "../base/id.js";
import { fetched, source } from "./data.js";

/** @typedef {import("./data.js").Data} Data */

/** workshops/texts/0.json and so on. @typedef {Pick<import("./data.js").Columns, "name" | "former" | "leader" | "unit" | "former_unit"> & { photo?: string[] }} Texts */

const LEADER = "\u0001"; // stands for the leader's name in a workshop's name
const [NONE, MORE] = [32, 33]; // among the signs of a column: a row without a value, one that has a further one
/** @type {number[]} */
const NOTHING = [];
const ORDERS = ["date", "pinyin"]; // that workshops/orders.json has
const STROKES = "strokes"; // the browser's own, by the names

/** workshops/rows.json. `ids`: those in a row as the first and how many. @typedef {Data & { ids: [first: string, count: number][], per_file: number }} Told */

/**
 * What came, with room for the words.
 * @param {any} told
 * @returns {Told}
 */
export function opened(told) {
  const rows = { id: told.ids.map(idsOf).flat(), name: [], former: [], leader: [], unit: [], former_unit: [], photo: [], address: [] };
  for (const column of Object.keys(told.rows)) Object.assign(rows, { [column]: places(told.rows[column]) });
  return { ...told, orders: {}, rows };
}

/**
 * The places that a column of signs stands for, as generator/site/lists/columns.py writes them: of each row one, or several or none.
 * @param {string} signs
 */
function places(signs) {
  /** @type {(number | number[])[]} */
  const rows = [];
  /** @type {number[]} */
  let several = [];
  for (let at = 0; at < signs.length; at++) {
    const code = signs.charCodeAt(at), place = code - (code < 127 ? 35 : 69);
    if (code === NONE) rows.push(NOTHING);
    else if (signs.charCodeAt(at + 1) === MORE) {
      several.push(place);
      at++;
    } else if (several.length) {
      rows.push(several.concat(place));
      several = [];
    } else rows.push(place);
  }
  return rows;
}

/**
 * Puts the words of one file into their places.
 * @param {Data} data
 * @param {number} first the number of its first row
 * @param {Texts} texts
 */
export function fill({ rows }, first, { name, former, leader, unit, former_unit: formerUnit, photo = [] }) {
  for (const [place, words] of name.entries()) {
    const row = first + place;
    rows.name[row] = words.split(LEADER).join(leader[place]);
    [rows.former[row], rows.leader[row], rows.unit[row], rows.former_unit[row]] = [former[place], leader[place], unit[place], formerUnit[place]];
    rows.photo[row] = photo[place] || "";
  }
}

/**
 * Puts the addresses of one file into their places.
 * @param {Data} data
 * @param {number} first the number of its first row
 * @param {readonly string[]} addresses
 */
export function place({ rows }, first, addresses) {
  for (const [at, address] of addresses.entries()) rows.address[first + at] = address;
}

const whole = source("workshops/rows.json", opened);
/** @type {Map<string, Promise<unknown>>} files that were asked for */
const asked = new Map();

/**
 * Asks for a file once; again where it did not come.
 * @param {string} path
 * @param {(told: any) => void} take
 */
function once(path, take) {
  const before = asked.get(path);
  if (before) return before;
  const coming = fetched(path).then(take);
  asked.set(path, coming);
  coming.catch(() => asked.delete(path));
  return coming;
}

/**
 * The words of rows that are shown, their addresses too; of all without, since those who want all only search and sort.
 * @param {readonly number[]} [rows]
 */
async function texts(rows) {
  const data = /** @type {Told} */ (await whole.rows()), of = data.per_file;
  const files = Array.from(new Set((rows || Array.from(data.rows.id.keys())).map((row) => Math.floor(row / of))));
  const words = files.map((file) => once(`workshops/texts/${file}.json`, (told) => fill(data, file * of, told)));
  const addresses = (rows ? files : []).map((file) => once(`workshops/addresses/${file}.json`, (told) => place(data, file * of, told)));
  return Promise.all([...words, ...addresses]);
}

/** @param {string | null} order */
async function sorted(order) {
  const data = await whole.rows();
  if (order === STROKES) return texts();
  return order && ORDERS.includes(order) ? once("workshops/orders.json", (told) => { data.orders = told; }) : null;
}

/** @type {import("./data.js").Source} */
export const WORKSHOPS = { ...whole, texts, sorted };
