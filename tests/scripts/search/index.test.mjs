import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

import { valuesOf } from "../../../site_src/scripts/lists/data.js";
import { fill, opened as openedRows } from "../../../site_src/scripts/lists/workshops.js";
import { suggest } from "../../../site_src/scripts/search/help.js";
import { Index, firstField } from "../../../site_src/scripts/search/index.js";
import { count } from "../../../site_src/scripts/search/ask.js";
import { WHY, told } from "../../../site_src/scripts/search/messages.js";
import { findNear } from "../../../site_src/scripts/search/near.js";
import { wordsOf } from "../../../site_src/scripts/search/words.js";

// The index of the miniature, which its test holds to what Python makes.
const SITE = new URL("../../miniature/expected/", import.meta.url);

/**
 * @param {string} path
 * @returns {any}
 */
const json = (path) => JSON.parse(readFileSync(new URL(path, SITE), "utf8"));

/** @type {[query: string, told: { [label: string]: string[] }][]} */
const cases = JSON.parse(readFileSync(new URL("../../cases/search/found.json", import.meta.url), "utf8"));

/** An index that tells which of its files were asked for. */
function opened() {
  /** @type {string[]} */
  const asked = [];
  const index = new Index(json("search/start.json"), json("search/short.json"), async (path) => {
    asked.push(path);
    return json(`search/${path}`);
  });
  return { index, asked };
}

/**
 * The ids that a query finds, by the label of their field.
 * @param {string} query
 */
async function found(query) {
  const { index } = opened(), { fields } = await index.find(query);
  return Object.fromEntries(fields.map((numbers, field) => [index.labels[field], numbers.map((number) => index.ids[number])])
    .filter(([, ids]) => ids.length));
}

test("the columns hold what the rows of the lists hold", async () => {
  const { index } = opened(), data = openedRows(json("workshops/rows.json")), { rows } = data;
  fill(data, 0, json("workshops/texts/0.json"));
  assert.deepEqual(index.ids, rows.id);
  await index.learnWhose();
  /** @param {string} key @param {number} number */
  const parts = (key, number) => index.column(key).parts(number).map(({ text }) => text);
  for (const number of index.ids.keys()) {
    assert.deepEqual(parts("name", number), [rows.name[number]]);
    assert.deepEqual(parts("former", number), rows.former[number]);
    assert.ok(parts("leader", number).every((name) => name === rows.leader[number]));
    assert.deepEqual(parts("unit", number).slice(0, 1), [rows.unit[number]].filter(Boolean));
    for (const [column, facet] of [["district", "districts"], ["category", "categories"], ["status", "statuses"]]) {
      const [[slug, title]] = valuesOf(data, facet, number);
      assert.deepEqual(parts(column, number).slice(0, 1), slug === "unknown" ? [] : [title]);
    }
  }
});

test("names are read with their leader's name in its place", () => {
  const { index } = opened(), name = index.column("name");
  const [{ text, reading }] = name.parts(0);
  assert.equal(text, "周海职工创新工作室");
  assert.deepEqual(reading, ["zhou", "hai", "zhi", "gong", "chuang", "xin", "gong", "zuo", "shi"]);
  assert.equal(name.sounds[name.of[0]], " zhou hai zhi gong chuang xin gong zuo shi\tzhzgcxgzs");
});

test("what people type is found, in the field that holds it, and nothing else is", async () => {
  for (const [query, told] of cases) assert.deepEqual(await found(query), told, query);
});

test("full texts are found, and nothing else is asked for", async () => {
  assert.deepEqual(await found("机床导轨"), { 正文: ["DL0001"] });
  assert.deepEqual(await found("导轨机床"), {}, "all its grams stand there, but not in this order");
  assert.deepEqual(await found("周海 机床导轨"), { 名称: ["DL0001"] });
  const { index, asked } = opened();
  await index.find("周海");
  assert.deepEqual(asked.filter((path) => path.startsWith("shards")), [], "what is left is few enough to be read");
});

