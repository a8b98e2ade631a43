// The application as a record: each box goes to the keys that the form's spec names (`feeds`), as generator/intake reads the
// filled Word form. What no key takes becomes a remark for the editor.

import { iso } from "../base/day.js";
import { numbered } from "../base/id.js";
import { split } from "../base/text.js";
import { make as makeChecks } from "../record/checks.js";
import { record as written } from "../record/text.js";
import { dayOf } from "./boxes.js";
import { CONSENT, fromForm, notListed, onlyOne, source, WORDS } from "./messages.js";

/** @typedef {import("./boxes.js").Spec} Spec */
/** @typedef {import("./task.js").Task} Task */
/** @typedef {import("../record/text.js").Group} Group */
/** @typedef {ReadonlyMap<string, string>} Texts The texts of the boxes by their keys. */

/** @typedef {{ values: Map<string, string | string[]>, remarks: string[] }} Draft Values by the paths of `keys`. */

/**
 * The days of a box, or any other text, as a record writes it.
 * @param {Task} task
 * @param {Spec} spec
 * @param {string} text
 */
export function asWritten({ dates }, { kind }, text) {
  const day = kind === "date" ? dayOf(dates, text) : null;
  return day ? iso(day) : text;
}

/**
 * What the name says of the category; empty if it says neither or both.
 * @param {Task} task
 * @param {string} name
 */
export function categoryOf({ categories }, name) {
  const said = categories.filter(([, words]) => name.includes(words));
  return said.length === 1 ? said[0][0] : "";
}

/**
 * The values that the boxes give, and remarks on the rest.
 * @param {Task} task
 * @param {Texts} texts
 * @param {string} today
 * @returns {Draft}
 */
export function fed(task, texts, today) {
  const checks = makeChecks(task, today);
  /** @type {Draft} */
  const draft = { values: new Map(), remarks: [] };
  for (const spec of task.boxes) {
    const text = texts.get(spec.key) || "";
    if (!spec.feeds.length || !text || task.nothing.includes(text.replace(/\s/g, ""))) continue;
    const plain = asWritten(task, spec, text);
    const [key] = spec.feeds;
    if (spec.vocabularies.length) terms(task, spec, text, draft);
    else if (task.keys.includes(key) && !checks.value(spec, plain)) draft.values.set(key, plain);
    else draft.remarks.push(fromForm(spec.label, text));
  }
  const name = String(draft.values.get("name") || "");
  draft.values.set("kind", name.endsWith(task.alliance) ? task.alliance : WORDS.workshop);
  const category = categoryOf(task, name);
  if (category) draft.values.set("category", category);
  return draft;
}

/**
 * The draft of the record as YAML. `consented`: the leader agrees to be named.
 * @param {Task} task
 * @param {Texts} texts
 * @param {{ consented: boolean, today: string }} given
 */
export function draftOf(task, texts, { consented, today }) {
  const { values, remarks } = fed(task, texts, today);
  const filledOn = dayOfForm(task, texts);
  if (values.has("leader.name") && !consented) remarks.push(WORDS.notConsented);
  if (consented && values.has("leader.name")) {
    values.set("leader.basis.kind", CONSENT);
    values.set("leader.basis.date", filledOn.length === today.length ? filledOn : today);
  } else {
    for (const key of Array.from(values.keys())) if (key.startsWith("leader.")) values.delete(key);
  }
  const asked = task.boxes.filter((spec) => !spec.beside).map((spec) => spec.feeds).flat();
  const supports = asked.filter((key) => values.has(key)).map((key) => key.split(/\.|\[/)[0]);
  const unit = String(values.get("unit") || "");
  values.set("id", numbered(0));
  values.set("sources[].title", source(task.title, unit));
  values.set("sources[].publisher", unit);
  values.set("sources[].date", filledOn);
  values.set("sources[].supports", Array.from(new Set(supports)));
  const notes = [WORDS.newId, ...remarks.map((remark) => `${remark}。`)];
  return notes.map((note) => `# ${split(note).join(" ")}\n`).join("") + written(nested(task.keys, values));
}

/**
 * The day that the form itself bears, as a record writes it.
 * @param {Task} task
 * @param {Texts} texts
 */
function dayOfForm(task, texts) {
  const dated = task.boxes.find((spec) => spec.kind === "date" && spec.head);
  const day = dated ? dayOf(task.dates, texts.get(dated.key) || "") : null;
  return day ? iso(day) : "";
}

/**
 * A text whose parts are terms, each sent to the key that goes with its vocabulary: all of them, or none where one is unknown.
 * @param {Task} task
 * @param {Spec} spec
 * @param {string} text
 * @param {Draft} draft
 */
function terms(task, spec, text, draft) {
  const found = termOf(task, spec, text) ? [text] : text.split(new RegExp(task.between)).filter(Boolean);
  const named = found.map((said) => ({ said, term: termOf(task, spec, said) }));
  const unknown = named.filter(({ term }) => !term);
  const keys = named.map(({ term }) => (term ? term.key : ""));
  if (unknown.length) {
    draft.remarks.push(...unknown.map(({ said }) => notListed(spec.label, said)));
  } else if (new Set(keys).size < keys.length) {
    draft.remarks.push(onlyOne(spec.label, text));
  } else {
    for (const { term } of named) if (term) draft.values.set(term.key, term.name);
  }
}

/**
 * The term that a text names by its name or a former one, and the key that takes it.
 * @param {Task} task
 * @param {Spec} spec
 * @param {string} said
 */
function termOf(task, spec, said) {
  for (const [number, vocabulary] of spec.vocabularies.entries()) {
    const listed = task.vocabularies[vocabulary].terms;
    const term = listed.find(([name]) => name === said) || listed.find((it) => it[2].includes(said));
    if (term) return { name: term[0], key: spec.feeds[number] };
  }
  return null;
}

/**
 * Values by paths (sources[].title) as groups, in the order of the keys; what is empty is not written.
 * @param {readonly string[]} keys
 * @param {ReadonlyMap<string, string | string[]>} values
 * @returns {Group}
 */
export function nested(keys, values) {
  /** @type {Group} */
  const root = {};
  for (const path of keys) {
    const value = values.get(path);
    if (!value || !value.length) continue;
    const steps = path.split(".");
    const last = steps.pop() || "";
    const group = steps.reduce(entered, root);
    group[last] = value;
  }
  return root;
}

/**
 * The group at a step, made where there is none: of a list (`sources[]`) its first item.
 * @param {Group} level
 * @param {string} step
 * @returns {Group}
 */
function entered(level, step) {
  const key = step.replace("[]", "");
  if (key !== step) {
    const list = /** @type {Group[]} */ (level[key] || [{}]);
    level[key] = list;
    return list[0];
  }
  const group = /** @type {Group} */ (level[key] || {});
  level[key] = group;
  return group;
}
