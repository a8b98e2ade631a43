import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { merge, record } from "../../../site_src/scripts/record/text.js";

// The cases of a changed record, which tests/drafts/test_altering.py reads as well.
/** @typedef {[old: string, now: string]} Passage */
/**
 * @typedef {{ what: string, text: string, change: [path: string[], value: import("../../../site_src/scripts/record/text.js").Value | null][],
 *   wanted: Passage[], page?: true | null | Passage[] }} Case
 */

/** @type {{ order: string[], texts: { [name: string]: string[] }, values: { [name: string]: import("../../../site_src/scripts/record/text.js").Group }, cases: Case[] }} */
const { order, texts, values, cases } = JSON.parse(readFileSync(new URL("../../cases/altering/altered.json", import.meta.url), "utf8"));

test("what YAML would misread stands in quotes", () => {
  assert.equal(record({ name: "甲工作室", a: "no", b: "12:30", c: "it's", d: "一\n二", e: "C34", f: "2019-06" }),
    "name: 甲工作室\na: 'no'\nb: '12:30'\nc: 'it''s'\nd: \"一\\n二\"\ne: C34\nf: 2019-06\n");
  assert.equal(record({ sources: [{ title: "报道", supports: ["name", "unit"] }], leader: { name: "甲" } }),
    "sources:\n  - title: 报道\n    supports: [name, unit]\nleader:\n  name: 甲\n");
});

for (const { what, text, change, wanted, page } of cases.filter((it) => "page" in it)) {
  test(what, () => {
    const before = values[text];
    const after = { ...before };
    for (const [[key], value] of change) {
      if (value === null) delete after[key];
      else after[key] = value;
    }
    const original = text in texts ? texts[text].join("\n") : text;
    const passages = page === true ? wanted : page;
    let expected = passages && original;
    for (const [old, now] of passages || []) expected = (expected || "").replace(old, () => now);
    assert.equal(merge(original, before, after, order), expected);
  });
}
