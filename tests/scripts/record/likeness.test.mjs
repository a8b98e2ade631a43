import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { likeness, nearest } from "../../../site_src/scripts/record/likeness.js";

// The same data as tests/reading/test_likeness.py.
/** @type {[text: string, words: string[], near: string, much: number][]} */
const cases = JSON.parse(readFileSync(new URL("../../made/likeness.json", import.meta.url), "utf8"));

test("the nearest word is the one that Python finds", () => {
  for (const [text, words, near, much] of cases) {
    assert.equal(nearest(text, words), near, text);
    if (near) assert.equal(likeness(Array.from(text), Array.from(near)), much, text);
  }
});

test("it is the same either way round, and whole for the same text", () => {
  for (const [text, words] of cases) {
    const given = Array.from(text);
    for (const word of words.map((it) => Array.from(it))) assert.equal(likeness(given, word), likeness(word, given));
    assert.equal(likeness(given, given), 1);
  }
});
