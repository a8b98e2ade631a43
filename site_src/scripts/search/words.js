// How words are written to be compared, as generator/site/search/words.py does, and where they stand in a text.
// tests/cases/search/words.json holds both together.

import { DIGITS as LEAST, idOf, isId, PREFIX } from "../base/id.js";
import { HAN, WHITE, split } from "../base/text.js";
import { isPartlySpelt, partly, spelling, spelt } from "./spelt.js";

/** @typedef {readonly string[]} Word a word of a query in all its forms that mean the same; as it was typed, folded, stands first */
/** @typedef {[from: number, to: number]} Span a part of a text, in characters */

const UNSEEN = new RegExp(`[${WHITE}\\xad\\u2000-\\u200f\\u2060-\\u2064\\ufeff·•‧・∙⋅"'‘’‚‛“”„‟‹›«»〈〉《》「」『』〝〞〟]`, "g");
const ALIKE = { "(": "[【〔〖", ")": "]】〕〗", "-": "‐‒–—―−", "〇": "○◯零" };
const FOLDED = /[^a-z0-9\u4e00-\u96f5\u96f7-\u9fff]/gu; // folding leaves all others as they are, but 零
const HAN_DOT = new RegExp(`([${HAN}])\\.(?=[${HAN}])`, "gu");
const DIGITS = "〇一二三四五六七八九";
// The letters of ids as they are compared, and what an id looks like: told apart from its number, run together, whole, not yet whole.
const LETTERS = PREFIX.toLowerCase();
const CALLED = new RegExp(`(^|\\s)(编号|${LETTERS})[\\s:-]+(?=(${LETTERS})?[\\s-]*[0-9])`, "gi");
const APART = new RegExp(`(编号${LETTERS}|编号|${LETTERS})[\\s-]+(?=[0-9])`, "gi");
const AN_ID = new RegExp(`^(编号|第)?((?:${LETTERS})?[-_.·]*[0-9]+)(号)?$`);
const BEGUN = new RegExp(`^${LETTERS}0[0-9]{0,${LEAST - 2}}$`);

/** @type {Map<string, string>} each character that was folded: they are few, and come many times */
const folds = new Map();
for (const [one, signs] of Object.entries(ALIKE)) for (const sign of signs) folds.set(sign, one);
/** @type {Map<string, string>} traditional characters that were learned, in simplified writing */
const simplified = new Map();
/** @type {RegExp | null} any of these */
let traditional = null;

/**
 * Traditional characters, and what they are in simplified writing in the same order: from here on they are folded so.
 * @param {readonly [from: string, to: string]} pairs
 */
export function learn([from, to]) {
  const written = Array.from(to);
  Array.from(from).forEach((character, place) => simplified.set(character, written[place]));
  for (const [character, folded] of folds) if (from.includes(folded)) folds.delete(character); // it was folded without them
  for (const [character, one] of simplified) folds.set(character, one);
  traditional = simplified.size ? new RegExp(`[${Array.from(simplified.keys()).join("")}]`, "gu") : null;
}

/**
 * The text as it is compared: full and half width, upper and lower case, all brackets, all hyphens are one; white space,
 * quotation marks and the dots within names are none; traditional characters that were learned are simplified.
 * @param {string} text
 */
export function fold(text) {
  const plain = text.replace(FOLDED, foldCharacter);
  return traditional ? plain.replace(traditional, foldCharacter) : plain;
}

/**
 * A value as it is compared; its parts, which tabs part where it is written, stand on lines.
 * @param {string} text
 */
export const foldParts = (text) => (text.includes("\t") ? text.split("\t").map(fold).join("\n") : fold(text));

/**
 * @param {string} character
 * @returns {string}
 */
function foldCharacter(character) {
  const known = folds.get(character);
  if (known !== undefined) return known;
  const plain = character.normalize("NFKC").toLowerCase().replace(UNSEEN, "");
  const folded = plain === character ? plain : fold(plain);
  folds.set(character, folded);
  return folded;
}

/**
 * Each once, in their order.
 * @template Value
 * @param {readonly Value[]} values
 */
export const unique = (values) => Array.from(new Set(values));

/**
 * The words of a query: all of them must be found.
 * @param {string} query
 * @returns {Word[]}
 */
export const wordsOf = (query) => unique(split(joinedIds(query)).map(fold).filter(Boolean)).map(forms);

/**
 * With the parts of an id in one word: AB 0008, 编号：8, 8 号.
 * @param {string} query
 */
function joinedIds(query) {
  return query.normalize("NFKC").replace(CALLED, "$1$2").replace(APART, "$1")
    .replace(/(^|\s)([0-9]{1,7})\s+号(?=\s|$)/g, "$1$2号");
}

/**
 * The ways to write a word that are the same: its years in either digits, a day as pages write it, a name
 * with full stops for its dots. An id has one way, as records
 * do, but what may be part of an address or of a document's number keeps that, too.
 * @param {string} word
 * @returns {Word}
 */
