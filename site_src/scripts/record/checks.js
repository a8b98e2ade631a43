// One value of a record, checked: checks, words and vocabularies come from edit/schema.json, the same data that
// generator/reading/checks.py follows; what is told must be the same to the letter.

import { first, iso, read } from "../base/day.js";
import { joined, short, strip } from "../base/text.js";
import { TESTS } from "./tests.js";

/** @typedef {import("./tests.js").Check} Check */
/** @typedef {import("./tests.js").Facts} Facts */
/** @typedef {{ code: string, message: string, remedy: string }} Problem */

/**
 * A field of a record as edit/schema.json tells it. `many`: the most items of a list; `fields`: the keys of a group.
 * @typedef {{ readonly key: string, readonly label: string, readonly words: string, readonly kind: string,
 *   readonly rules: readonly Check[], readonly help?: string, readonly required?: boolean, readonly first?: boolean,
 *   readonly asked?: boolean, readonly many?: number, readonly label_of?: string, readonly fields?: readonly Field[],
 *   readonly options?: readonly string[], readonly vocabulary?: string, readonly by?: string, readonly of?: string,
 *   readonly offered?: string }} Field
 */

/**
 * What checking needs: vocabularies, checks of characters and of whole tables, the ways to write a day.
 * @typedef {{ readonly vocabularies: { readonly [name: string]: { title: string, terms: readonly import("./tests.js").Term[] } },
 *   readonly characters: readonly Check[], readonly dates: import("../base/day.js").Dates,
 *   readonly future: Check & { readonly labels: { readonly [key: string]: string }, readonly ahead: readonly string[] },
 *   readonly tables: { readonly [name: string]: Check } }} Told
 */

/** @typedef {Pick<Field, "key" | "label" | "kind" | "rules">} Checked */

/**
 * The problem of a check or law, its places filled with facts.
 * @param {{ readonly code?: string, readonly message?: string, readonly remedy?: string }} check
 * @param {Facts} facts
 * @returns {Problem}
 */
export function tell({ code = "", message = "", remedy = "" }, facts) {
  return { code, message: fill(message, facts), remedy: fill(remedy, facts) };
}

/**
 * @param {string} template
 * @param {Facts} facts
 */
function fill(template, facts) {
  return template.replace(/\{([a-z_.]+)\}/g, (_place, /** @type {string} */ name) => String(facts[name]));
}

/**
 * As a record holds it: without white space around it; prose a paragraph a line, without spaces between Han.
 * @param {{ readonly kind: string }} field
 * @param {string} text
 */
export function written(field, text) {
  if (field.kind !== "prose") return strip(text);
  return text.split("\n").map((part) => joined(strip(part))).filter(Boolean).join("\n");
}

/**
 * What checks values by the data that was told.
 * @param {Told} told
 * @param {string} today 2026-03-01
 */
export function make(told, today) {
  const vocabularies = new Map(Object.entries(told.vocabularies).map(([name, it]) => [name, vocabulary(it)]));
  const known = { dates: told.dates, vocabularies };
  const classes = told.characters.map(classOf);

  /**
   * The problem of a value; null where there is none, or nothing is written.
   * @param {Checked} field
   * @param {string} given
   * @returns {Problem | null}
   */
  function value(field, given) {
    const odd = unseen(told.characters, classes, given);
    const text = written(field, given);
    if (odd || !text) return odd;
    const facts = { label: field.label, text, short: short(text) };
    for (const check of field.rules) {
      const found = TESTS[check.test](text, check, known);
      if (found && check.code) return tell(check, { ...facts, ...found });
      if (found) break;
    }
    return field.kind === "day" ? future(told, field.key, text, today) : null;
  }

  /**
   * The problem of a whole table: a key that is missing, too many items, one written twice.
   * @param {string} name
   * @param {Facts} facts
   */
  const table = (name, facts) => tell(told.tables[name], facts);

  return { value, table };
}

/** @typedef {ReturnType<typeof make>} Checks */

/**
 * @param {{ title: string, terms: readonly import("./tests.js").Term[] }} told
 * @returns {import("./tests.js").Vocabulary}
 */
function vocabulary({ title, terms }) {
  const names = new Map(terms.map((term) => [term[0], term]));
  const codes = new Map(terms.filter((term) => term[1]).map((term) => [term[1], term]));
  return { title, terms, names, codes };
}

/**
 * @param {Told} told
 * @param {string} key
 * @param {string} text
 * @param {string} today
 */
function future(told, key, text, today) {
  const day = read(told.dates, text);
  if (!day || told.future.ahead.includes(key) || iso(first(day)) <= today) return null;
  return tell(told.future, { label: told.future.labels[key] || key, iso: text, today });
}

/**
 * The class of signs that a check of characters names by their categories of Unicode.
 * @param {Check} check
 */
function classOf({ categories = [] }) {
  return categories.length ? new RegExp(`[${categories.map((name) => `\\p{${name}}`).join("")}]`, "u") : null;
}

/**
 * The problem of the first sign that nobody sees, tab or odd break: what is told of a record line by line.
 * @param {readonly Check[]} checks
 * @param {readonly (RegExp | null)[]} classes
 * @param {string} text
 */
function unseen(checks, classes, text) {
  for (const sign of text) {
    if (sign === "\n") continue;
    const found = checks.find(({ signs = "" }, number) => signs.includes(sign) || inClass(classes[number], sign));
    if (found) return tell(found, { number: Number(sign.codePointAt(0)).toString(16).toUpperCase().padStart(4, "0") });
  }
  return null;
}

/**
 * @param {RegExp | null} signs
 * @param {string} sign
 */
function inClass(signs, sign) {
  return signs !== null && signs.test(sign);
}
