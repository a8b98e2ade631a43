// What no text may contain, by tables of ours and not the browser's.

import assert from "node:assert/strict";
import { test } from "node:test";

import { finder } from "../../../site_src/scripts/record/oddities.js";

const SIGNS = { test: "sign", ranges: "ad,180b-180f,e0100-e01ef", alike: "" };
const RADICALS = { test: "sign", ranges: "2f2d,2ed3", alike: "⻓长" };
/** @type {import("../../../site_src/scripts/record/tests.js").Check} */
const WORDS = {
  test: "word", find: "[0-9A-Za-z\u0430\u041f]+", faulty: "(?=.*[\u0430])(?:(?=.*[A-Za-z]).*|[0-9\u0430]+)", odd: "[\u0430]",
  alike: "\u0430a", scripts: [["西里尔字母", "[\u0400-\u04ff]"], ["别的", "."]],
};
const find = finder([SIGNS, RADICALS, WORDS]);

test("a character is found by its number, whatever the browser knows of it", () => {
  assert.equal(find("甲\u{3218e}乙\u{2ebf0}"), null);
  assert.deepEqual(find("甲\u{e0100}乙"), { check: SIGNS, facts: { sign: "\u{e0100}", number: "E0100", right: "\u{e0100}" } });
});

test("what a radical should be is told: by the table, else by NFKC", () => {
  assert.equal(find("⻓春")?.facts.right, "长");
  assert.equal(find("中⼭")?.facts.right, "山");
});

test("a letter that only looks English is wrong beside English ones and alone, not in a word of its own script", () => {
  assert.deepEqual(find("n\u0430me")?.facts, { sign: "\u0430", number: "0430", word: "n\u0430me", script: "西里尔字母", right: "a" });
  assert.equal(find("2\u0430")?.facts.word, "2\u0430");
  assert.equal(find("\u041f\u0430"), null);
  assert.equal(find("第一行\nn\u0430me")?.facts.word, "n\u0430me");
});

test("the first character counts before any word", () => {
  assert.equal(find("n\u0430me\u00ad")?.check, SIGNS);
});
