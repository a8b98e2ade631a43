import assert from "node:assert/strict";
import test from "node:test";

import { bare, clean, isHan, joined, oneLine, paragraphs, short, size, split, strip } from "../../../site_src/scripts/base/text.js";

// What Python's str.isspace() holds for; U+FEFF and U+200B are none, though JavaScript's \s knows the first.
const WHITE = "\t\n\v\f\r\x1c\x1d\x1e\x1f \x85\u00a0\u1680\u2000\u200a\u2028\u2029\u202f\u205f\u3000";

test("white space is what Python takes for it", () => {
  for (const sign of WHITE) assert.equal(strip(`${sign}a${sign}`), "a", JSON.stringify(sign));
  for (const sign of "\ufeff\u200b\u180e") assert.equal(strip(`${sign}a`), `${sign}a`);
  assert.equal(bare(` 大 ${WHITE}连 `), "大连");
  assert.deepEqual(split("\u3000王 建\t强 "), ["王", "建", "强"]);
  assert.deepEqual(split(" "), []);
  assert.equal(oneLine(" 一\n\n 二 "), "一 二");
});

test("characters are counted as Python counts them", () => {
  assert.equal(size("𠮷野"), 2);
  assert.equal(short("一二三", 3), "一二三");
  assert.equal(short("一二𠮷四", 3), "一二𠮷…");
});

test("Han", () => {
  assert.ok(isHan("大连"));
  assert.ok(isHan("𠮷"));
  for (const text of ["", "大连1", "大 连", "、", "A"]) assert.ok(!isHan(text), text);
  assert.equal(joined("大 连\u3000市 ，AB C 工"), "大连市，AB C 工");
});

test("what nobody sees is taken out, what breaks lines is one kind", () => {
  assert.equal(clean("a\r\nb\rc"), "a\nb\nc");
  assert.equal(clean("a\tb\u2028c\vd"), "a b c d");
  assert.equal(clean("a\u0000b\u001cc\u200bd\u202ee\ufefff"), "abcdef");
  assert.equal(clean("\ud842\udfb7"), "𠮷", "a whole pair stays");
  assert.equal(clean("a\ud842b\udfb7c"), "abc", "half a pair is none");
  assert.deepEqual(paragraphs("\n 一 \r\n\r\n二\n"), ["一", "二"]);
});
