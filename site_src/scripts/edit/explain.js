// Where something published is altered: why, and by which source. What was written wrongly becomes a correction, what has
// really changed an event.

import { build } from "../base/dom.js";
import { altered, correction, kept } from "../record/altered.js";
import { group } from "./form/group.js";
import { changed as changedWords, explain, lacksProof, lacksReason, reallyChanged, WORDS } from "./messages.js";

/** @typedef {import("../record/text.js").Group} Group */
/** @typedef {import("../record/text.js").Value} Value */
/** @typedef {import("../record/altered.js").Fact} Fact */
/** @typedef {import("./form/control.js").About} About */
/** @typedef {import("./form/control.js").Told} Told */
/** @typedef {import("./form/group.js").Group} Form */

/**
 * What is asked of one altered fact; `really`: it has changed, else it was written wrongly.
 * @typedef {{ box: HTMLElement, words: HTMLElement, really: boolean, mistake: Form, event: Form | null }} Answer
 */

/** @typedef {[name: string, draft: { mistake?: Value, event?: Value, really: boolean }]} Draft */

/**
 * What explains a change. `update`: asks what the record needs now; `whole`: the record with the explanations in it.
 * @typedef {{ update: (record: Group) => void, whole: (record: Group) => Group, problems: () => Told[], controls: () => Form[],
 *   kept: () => Draft[], restore: (drafts: readonly Draft[]) => void }} Explaining
 */

/** @type {Explaining} A new record explains nothing. */
export const NOTHING = { update: () => {}, whole: (record) => record, problems: () => [], controls: () => [], kept: () => [], restore: () => {} };

/**
 * Asks, in `place`, for what a change of a published record needs.
 * @param {About} about
 * @param {Group} before
 * @param {HTMLElement} place
 * @returns {Explaining}
 */
export function explaining(about, before, place) {
  const { schema, today } = about;
  /** @type {Map<string, Answer>} */
  const answers = new Map();
  /** @type {Fact[]} */
  let facts = [];
  const nameOf = (/** @type {Fact} */ fact) => [fact.key, fact.what, fact.old].join("|");

  /**
   * @param {Fact} fact
   */
  function given(fact) {
    const known = answers.get(nameOf(fact));
    const answer = known || ask(about, fact, answers.size + 1);
    if (!known) answers.set(nameOf(fact), answer);
    return answer;
  }

  return {
    update(record) {
      facts = altered(schema, before, record);
      const shown = facts.map(given);
      facts.forEach((fact, at) => renew(shown[at], fact));
      arrange(place, shown.map((it) => it.box));
      place.hidden = !facts.length;
    },
    whole(record) {
      const found = { ...record };
      const add = (/** @type {string} */ key, /** @type {(string | Group)[]} */ entries) => {
        found[key] = /** @type {Value} */ ([.../** @type {(string | Group)[]} */ (found[key] || []), ...entries]);
      };
      for (const fact of facts) {
        const told = /** @type {Group} */ (asked(given(fact)).get() || {});
        if (given(fact).really) add("events", [{ kind: fact.event, ...told, ...(fact.tells ? { [fact.tells]: fact.old } : {}) }]);
        else add("corrections", [correction(fact, today, told)]);
      }
      for (const { key, old } of kept(schema, before, found)) add(key, [old]);
      return found;
    },
    problems: () => facts.map((fact) => lacking(fact, given(fact))).flat(),
    controls: () => facts.map(given).map(({ mistake, event }) => (event ? [mistake, event] : [mistake])).flat(),
    kept: () => Array.from(answers, ([name, { mistake, event, really }]) => [name, { mistake: mistake.get(), event: event ? event.get() : undefined, really }]),
    restore(drafts) {
      for (const [name, draft] of drafts) restored(answers.get(name), draft);
    },
  };
}

/**
 * What is asked of a fact now.
 * @param {Answer} answer
 * @returns {Form}
 */
const asked = ({ really, event, mistake }) => (really && event ? event : mistake);

/**
 * The boxes for one fact.
 * @param {About} about
 * @param {Fact} fact
 * @param {number} number
 * @returns {Answer}
 */
function ask(about, fact, number) {
  const words = build("p", {});
  const mistake = some(about, "corrections", ["why", "source"]);
  const event = fact.event ? some(about, "events", ["date", "notice", "source", "note"]) : null;
  const box = build("fieldset", { class: "rg-group" }, build("legend", {}, explain(fact.what)), words);
  const answer = { box, words, really: false, mistake, event };
  if (event) box.append(choice(about, answer, number, fact.event));
  box.append(mistake.box);
  if (event) box.append(event.box);
  return answer;
}

/**
 * Some keys of a table beside the record's.
 * @param {About} about
 * @param {string} table
 * @param {readonly string[]} keys
 */
function some(about, table, keys) {
  const fields = about.schema.aside[table].filter((field) => keys.includes(field.key));
  return group(about, null, fields.map((field) => ({ ...field, first: undefined })));
}

/**
 * Was it written wrongly, or has it changed?
 * @param {About} about
 * @param {Answer} answer
 * @param {number} number
 * @param {string} event
 */
function choice(about, answer, number, event) {
  const pick = (/** @type {boolean} */ really, /** @type {string} */ text) => {
    const radio = build("input", { type: "radio", name: `really-${number}`, value: String(really) });
    radio.checked = answer.really === really;
    radio.addEventListener("change", () => {
      answer.really = really;
      about.changed();
    });
    return build("label", {}, radio, ` ${text}`);
  };
  return build("div", { class: "rg-keys" }, pick(false, WORDS.mistaken), pick(true, reallyChanged(event)));
}

/**
 * @param {Answer} answer
 * @param {Fact} fact
 */
function renew({ words, really, mistake, event }, fact) {
  words.textContent = changedWords(fact);
  mistake.box.hidden = really;
  if (event) event.box.hidden = !really;
}

/**
 * Puts the boxes into the place, in their order; untouched where they stand so, for the sake of the focus.
 * @param {HTMLElement} place
 * @param {readonly HTMLElement[]} wanted
 */
function arrange(place, wanted) {
  const there = Array.from(place.children).filter((box) => box.tagName === "FIELDSET");
  if (there.length === wanted.length && there.every((box, at) => box === wanted[at])) return;
  for (const box of there) box.remove();
  place.append(...wanted);
}

/**
 * The reasons, sources and days that are missing, and what is written wrongly.
 * @param {Fact} fact
 * @param {Answer} answer
 * @returns {Told[]}
 */
function lacking(fact, answer) {
  const form = asked(answer);
  const values = /** @type {Group} */ (form.get() || {});
  const told = form.problems().filter((it) => !it.missing);
  const lacks = (/** @type {string} */ key, /** @type {(label: string) => string} */ words) => {
    const control = form.children.find((it) => it.field && it.field.key === key);
    if (control && control.field) told.push({ control, missing: true, problem: { code: "", message: words(control.field.label), remedy: "" } });
  };
  for (const key of answer.really ? ["date"] : ["why", "source"]) {
    if (!values[key]) lacks(key, (label) => lacksReason(fact.what, label));
  }
  if (answer.really && !values.source && !values.notice) lacks("source", () => lacksProof(fact.event));
  return told;
}

/**
 * @param {Answer | undefined} answer
 * @param {Draft[1]} draft
 */
function restored(answer, draft) {
  if (!answer) return;
  answer.mistake.set(draft.mistake);
  if (!answer.event) return;
  answer.event.set(draft.event);
  answer.really = draft.really;
  for (const radio of answer.box.querySelectorAll("input")) {
    if (radio.type === "radio") radio.checked = radio.value === String(draft.really);
  }
}
