// One value of a record, checked: checks, words and vocabularies come from edit/schema.json, the same data that
// generator/reading/checks.py follows; what is told must be the same to the letter.

import { first, iso, read } from "../base/day.js";
import { joined, short, strip } from "../base/text.js";
import { finder } from "./oddities.js";
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
  const odd = finder(told.characters);

  /**
   * The problem of a value; null where there is none, or nothing is written.
   * @param {Checked} field
   * @param {string} given
   * @returns {Problem | null}
   */
  function value(field, given) {
    const found = odd(given);
    const text = written(field, given);
    if (found) return tell(found.check, found.facts);
    if (!text) return null;
    const facts = { label: field.label, text, short: short(text) };
    for (const check of field.rules) {
      const more = TESTS[check.test](text, check, known);
      if (more && check.code) return tell(check, { ...facts, ...more });
      if (more) break;
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
