// Characters that no text may contain, as generator/reading/oddities.py finds them by the same data: single ones by ranges of code
// points, then words in which one looks like another. The browser's own tables of Unicode are as old as the browser: it asks none.

import { short } from "../base/text.js";

/** @typedef {import("./tests.js").Check} Check */
/** @typedef {import("./tests.js").Facts} Facts */
/** @typedef {{ readonly check: Check, readonly facts: Facts }} Odd */
/** @typedef {(text: string) => Odd | null} Find */

/**
 * What finds the first of a text: the first character, else the first word.
 * @param {readonly Check[]} checks
 * @returns {Find}
 */
export function finder(checks) {
  const signs = checks.filter((check) => check.test === "sign").map(sign);
  const words = checks.filter((check) => check.test === "word").map(word);
  return (text) => firstSign(signs, text) || words.reduce((/** @type {Odd | null} */ found, find) => found || find(text), null);
}

/**
 * A check of single characters, ready for use.
 * @param {Check} check
 */
function sign(check) {
  const [ranges = "", alike = ""] = [check.ranges, check.alike];
  const inside = ranges.split(",").map((range) => range.split("-").map((code) => `\\u{${code}}`).join("-")).join("");
  return { check, form: new RegExp(`[${inside}]`, "u"), alike: pairs(alike) };
}

/**
 * @param {readonly ReturnType<typeof sign>[]} signs
 * @param {string} text
 * @returns {Odd | null}
 */
function firstSign(signs, text) {
  for (const character of text) {
    const found = character === "\n" ? undefined : signs.find(({ form }) => form.test(character));
    if (found) {
      const right = found.alike.get(character) || character.normalize("NFKC");
      return { check: found.check, facts: { ...about(character), right } };
    }
  }
  return null;
}

/**
 * What finds the first wrong word of one check.
 * @param {Check} check
 * @returns {Find}
 */
function word(check) {
  const find = new RegExp(check.find || "", "g");
  const faulty = new RegExp(`^(?:${check.faulty})$`);
  const odd = new RegExp(check.odd || "");
  const alike = pairs(check.alike || "");
  const scripts = (check.scripts || []).map(([name, form]) => ({ name, form: new RegExp(form) }));
  return (text) => {
    for (const found of text.match(find) || []) {
      const [character = ""] = faulty.test(found) ? odd.exec(found) || [] : [];
      if (!character) continue;
      const script = scripts.filter(({ form }) => form.test(character)).map(({ name }) => name)[0];
      return { check, facts: { ...about(character), word: short(found), script, right: alike.get(character) || "" } };
    }
    return null;
  };
}

/**
 * @param {string} character
 */
const about = (character) => (
  { sign: character, number: Number(character.codePointAt(0)).toString(16).toUpperCase().padStart(4, "0") });

/**
 * What looks so, and what it looks like: a text of pairs.
 * @param {string} table
 * @returns {Map<string, string>}
 */
function pairs(table) {
  const all = Array.from(table);
  return new Map(all.filter((_one, at) => at % 2 === 0).map((one, at) => [one, all[at * 2 + 1]]));
}