test("whose a value is that no row shows is asked for where it holds a word, and nowhere else", async () => {
  const { index, asked } = opened(), apart = () => asked.filter((path) => path.startsWith("of/")).sort();
  await index.find("周海");
  assert.deepEqual(apart(), []);
  await index.find("通用设备");
  assert.deepEqual(apart(), ["of/industry.json"]);
  await index.find("通用设备");
  assert.deepEqual(apart(), ["of/industry.json"]);
  await index.learnWhose();
  assert.equal(apart().length, Object.keys(json("search/start.json").apart).length);
});

test("the full texts tell where a word of many workshops stands", async () => {
  const { index } = opened(), all = Array.from(index.ids.keys());
  const texts = await Promise.all(all.map((number) => index.texts.of(number)));
  for (const word of ["职工", "虚构", "大连市", "一种", "复核结果", "夹具"]) {
    const holding = all.filter((number) => texts[number].some(([, text]) => text.includes(word)));
    const wanted = [...all, ...all.map((number) => number + all.length)]; // more than are read one by one
    assert.deepEqual((await index.texts.holders(wordsOf(word)[0], wanted)).sort(), holding, word);
  }
});

test("other pages are found", async () => {
  const { index } = opened();
  const named = await index.find("命名 2023"), naming = named.papers.map(({ path }) => path);
  assert.ok(naming.includes("notices/naming-2023/"));
  assert.deepEqual((await index.find("复县")).groups.map(({ title }) => title), ["瓦房店市"]);
  assert.equal(told("复县", await index.find("复县")), "“复县”找到 1 个工作室。");
});

/** @param {string} name */
const casesOf = (name) => JSON.parse(readFileSync(new URL(`../../cases/search/${name}.json`, import.meta.url), "utf8"));

test("the site's own pages are found by the words of those who ask for them", async () => {
  for (const [query, paths] of casesOf("pages")) assert.deepEqual((await opened().index.find(query)).pages.map(({ path }) => path), paths, query);
});

test("what means nearly the same is found by itself, and nothing twice", async () => {
  for (const [query, told] of casesOf("near")) {
    const { index } = opened(), all = await findNear(index, query, await index.find(query));
    assert.deepEqual(all.map(({ word, as, numbers }) => [word, as, numbers.map((number) => index.ids[number])]), told, query);
  }
});

test("what sounds alike is proposed where nothing answers, and only then", async () => {
  for (const [query, guesses] of casesOf("guesses")) {
    const { index } = opened(), nothing = !count(await index.find(query));
    const tries = nothing ? await suggest(index, query) : [];
    assert.deepEqual(tries.filter(({ why }) => why === WHY.alike).map(({ query: guess }) => guess), guesses, query);
  }
});

test("the table of traditional characters is asked for only where a query holds some that no text holds", async () => {
  const { index, asked } = opened();
  await index.find("周海");
  assert.ok(!asked.includes("traditional.json"));
  await index.find("週海");
  assert.ok(asked.includes("traditional.json"));
});

test("what is told early needs no further file", async () => {
  const { index, asked } = opened();
  /** @type {number[]} */
  const totals = [];
  await index.find("机床导轨", ({ total }) => {
    totals.push(total, asked.length);
  });
  assert.deepEqual(totals, [0, 0]);
});

test("where nothing is found, what is meant is proposed", async () => {
  const { index } = opened();
  assert.deepEqual(await suggest(index, "舟海"), [{ query: "周海", why: "读音相同的：", total: 1 }]);
  assert.deepEqual(await suggest(index, "周海，机床"), [{ query: "周海 机床", why: "标点当作空格：", total: 1 }]);
  assert.deepEqual(await suggest(index, "周海中山区"), [{ query: "周海 中山区", why: "分开来找：", total: 1 }]);
  assert.deepEqual(await suggest(index, "周海甘井子区"), [], "no workshop holds both");
  assert.deepEqual(await suggest(index, "周海 查无此人"), [{ query: "周海", why: "只找：", total: 1 }]);
});

test("the first of many fields", () => {
  assert.equal(firstField(1), 0);
  assert.equal(firstField(0b10100), 2);
  assert.equal(firstField(1 << 31), 31);
});
