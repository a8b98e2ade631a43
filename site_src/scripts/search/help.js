// What to try where nothing was found: what people mistype most, as queries that find something.

import { alike } from "./alike.js";
import { count } from "./ask.js";
import { WHY } from "./messages.js";
import { parted } from "./parted.js";
import { unique, wordsOf } from "./words.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {{ query: string, why: string }} Try */

const MOST = 3; // words that sound alike, those that find most
const MARKS = /[，、；。：！？…,;:!?/／|｜+＋＆&—]+/g;
/** @type {[end: RegExp, why: string][]} */
const ENDS = [
  [/^(.{2,}?)(?:劳模|职工)?(?:创新)?工作室(?:联盟)?$/, WHY.workshop],
  [/^(.{2,}?)(?:集团)?(?:股份|控股)?(?:有限责任|有限)?公司$/, WHY.company],
];

/**
 * For a query that finds nothing: others that find something, each with why it was tried and how much it finds.
 * @param {Index} index
 * @param {string} query
 */
export async function suggest(index, query) {
  const tries = changed(query), plain = await finding(index, query, tries);
  if (plain.length) return plain;
  await index.learnWhose();
  const apart = await finding(index, query, unique([query, ...tries.map((it) => it.query)]).map((one) => ({ query: parted(index, one), why: WHY.apart })));
  if (apart.length) return apart.slice(0, 1);
  const sounding = [];
  for (const one of unique([query, ...tries.map((it) => it.query)])) sounding.push(...await homophones(index, one));
  const heard = await finding(index, query, sounding);
  if (heard.length) return heard.sort((one, two) => two.total - one.total).slice(0, MOST);
  const words = tries[tries.length - 1].query.split(/\s+/);
  return finding(index, query, words.length > 1 ? words.map((word) => ({ query: word, why: WHY.word })) : []);
}

/**
 * The query without marks, then without the ends of names that others leave out, one after another.
 * @param {string} query
 * @returns {Try[]}
 */
function changed(query) {
  let kept = query.replace(MARKS, " ").trim();
  const tries = [{ query: kept, why: WHY.marks }];
  for (const [end, why] of ENDS) {
    kept = kept.split(/\s+/).map((word) => word.replace(end, "$1")).join(" ");
    tries.push({ query: kept, why });
  }
  return tries;
}

/**
 * The same with each word in turn as what sounds like it.
 * @param {Index} index
 * @param {string} query
 * @returns {Promise<Try[]>}
 */
async function homophones(index, query) {
  const words = query.split(/\s+/), tries = [];
  for (const [at, word] of words.entries()) {
    for (const written of await alike(index, word)) {
      tries.push({ query: [...words.slice(0, at), written, ...words.slice(at + 1)].join(" "), why: WHY.alike });
    }
  }
  return tries;
}

/**
 * Those of the tries that are not the query itself and find something, each once.
 * @param {Index} index
 * @param {string} query
 * @param {readonly Try[]} tries
 */
async function finding(index, query, tries) {
  const known = new Set([key(query)]), found = [];
  for (const one of tries) {
    if (known.has(key(one.query))) continue;
    known.add(key(one.query));
    const total = count(await index.find(one.query));
    if (total) found.push({ ...one, total });
  }
  return found;
}

/** @param {string} query */
function key(query) {
  return wordsOf(query).map(([typed]) => typed).join(" ");
}
