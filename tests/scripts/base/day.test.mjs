import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { chinese, first, isAfter, iso, last, meant, propose, read, today } from "../../../site_src/scripts/base/day.js";

// The ways of writing a day as the site publishes them; the miniature's test holds them to what Python has.
const { dates } = JSON.parse(readFileSync(new URL("../../miniature/expected/edit/schema.json", import.meta.url), "utf8"));

test("a record's own ways of writing a day are read", () => {
  assert.deepEqual(read(dates, "2023-07-13"), [2023, 7, 13]);
  assert.deepEqual(read(dates, "2023-07"), [2023, 7, 0]);
  assert.deepEqual(read(dates, "2023"), [2023, 0, 0]);
  assert.deepEqual(read(dates, "2024-02-29"), [2024, 2, 29]);
  assert.deepEqual(read(dates, "1900-01-01"), [1900, 1, 1]);
  for (const text of ["", "2023-7", "2023-13", "2023-02-29", "2023-00", "2023-01-00", "0000", "0219", "1899-12-31", "2109", "20190-06", "2023-07-13 ", "2023年", "23-07"]) {
    assert.equal(read(dates, text), null, text);
  }
});

test("other ways are understood", () => {
  /** @type {[string, string][]} */
  const known = [
    ["2019.6.28", "2019-06-28"], ["2019年6月", "2019-06"], ["2019年6月28日", "2019-06-28"], ["二〇一九年六月", "2019-06"],
    ["二○一九年十二月三十一日", "2019-12-31"], ["20190628", "2019-06-28"], ["２０１９／６／２８", "2019-06-28"], [" 2019 年 6 月 ", "2019-06"],
    ["2019年", "2019"], ["201906", "2019-06"], ["2019年06月份", "2019-06"], ["一九六八年三月", "1968-03"], ["1968年三月", "1968-03"], ["2019-06-28 10:30", "2019-06-28"],
  ];
  for (const [text, written] of known) assert.equal(propose(dates, text), written, text);
  for (const text of ["", "去年", "2019年13月", "2019.2.30", "6月28日", "301906", "201913", `2019.6.28${" ".repeat(50)}x`]) {
    assert.equal(propose(dates, text), text.endsWith("x") ? "2019-06-28" : "", text);
  }
  assert.deepEqual(meant(dates, " 2019-06 "), [2019, 6, 0]);
  assert.deepEqual(meant(dates, "2019年6月28号"), [2019, 6, 28]);
  assert.equal(meant(dates, "不知道"), null);
});

test("days are written", () => {
  assert.equal(iso([2023, 7, 0]), "2023-07");
  assert.equal(iso([23, 0, 0]), "0023");
  assert.equal(chinese([2023, 7, 13]), "2023年7月13日");
  assert.equal(chinese([2023, 0, 0]), "2023年");
});

test("what is not known is the first or the last it can be", () => {
  assert.deepEqual(first([2023, 0, 0]), [2023, 1, 1]);
  assert.deepEqual(last([2023, 2, 0]), [2023, 2, 28]);
  assert.deepEqual(last([2023, 0, 0]), [2023, 12, 31]);
  assert.ok(isAfter([2023, 8, 0], [2023, 7, 0]));
  assert.ok(!isAfter([2023, 7, 31], [2023, 7, 0]), "both can be the same day");
  assert.ok(!isAfter([2023, 7, 13], [2023, 7, 13]));
});

test("today is the reader's", () => {
  assert.deepEqual(today(new Date(2026, 0, 2, 23, 59)), [2026, 1, 2]);
});
