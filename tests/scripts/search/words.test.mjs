import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { numbers, ascending } from "../../../site_src/scripts/search/numbers.js";
import { both, placesOf, shardOf, workshopsOf } from "../../../site_src/scripts/search/grams.js";
import { spelling } from "../../../site_src/scripts/search/spelt.js";
import { designated, fold, learn, spans, withDesignations, wordsOf } from "../../../site_src/scripts/search/words.js";

// What tests/browser/test_search.py holds Python to as well.
const cases = JSON.parse(readFileSync(new URL("../../cases/search/words.json", import.meta.url), "utf8"));

test("texts are compared as Python compares them", () => {
  for (const [one, other, folded] of cases.fold) {
    assert.equal(fold(one), folded, JSON.stringify(one));
    assert.equal(fold(other), folded, JSON.stringify(other));
  }
  for (const [one, folded] of cases.unseen) assert.equal(fold(one), folded, JSON.stringify(one));
});

test("traditional characters are simplified once they are learned", () => {
  assert.equal(fold("馮寶明\uf902"), "馮寶明車");
  learn(["馮車", "冯车"]);
  assert.equal(fold("馮寶明\uf902"), "冯寶明车");
  learn(JSON.parse(readFileSync(new URL("../../miniature/expected/search/traditional.json", import.meta.url), "utf8")));
  for (const [one, folded] of cases.traditional) assert.equal(fold(one), folded);
  assert.deepEqual(spans("發明人馮寶明", wordsOf("冯宝明")), [[3, 6]]);
});

test("numbers are read as Python writes them", () => {
  for (const [letters, written] of cases.numbers) assert.deepEqual(numbers(letters), written, letters);
  assert.deepEqual(ascending("BBD"), [0, 1, 4]);
});

test("a gram is looked for in the shard where Python puts it", () => {
  for (const [gram, count, number] of cases.shards) assert.equal(shardOf(gram, count), number, gram);
});

test("a word's places are those where all its grams stand", () => {
  const PLACES = 1048576;
  const one = placesOf("BAD CCB", 0); // workshop 0 at 2 and 4, workshop 3 at 1
  assert.deepEqual(Array.from(one), [2, 4, 3 * PLACES + 1]);
  const two = placesOf("BAD DCF", 1); // 0 at 3 and 5, 3 at 5: moved back by one
  assert.deepEqual(workshopsOf(both(one, two)), [0]);
  assert.deepEqual(Array.from(both(null, two)), Array.from(two));
  assert.deepEqual(workshopsOf(placesOf(" ", 0)), []);
});

test("the words of a query, each with all its forms", () => {
  for (const [query, words] of cases.words) assert.deepEqual(wordsOf(query), words, query);
});

test("a year and a level mean one designation", () => {
  const levels = ["市级", "市级示范"];
  for (const [query, words] of cases.designations) assert.deepEqual(designated(withDesignations(wordsOf(query), levels), levels), words, query);
});

test("a spelling", () => {
  assert.equal(spelling("lüshun"), "lvshun");
  assert.equal(spelling("lyu"), "lv");
  for (const word of ["l", "plc1", "大连", ""]) assert.equal(spelling(word), "", word);
});

test("where words stand in a text as it is written", () => {
  /** @param {string} text @param {string} query */
  const marked = (text, query) => spans(text, wordsOf(query)).map(([from, to]) => Array.from(text).slice(from, to).join(""));
  assert.deepEqual(marked("“电　牵”班，电牵", "电牵"), ["电　牵", "电牵"]);
  assert.deepEqual(marked("𠮷ＰＬＣ控制", "plc"), ["ＰＬＣ"]);
  assert.deepEqual(marked("工作室合成", "工作 作室"), ["工作室"], "what overlaps is one");
  assert.deepEqual(marked("二〇二三年", "2023"), ["二〇二三"]);
  assert.deepEqual(marked("电牵", "机车"), []);
});

test("where a spelling stands in a text", () => {
  const reading = ["wang", "jian", "qiang", "", "ban"];
  /** @param {string} query */
  const heard = (query) => spans("王建强、班", wordsOf(query), reading);
  assert.deepEqual(heard("jianqi"), [[1, 3]]);
  assert.deepEqual(heard("wjq"), [[0, 3]]);
  assert.deepEqual(heard("qb"), [[2, 5]], "initials go on over what is not spoken");
  assert.deepEqual(heard("王jian"), [[0, 2]]);
  assert.deepEqual(heard("王jq"), [[0, 3]]);
  assert.deepEqual(heard("jianqi强"), [], "a syllable is not begun and left within a word");
  assert.deepEqual(heard("anqiang"), [], "not from within a syllable");
  assert.deepEqual(spans("wang", wordsOf("wang"), ["w", "a", "n", "g"]), [[0, 4]]);
});