function forms(word) {
  const [, called, digits = "", end] = AN_ID.exec(word) || [];
  const id = (called === "编号" || end || digits.startsWith(LETTERS)) && !BEGUN.test(digits) ? idOf(digits).toLowerCase() : "";
  if (id && digits.startsWith(LETTERS)) return [id];
  const arabic = word.replace(/[〇一二三四五六七八九]+/g, (run) =>
    /^(一九|二〇)..$/.test(run) ? Array.from(run, (one) => DIGITS.indexOf(one)).join("") : run);
  const han = arabic.replace(/[0-9]+/g, (run) => (/^(19|20)..$/.test(run) ? Array.from(run, (one) => DIGITS[Number(one)]).join("") : run));
  return unique([word, arabic, han, dayOf(arabic) || word, id || word, word.replace(HAN_DOT, "$1")]);
}

/**
 * The words of a query, a year and a level that stand in one as one word: they mean the same designation. Where there are several
 * of either, nothing says which belong together.
 * @param {readonly Word[]} words
 * @param {readonly string[]} levels
 * @returns {readonly Word[]} the same ones where nothing was joined
 */
export function designated(words, levels) {
  const years = words.filter((word) => yearOf(word)), named = words.filter(([typed]) => levels.includes(typed));
  if (years.length !== 1 || named.length !== 1) return words;
  const both = forms(`${yearOf(years[0])}年${named[0][0]}`);
  return [both, ...words.filter((word) => word !== years[0] && word !== named[0])];
}

/**
 * As pages write a year and a level that were typed without a space (2021市级, 市级2021年度), as a further form of the word.
 * @param {readonly Word[]} words
 * @param {readonly string[]} levels
 */
export function withDesignations(words, levels) {
  const level = `(${levels.join("|")})`, year = "((?:19|20)[0-9]{2})年?度?", either = new RegExp(`^(?:${year}${level}|${level}${year})$`);
  return words.map((word) => {
    const found = word.map((form) => either.exec(form)).find(Boolean);
    return found ? unique([...word, `${found[1] || found[4]}年${found[2] || found[3]}`]) : word;
  });
}

/** @param {Word} word */
function yearOf(word) {
  const found = word.map((form) => /^((?:19|20)[0-9]{2})年?度?$/.exec(form)).find(Boolean);
  return found ? found[1] : "";
}

/**
 * The id that a word means, as it is compared; empty if it means none.
 * @param {Word} word
 */
export const idIn = (word) => word.find((form) => isId(form.toUpperCase())) || "";

/**
 * 2020-06-24, 2020/6 and the like as 2020年6月24日, 2020年6月; empty for all else.
 * @param {string} word
 */
function dayOf(word) {
  const found = /^((?:19|20)[0-9]{2})[-./年]([0-9]{1,2})(?:[-./月]([0-9]{1,2}))?[月日]?$/.exec(word);
  if (!found) return "";
  const [, year, month, day] = found;
  return `${year}年${Number(month)}月${day ? `${Number(day)}日` : ""}`;
}

/**
 * Where words stand in a text, in order, none within another.
 * @param {string} text as it is written
 * @param {readonly Word[]} words
 * @param {readonly string[] | null} [reading] the syllable of each character of the folded text, where it is also searched by pinyin
 * @returns {Span[]}
 */
export function spans(text, words, reading) {
  /** @type {string[]} */
  const folded = [];
  /** @type {number[]} */
  const origin = []; // of each folded character its place in the text
  Array.from(text).forEach((character, place) => {
    for (const one of foldCharacter(character)) {
      folded.push(one);
      origin.push(place);
    }
  });
  const found = words.reduce((/** @type {Span[]} */ all, [typed, ...others]) => {
    const stands = [typed, ...others].reduce((/** @type {Span[]} */ so, form) => so.concat(places(folded, form)), []);
    const heard = stands.length || !reading ? null : isPartlySpelt(typed) ? partly(folded, reading, typed) : spelling(typed) ? spelt(reading, spelling(typed)) : null;
    return all.concat(stands, heard ? [heard] : []);
  }, []);
  return merged(found.map(([from, to]) => [origin[from], origin[to - 1] + 1]));
}

/**
 * @param {readonly string[]} folded
 * @param {string} form
 * @returns {Span[]}
 */
function places(folded, form) {
  const characters = Array.from(form);
  /** @type {Span[]} */
  const found = [];
  for (let first = 0; first <= folded.length - characters.length; first++) {
    if (characters.every((one, place) => folded[first + place] === one)) found.push([first, first + characters.length]);
  }
  return found;
}

/**
 * Spans in order; those that touch become one.
 * @param {Span[]} found
 * @returns {Span[]}
 */
function merged(found) {
  /** @type {Span[]} */
  const all = [];
  for (const [from, to] of found.sort((one, two) => one[0] - two[0])) {
    const before = all[all.length - 1];
    if (before && from <= before[1]) before[1] = Math.max(before[1], to);
    else all.push([from, to]);
  }
  return all;
}
