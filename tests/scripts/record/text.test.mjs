import assert from "node:assert/strict";
import test from "node:test";

import { merge, record } from "../../../site_src/scripts/record/text.js";

test("what YAML would misread stands in quotes", () => {
  assert.equal(record({ name: "甲工作室", a: "no", b: "12:30", c: "it's", d: "一\n二", e: "C34", f: "2019-06" }),
    "name: 甲工作室\na: 'no'\nb: '12:30'\nc: 'it''s'\nd: \"一\\n二\"\ne: C34\nf: 2019-06\n");
  assert.equal(record({ sources: [{ title: "报道", supports: ["name", "unit"] }], leader: { name: "甲" } }),
    "sources:\n  - title: 报道\n    supports: [name, unit]\nleader:\n  name: 甲\n");
});

test("a key that does not change keeps its lines, a new one stands in its place", () => {
  const original = "# 开头\nid: DL0001\nname: '甲'  # 说明\nsources:\n- title: 报道\n";
  const before = { id: "DL0001", name: "甲", sources: [{ title: "报道" }] };
  const order = ["id", "name", "unit", "sources"];
  assert.equal(merge(original, before, before, order), original);
  assert.equal(merge(original, before, { ...before, unit: "乙" }, order), original.replace("sources", "unit: 乙\nsources"));
  assert.equal(merge("{id: DL0001}\n", { id: "DL0001" }, { id: "DL0002" }, order), null);
});
