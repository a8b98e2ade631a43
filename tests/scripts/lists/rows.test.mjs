import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { csv } from "../../../site_src/scripts/lists/csv.js";
import { match, order } from "../../../site_src/scripts/lists/match.js";
import { titles, told } from "../../../site_src/scripts/lists/rows.js";
import { fill, opened } from "../../../site_src/scripts/lists/workshops.js";

// The rows of the miniature, which its test holds to what Python makes.
const json = (/** @type {string} */ name) => JSON.parse(readFileSync(new URL(`../../miniature/expected/workshops/${name}.json`, import.meta.url), "utf8"));

/** All of them, as a page has them in the end. */
function read() {
  const data = opened(json("rows"));
  fill(data, 0, json("texts/0"));
  data.orders = json("orders");
  return data;
}

const FACETS = ["districts", "industries", "levels", "years", "categories", "statuses", "recommenders", "zones"];

/**
 * @param {{ [facet: string]: string[] }} chosen
 * @param {boolean} [onlyLocated]
 */
function matched(chosen, onlyLocated = false) {
  const asked = (/** @type {string} */ facet) => (chosen[facet] ? (/** @type {string} */ slug) => chosen[facet].includes(slug) : null);
  const { found, counts, located } = match(read(), FACETS, asked, onlyLocated);
  /** @param {string} facet @param {string} value */
  const count = (facet, value) => /** @type {Map<string, number>} */ (counts.get(facet)).get(value);
  return { found, located, count };
}

test("the words of the second file come to their own rows, before or after those of the first", () => {
  const all = json("texts/0"), keys = Object.keys(all);
  const part = (/** @type {number} */ from, /** @type {number} */ to) => /** @type {any} */ (Object.fromEntries(keys.map((key) => [key, all[key].slice(from, to)])));
  const data = opened(json("rows"));
  fill(data, 3, part(3, 4));
  assert.equal(data.rows.name[3], read().rows.name[3]);
  fill(data, 0, part(0, 3));
  assert.deepEqual(data.rows, read().rows);
});

test("a workshop in words", () => {
  const first = told(read(), 0);
  assert.deepEqual([first.id, first.name, first.former, first.status], ["DL0001", "周海职工创新工作室", ["周海创新工作室"], "listed"]);
  assert.deepEqual(first.cells, [
    ["周海", true], ["大连示例机械有限公司", true], ["中山区", true], ["通用设备制造业", true], ["市级 2023、省级 2025", true],
  ]);
  assert.deepEqual(told(read(), 2).cells, [
    ["领衔人待补充", false], ["单位待补充", false], ["区域待补充", false], ["行业待补充", false], ["级别、年度待补充", false],
  ]);
  assert.deepEqual([first.photo, told(read(), 2).photo], ["dl0001-1", ""]);
  assert.equal(titles(read(), "zones", 1), "长兴岛经济区");
  assert.equal(titles(read(), "recommenders", 1), "", "what is not known is no value");
});

test("nothing chosen finds all, and counts all", () => {
  const { found, located, count } = matched({});
  assert.deepEqual(found, [0, 1, 2, 3]);
  assert.equal(located, 2);
  assert.equal(count("industries", "C"), 2, "both by its part C34");
  assert.equal(count("industries", "C34"), 2);
  assert.equal(count("levels", "city"), 1);
});

test("a facet by any of its values, all facets together", () => {
  assert.deepEqual(matched({ districts: ["中山区", "瓦房店市"] }).found, [0, 1]);
  assert.deepEqual(matched({ districts: ["中山区"], years: ["2010"] }).found, []);
  assert.deepEqual(matched({ industries: ["C"] }).found, [0, 3], "a whole has its parts");
  assert.deepEqual(matched({ levels: ["city"] }).found, [0], "one that it had counts as well");
});

test("a value counts what it would find with the other facets as they are", () => {
  const { count } = matched({ districts: ["中山区"] });
  assert.equal(count("districts", "甘井子区"), 1, "its own facet is not narrowed");
  assert.equal(count("years", "2023"), 1);
  assert.equal(count("years", "2010"), 0);
});

test("level and year by one designation", () => {
  assert.deepEqual(matched({ levels: ["province"], years: ["2025"] }).found, [0]);
  assert.deepEqual(matched({ levels: ["province"], years: ["2023"] }).found, [], "it was named at another level then");
  assert.deepEqual(matched({ levels: ["city", "province"], years: ["2023"] }).found, [0], "a facet by any of its values");
  const { count } = matched({ levels: ["province"] });
  assert.equal(count("years", "2025"), 1);
  assert.equal(count("years", "2023"), 0, "as many as it would find");
  assert.equal(count("levels", "city"), 1, "its own facet is not narrowed");
  assert.equal(matched({ years: ["2023"] }).count("levels", "province"), 0);
});

test("a year that nobody has finds nothing", () => {
  assert.deepEqual(matched({ years: ["1999"] }).found, []);
});

test("an undated designation beside a dated one has no year, and the table says so", () => {
  const data = read();
  data.pairs.push([2]);
  data.rows.pairs[0] = [0, data.pairs.length - 1];
  assert.deepEqual(told(data, 0).cells[4], ["市级 2023、省级 年度待补充", true]);
  assert.deepEqual(match(data, FACETS, (facet) => (facet === "levels" ? (slug) => slug === "province" : null), false).found, [0, 3]);
  assert.deepEqual(match(data, FACETS, (facet) => (facet === "years" ? (slug) => slug === "unknown" : null), false).found, [2]);
});

test("only those with a point", () => {
  const { found, located, count } = matched({}, true);
  assert.deepEqual(found, [0, 3]);
  assert.equal(located, 2);
  assert.equal(count("years", "2010"), 0);
});

test("in the order that is asked for", () => {
  assert.deepEqual(order(read(), [0, 1, 2], "pinyin"), [1, 2, 0]);
  assert.deepEqual(order(read(), [1, 2, 3], "date"), [3, 1, 2]);
  assert.deepEqual(order(read(), [2, 1], null), [2, 1]);
  assert.deepEqual(order(read(), [2, 1], "loudness"), [2, 1]);
});

test("the table for Excel", () => {
  const columns = ["领衔人", "单位", "区域", "行业", "级别和年度"].map((label, place) => ({ place, label }));
  const [head, first, unknown, hostile, end] = csv(read(), [0, 2, 3], "名称", columns).split("\r\n");
  assert.ok(head.startsWith("\ufeff名称,领衔人,单位,区域,行业,级别和年度,类别,"));
  assert.ok(first.startsWith("周海职工创新工作室,周海,大连示例机械有限公司,中山区,通用设备制造业,市级 2023、省级 2025,职工,中山区总工会,,周海创新工作室,在册,DL0001,"));
  assert.ok(unknown.startsWith("只知名称职工创新工作室,,,,,,"));
  assert.ok(hostile.includes(`"'=HYPERLINK(""http://evil.example"",""x"")"`));
  assert.equal(end, "");
  assert.ok(csv(read(), [0], "名称", [columns[0], columns[4]]).includes("名称,领衔人,级别和年度,类别,"), "what nobody knows has no column");
  assert.ok(csv(read(), [0], "名称", [columns[4]]).includes("\n周海职工创新工作室,市级 2023、省级 2025,职工,"));
});

test("a column of signs: one value, several, none, and more values than one range of signs holds", () => {
  const { ids } = json("rows"), data = opened({ ...json("rows"), ids: ids.slice(0, 0), rows: { pairs: "#\\!} ~¡ħ!Æ" } });
  assert.deepEqual(data.rows.pairs, [0, [57, 90], [], 91, 92, [226, 129]]);
});
