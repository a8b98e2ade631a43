import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { altered } from "../../../site_src/scripts/record/altered.js";
import { make } from "../../../site_src/scripts/record/checks.js";
import { like } from "../../../site_src/scripts/record/duplicates.js";
import { within } from "../../../site_src/scripts/record/laws.js";
import { make as makeFind } from "../../../site_src/scripts/record/personal.js";

// What the site publishes; tests/site/edit compares many more values with what Python says.
const schema = JSON.parse(readFileSync(new URL("../../miniature/expected/edit/schema.json", import.meta.url), "utf8"));
const record = { id: "DL0001", name: "甲劳模创新工作室", category: "职工", sources: [{ title: "报道", supports: ["name"] }] };

test("a law is told at its key", () => {
  const told = within(schema, record).filter(({ problem }) => problem.code === "R312");
  assert.deepEqual(told.map(({ path }) => path), [["category"]]);
  assert.deepEqual(within(schema, { ...record, category: "劳模" }).filter(({ problem }) => problem.code === "R312"), []);
});

test("a title of the vocabulary has its level, in each printed form; a free title has any", () => {
  const titles = { terms: [["全国某某创新工作室", "", ["某某创新工作室"], 0, "全国"], ["没有级别的称号", "", [], 0, ""]] };
  const told = (/** @type {string} */ title, /** @type {string} */ level, vocabularies = { ...schema.vocabularies, designation_titles: titles }) =>
    within({ ...schema, vocabularies }, { ...record, designations: [{ title, level }] }).filter(({ problem }) => problem.code === "R350");
  const [{ path, problem }] = told("某某创新工作室", "市级");
  assert.deepEqual(path, ["designations", 0, "level"]);
  assert.ok(problem.message.includes("是全国的称号，级别却写了“市级”"));
  assert.equal(told("全国某某创新工作室", "省级").length, 1);
  for (const [title, level] of [["某某创新工作室", "全国"], ["别的创新工作室", "市级"], ["没有级别的称号", "市级"]]) assert.deepEqual(told(title, level), []);
  assert.deepEqual(told("某某创新工作室", "市级", schema.vocabularies), [], "no vocabulary of titles, no law");
});

test("a published fact that is altered must be explained, one that is completed not", () => {
  assert.deepEqual(altered(schema, record, { ...record, unit: "乙" }), []);
  const [fact] = altered(schema, record, { ...record, category: "劳模" });
  assert.deepEqual([fact.key, fact.old, fact.now], ["category", "职工", "劳模"]);
});

test("a value is judged by the first check that applies", () => {
  const { value } = make(schema, "2026-03-01");
  const field = (/** @type {string} */ key) => schema.fields.find((/** @type {{ key: string }} */ it) => it.key === key);
  assert.equal(value(field("established"), "2019-06"), null);
  const codes = [["established", "2019.6"], ["established", "2099"], ["name", "甲\u200b"]].map(([key, text]) => (value(field(key), text) || { code: "" }).code);
  assert.deepEqual([codes[0], codes[1], codes[2].charAt(0)], ["F206", "R331", "S"]);
});

test("a mobile number is found, a patent's is not", () => {
  const find = makeFind(schema.personal);
  assert.ok(find);
  assert.equal(find("电话 13800138000", "2026-03-01").length, 1);
  assert.deepEqual(find("专利 ZL201910123456.7", "2026-03-01"), []);
});

test("a workshop of nearly the same name, and one of the same leader and unit, are found", () => {
  const rows = { id: ["DL0001", "DL0002"], name: ["甲创新工作室", "丙工作室"], former: [[], []], leader: ["甲", "丁"], unit: ["厂", "院"], former_unit: [[], ["老院"]] };
  const asked = { name: "甲工作室", former_names: [], units: ["院"], leader: "丁" };
  assert.deepEqual(like(rows, asked, "创新|工作室"), { named: [0], led: [1] });
  assert.deepEqual(like(rows, { ...asked, units: ["新院", "老院"] }, "创新|工作室"), { named: [0], led: [1] });
  assert.deepEqual(like(rows, { ...asked, units: [] }, "创新|工作室"), { named: [0], led: [] });
});
