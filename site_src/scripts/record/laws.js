// The laws within one record that are data: generator/rules/parts.py and this follow the same (edit/schema.json).

import { tell } from "./checks.js";
import { groups, textOf, valueAt } from "./values.js";

/** @typedef {import("./text.js").Group} Group */
/** @typedef {import("./text.js").Value} Value */
/** @typedef {import("./checks.js").Problem} Problem */

/** @typedef {readonly [test: string, key: string, ...words: string[]]} Condition */

/**
 * A law: told of each part at `of` (of the record itself where it is empty) of which all conditions hold, at its key `at`.
 * @typedef {{ readonly code: string, readonly of: string, readonly when: readonly Condition[], readonly at: string,
 *   readonly message: string, readonly remedy: string }} Law
 */

/** @typedef {{ readonly laws: readonly Law[], readonly notices: readonly (readonly string[])[], readonly known: string,
 *   readonly vocabularies: { readonly [name: string]: { terms: readonly import("./tests.js").Term[] } } }} Laws */

/** @typedef {{ schema: Laws, record: Group, item: string, part: Group }} About */

/** @type {{ readonly [test: string]: (value: Value | undefined, words: readonly string[], about: About) => boolean }} */
const HOLDS = {
  written: (value) => value !== undefined,
  unwritten: (value) => value === undefined,
  known: (value) => value !== undefined,
  is: (value, words) => words.includes(textOf(value)),
  is_not: (value, words) => value !== undefined && !words.includes(textOf(value)),
  holds: (value, words) => words.some((word) => textOf(value).includes(word)),
  lacks: (value, words) => !words.some((word) => textOf(value).includes(word)),
  no_notice: (value, _words, { schema }) => value !== undefined && !schema.notices.some((notice) => notice[0] === value),
  not_of_title: (value, _words, { schema, part }) => value !== undefined && !["", textOf(value)].includes(levelOfTitle(schema, part)),
  unsupported: (_value, _words, { record, item }) => !groups(record.sources).some(({ supports }) => supported(supports, item)),
};

/**
 * The level that the vocabulary of titles gives a part's title; nothing for a free title.
 * @param {Laws} schema
 * @param {Group} part
 */
function levelOfTitle(schema, part) {
  const { terms } = schema.vocabularies.designation_titles || { terms: [] };
  const title = textOf(part.title);
  const term = terms.find((it) => it[0] === title) || terms.find((it) => it[2].includes(title));
  return term ? term[4] : "";
}

/**
 * @param {Value | undefined} supports
 * @param {string} item such as designations.2
 */
function supported(supports, item) {
  return Array.isArray(supports) && supports.some((key) => key === item || key === item.split(".")[0]);
}

/**
 * The texts of a group and of the groups in it, those by basis.kind.
 * @param {Group} group
 * @param {string} above
 * @returns {{ [key: string]: string }}
 */
function flat(group, above = "") {
  /** @type {{ [key: string]: string }} */
  const found = {};
  for (const [key, value] of Object.entries(group)) {
    if (typeof value === "string") found[above + key] = value;
    else if (value && !Array.isArray(value)) Object.assign(found, flat(value, `${above}${key}.`));
  }
  return found;
}

/**
 * The laws that a record breaks: what is told, and of which key (`designations`, 0, `title`).
 * @param {Laws} schema
 * @param {Group} record
 */
export function within(schema, record) {
  /** @type {{ path: (string | number)[], problem: Problem }[]} */
  const told = [];
  for (const { of, when, at: key, ...law } of schema.laws) {
    const value = of ? record[of] : record;
    const listed = Array.isArray(value);
    const parts = /** @type {Group[]} */ (value === undefined ? [] : listed ? value : [value]);
    parts.forEach((part, number) => {
      const item = listed ? `${of}.${number + 1}` : of;
      if (!when.every(([test, asked, ...words]) => HOLDS[test](valueAt(part, asked), words, { schema, record, item, part }))) return;
      const path = [of ? [of] : [], listed ? [number] : [], key ? key.split(".") : []].flat();
      told.push({ path, problem: tell(law, { ...flat(part), item, known: schema.known, level_of_title: levelOfTitle(schema, part) }) });
    });
  }
  return told;
}
