import assert from "node:assert/strict";
import test from "node:test";

import { concerns, verdict } from "../../../site_src/scripts/notices/verdict.js";

/** @typedef {import("../../../site_src/scripts/notices/verdict.js").Condition} Condition */

const ONE = { asked: false, category: "" };
const MODEL = { asked: true, category: "劳模" };

/**
 * @param {Condition["answer"]} answer
 * @param {string} [category]
 * @returns {Condition}
 */
const condition = (answer, category = "") => ({ category, text: `要有场地${category}`, answer });

test("all met", () => {
  assert.deepEqual(verdict([condition("yes"), condition("yes")], ONE), { text: "可以申报。", state: "good", missing: [] });
  assert.equal(verdict([condition("yes"), condition("yes", "劳模")], MODEL).text, "可以申报劳模创新工作室。");
  assert.equal(verdict([], ONE).state, "good");
});

test("what is not met is named, whatever is still open", () => {
  const { text, state, missing } = verdict([condition("no"), condition(""), condition("no", "劳模")], MODEL);
  assert.equal(text, "还不能申报，缺这 2 条：");
  assert.equal(state, "bad");
  assert.deepEqual(missing, ["要有场地", "要有场地劳模"]);
});

test("what is open", () => {
  assert.equal(verdict([condition("yes"), condition("")], ONE).text, "还有 1 条没有回答。");
  assert.equal(verdict([condition("yes")], { asked: true, category: "" }).text, "请先选申报哪一种。");
});

test("a condition of another category is not asked", () => {
  assert.ok(!concerns(condition("no", "职工"), MODEL));
  assert.ok(!concerns(condition("no", "职工"), { asked: true, category: "" }));
  assert.equal(verdict([condition("yes"), condition("no", "职工")], MODEL).state, "good");
});
