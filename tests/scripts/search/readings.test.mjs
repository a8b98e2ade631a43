import assert from "node:assert/strict";
import test from "node:test";

import { LEADER, Readings, heard, heardWith, sound } from "../../../site_src/scripts/search/readings.js";

test("a value is read as its characters usually are, but for what is said of it", () => {
  const readings = new Readings(new Map([["行", "hang"], ["人", "ren"]]), { 1: "0xing", 2: "2xing 11xing" });
  assert.deepEqual(readings.of(0, "行人"), ["hang", "ren"]);
  assert.deepEqual(readings.of(1, "行人"), ["xing", "ren"]);
  assert.deepEqual(readings.of(2, "ＰＬ行、行人行人行人人行"), ["p", "l", "xing", "", "hang", "ren", "hang", "ren", "hang", "ren", "ren", "xing"]);
});

test("a reading as a text, in which a spelling is found", () => {
  const text = heard(["wang", "jian", "", "qiang"]);
  assert.equal(text, " wang jian qiang\twjq");
  for (const letters of ["wang", "wangjian", "jianq", "qiang", "wjq", "jq"]) assert.ok(sound(letters).test(text), letters);
  for (const letters of ["ang", "jiang", "wq", "wangq"]) assert.ok(!sound(letters).test(text), letters);
});

test("lu is typed for lü", () => {
  const text = heard(["lv", "shun"]);
  for (const letters of ["lushun", "lvshun", "lu"]) assert.ok(sound(letters).test(text), letters);
  assert.ok(!sound("lvshun").test(heard(["lu", "shun"])), "but not the other way round");
});

test("a leader's reading comes into the place that is kept for it", () => {
  const name = heard([LEADER, "ban"]);
  assert.equal(heardWith(name, heard(["zhou", "hai"])), " zhou hai ban\tzhb");
});
