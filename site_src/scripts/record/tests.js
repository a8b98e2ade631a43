// What a check may ask of a text: the tests of generator/reading/checks.py by their names, on the same data (edit/schema.json).
// Each gives the facts that its message needs, or null where it does not hold.

import { read, propose } from "../base/day.js";
import { bare, size } from "../base/text.js";
import { nearest } from "./likeness.js";

/** @typedef {{ readonly [place: string]: string | number }} Facts */

/** @typedef {readonly [name: string, code: string, former: readonly string[], ended: number, level: string]} Term */

/**
 * A check: its test, what that compares with, and what is told where it holds (nothing: the text is accepted).
 * @typedef {{ readonly test: string, readonly code?: string, readonly message?: string, readonly remedy?: string,
 *   readonly words?: readonly string[], readonly form?: string, readonly least?: number, readonly most?: number,
 *   readonly full?: boolean, readonly vocabulary?: string, readonly by?: string, readonly ranges?: string,
 *   readonly alike?: string, readonly find?: string, readonly faulty?: string, readonly odd?: string,
 *   readonly scripts?: readonly (readonly [name: string, form: string])[] }} Check
 */

/**
 * A vocabulary: its terms in their order, by name, and by code.
 * @typedef {{ title: string, terms: readonly Term[], names: Map<string, Term>, codes: Map<string, Term> }} Vocabulary
 */

/** @typedef {{ dates: import("../base/day.js").Dates, vocabularies: Map<string, Vocabulary> }} Known */

/** @typedef {(text: string, check: Check, known: Known) => Facts | null} Test */

const LISTED = 8;

/**
 * @param {unknown} holds
 * @returns {Facts | null}
 */
const yes = (holds) => (holds ? {} : null);

/** @type {Map<string, RegExp>} */
const made = new Map();

/**
 * What a form, a regular expression, finds in the whole of a text.
 * @param {string | undefined} form
 * @param {string} text
 */
export function matches(form = "", text = "") {
  const known = made.get(form) || new RegExp(`^(?:${form})$`);
  made.set(form, known);
  return known.exec(text);
}

/**
 * Without quotes around it, full-width letters, digits and signs (U+FF01 to U+FF5E) made half-width.
 * @param {string} text
 */
export const half = (text) => text.replace(/^[“”‘’"']+|[“”‘’"']+$/g, "")
  .replace(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0));

/**
 * @param {Check} check
 * @param {Known} known
 */
const vocabularyOf = (check, known) => known.vocabularies.get(check.vocabulary || "");

/**
 * The terms of a check's vocabulary, by what a record writes of them.
 * @param {Check} check
 * @param {Known} known
 * @returns {Map<string, Term>}
 */
function termsOf(check, known) {
  const vocabulary = vocabularyOf(check, known);
  if (!vocabulary) return new Map();
  return check.by === "code" ? vocabulary.codes : vocabulary.names;
}

/** @type {Test} */
function longer(text, { most = 0 }) {
  const length = size(text);
  return length > most ? { length } : null;
}

/** @type {Test} */
function longerBare(text, { most = 0 }) {
  const length = size(bare(text));
  return length > most ? { length, over: length - most } : null;
}

/** @type {Test} */
function near(text, check, known) {
  const found = nearest(text, check.words || Array.from(termsOf(check, known).keys()));
  return found ? { near: found } : null;
}

/** @type {Test} */
function asDay(text, check, known) {
  const day = read(known.dates, text);
  return yes(day && (day[2] || !check.full));
}

/** @type {Test} */
function proposable(text, check, known) {
  const right = propose(known.dates, text);
  return right ? { right } : null;
}

/** @type {Test} */
function within(text, { form, least = 0, most = 0 }) {
  return yes(matches(form, text) && Number(text) >= least && Number(text) <= most);
}

/** @type {Test} */
function former(text, check, known) {
  const vocabulary = vocabularyOf(check, known);
  const now = vocabulary && vocabulary.terms.find((term) => term[2].includes(text));
  return now ? { right: check.by === "code" ? now[1] : now[0] } : null;
}

/** @type {Test} */
function coded(text, check, known) {
  const vocabulary = vocabularyOf(check, known);
  const named = vocabulary && vocabulary.names.get(text);
  return named ? { right: named[1] } : null;
}

/** @type {Test} */
function smallLetters(text, check, known) {
  const right = half(text).toUpperCase();
  return termsOf(check, known).has(right) ? { right } : null;
}

/** @type {Test} */
function ofSection(text, check, known) {
  const letter = (Array.from(text)[0] || "").toUpperCase();
  const section = Array.from(termsOf(check, known).keys()).filter((code) => code.length > 1 && code[0] === letter);
  return section.length ? { letter, first: section[0], last: section[section.length - 1] } : null;
}

/** @type {Test} */
function elsewhere(text, check, known) {
  const other = Array.from(known.vocabularies.values()).find((vocabulary) => vocabulary.names.has(text));
  return other ? { title: other.title } : null;
}

/** @type {Test} */
function few(text, check, known) {
  const terms = Array.from(termsOf(check, known).keys());
  const listed = terms.slice(0, LISTED).map((term) => `“${term}”`).join("、");
  const rest = terms.length > LISTED ? `等 ${terms.length} 种` : "";
  return terms.length <= (check.most || 0) ? { listed: listed + rest } : null;
}

/** @type {{ readonly [name: string]: Test }} */
export const TESTS = {
  always: () => ({}),
  broken: (text) => yes(text.includes("\n")),
  longer,
  longer_bare: longerBare,
  among: (text, { words = [] }) => yes(words.includes(text)),
  matches: (text, { form }) => yes(matches(form, text)),
  near,
  day: asDay,
  written_as_day: (text, check, known) => yes(matches(known.dates.written, text)),
  proposable,
  half: (text, { form }) => (matches(form, half(text)) ? { right: half(text) } : null),
  within,
  term: (text, check, known) => yes(!vocabularyOf(check, known) || termsOf(check, known).has(text)),
  former,
  coded,
  small_letters: smallLetters,
  of_section: ofSection,
  elsewhere,
  no_terms: (text, check, known) => yes(!termsOf(check, known).size),
  few,
};
