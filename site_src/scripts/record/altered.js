// What must be explained where something published is altered, and how: generator/history/records.py asks the same of a change.

import { same } from "./text.js";
import { groups, textOf, valueAt } from "./values.js";

/** @typedef {import("./text.js").Group} Group */
/** @typedef {import("./text.js").Value} Value */

/**
 * A protected key. `words`: how the fact is called; `event`: what may explain it as well; `kept`: the
 * key where its old value stays; `tells`: the key of the event that says it; `parts`: the keys of a list's items that are protected, by their words;
 * `loss`: only its loss must be explained; `alike`: of such a list, an item stays if another of its kind has one of these in common.
 * @typedef {{ readonly key: string, readonly words: readonly string[], readonly event: string, readonly kept: string, readonly tells: string,
 *   readonly parts: { readonly [key: string]: string }, readonly loss: boolean, readonly alike: readonly string[] }} Protected
 */

/** @typedef {{ readonly protected: readonly Protected[], readonly gone: string, readonly repeated: number }} History `repeated`: so many characters of a long text are enough. */

/** @typedef {{ key: string, what: string, old: string, now: string, event: string, kept: string, tells: string }} Fact One altered fact. */

/**
 * The published facts that a change alters and that nothing explains yet.
 * @param {History} schema
 * @param {Group} before
 * @param {Group} after
 */
export function altered(schema, before, after) {
  const gone = withdrawn(schema, before, after);
  /** @type {Fact[]} */
  const told = [];
  for (const item of schema.protected) {
    const [old, now] = [valueAt(before, item.key), valueAt(after, item.key)];
    if (old === undefined || same(old, now) || explained(item, old, before, after)) continue;
    for (const [what, was, is] of item.loss ? losses(item, old, now, schema.repeated) : changes(item, old, now, textOf(after.name))) {
      const excused = gone && (was.includes(gone) || what.title.includes(gone));
      if (!excused) told.push({ key: item.key, what: what.words, old: was, now: is, event: item.event, kept: item.kept, tells: item.tells });
    }
  }
  return told;
}

/**
 * The name of a leader who asked to be taken down: what holds it needs no explanation.
 * @param {History} schema
 * @param {Group} before
 * @param {Group} after
 */
function withdrawn({ gone }, before, after) {
  const asked = after.leader && !valueAt(after, "leader.name") && valueAt(after, "leader.basis.kind") === gone;
  return asked ? textOf(valueAt(before, "leader.name")) : "";
}

/**
 * Whether a new event tells of it: that it was renamed, say.
 * @param {Protected} item
 * @param {Value} old
 * @param {Group} before
 * @param {Group} after
 */
function explained(item, old, before, after) {
  if (typeof old !== "string" || !item.event) return false;
  const telling = (/** @type {Group} */ record) => groups(record.events).filter((event) => event.kind === item.event && (!item.tells || event[item.tells] === old));
  return telling(after).length > telling(before).length;
}

/** @typedef {[what: { words: string, title: string }, was: string, is: string]} Change */

/**
 * How one protected key was changed.
 * @param {Protected} item
 * @param {Value} old
 * @param {Value | undefined} now
 * @param {string} name of the workshop: a former name may become it again
 * @returns {Change[]}
 */
function changes(item, old, now, name) {
  const what = { words: item.words[0], title: "" };
  if (typeof old === "string") return [[what, old, textOf(now)]];
  if (Object.keys(item.parts).length) return ofParts(item, groups(old), groups(now));
  if (typeof groups(old)[0] === "string") {
    const [names, still] = [/** @type {string[]} */ (old), /** @type {string[]} */ (now || [])];
    return names.filter((one) => !still.includes(one) && one !== name).map((one) => [what, one, ""]);
  }
  return lost(groups(old), groups(now)).map((event) => [what, `${event.date} ${event.kind}`, ""]);
}

/**
 * What is gone of a key that may change.
 * @param {Protected} item
 * @param {Value} old
 * @param {Value | undefined} now
 * @param {number} repeated
 * @returns {Change[]}
 */
function losses(item, old, now, repeated) {
  const what = { words: item.words[0], title: "" };
  if (typeof old === "string") return now === undefined ? [[what, Array.from(old.split("\n")[0]).slice(0, repeated).join(""), ""]] : [];
  const left = groups(now).filter((one) => !groups(old).some((was) => same(was, one)));
  const changed = groups(old).filter((was) => !groups(now).some((one) => same(was, one)));
  const lost = changed.filter((was) => {
    const known = item.alike.filter((key) => was[key] !== undefined);
    const still = left.findIndex((one) => one.kind === was.kind && (!known.length || known.some((key) => was[key] === one[key])));
    if (still >= 0) left.splice(still, 1);
    return still < 0;
  });
  return lost.map((was) => [what, textOf(was.title || was.kind), ""]);
}

/**
 * @param {Protected} item
 * @param {readonly Group[]} old
 * @param {readonly Group[]} now
 * @returns {Change[]}
 */
function ofParts(item, old, now) {
  const keys = Object.keys(item.parts);
  /** @type {Change[]} */
  const found = [];
  for (const [was, is] of matched(old, now, keys)) {
    const title = textOf(was.title);
    if (!is) found.push([{ words: item.words[0], title }, title, ""]);
    for (const key of is ? keys.filter((it) => !completes(it, was[it], is[it])) : []) {
      found.push([{ words: `${item.words[0]}的${item.parts[key]}`, title }, textOf(was[key]), is ? textOf(is[key]) : ""]);
    }
  }
  return found;
}

/**
 * The events that are there no more.
 * @param {readonly Group[]} old
 * @param {readonly Group[]} now
 */
function lost(old, now) {
  const left = now.slice();
  return old.filter((event) => {
    const still = left.findIndex((other) => other.kind === event.kind && ["date", "notice", "source"].every((key) => completes(key, event[key], other[key])));
    if (still >= 0) left.splice(still, 1);
    return still < 0;
  });
}

/**
 * Whether a value only says more: it was not written, or its day is known better.
 * @param {string} key
 * @param {Value | undefined} old
 * @param {Value | undefined} now
 */
function completes(key, old, now) {
  return old === undefined || old === now || (key === "date" && typeof old === "string" && textOf(now).startsWith(old));
}

/**
 * The items of a list that were changed, each with the one that it has become, or null.
 * @param {readonly Group[]} before
 * @param {readonly Group[]} after
 * @param {readonly string[]} keys the first counts twice
 * @returns {[Group, Group | null][]}
 */
function matched(before, after, keys) {
  const left = after.filter((item) => !before.some((old) => same(old, item)));
  const alike = (/** @type {Group} */ old, /** @type {Group} */ item) => {
    const agree = keys.filter((key) => old[key] !== undefined && old[key] === item[key]);
    return agree.length + Number(agree.includes(keys[0]));
  };
  const changed = before.filter((old) => !after.some((item) => same(old, item)));
  return changed.map((old) => {
    const best = left.reduce((/** @type {Group | null} */ found, item) => (found && alike(old, item) <= alike(old, found) ? found : item), null);
    if (!best || !alike(old, best)) return [old, null];
    left.splice(left.indexOf(best), 1);
    return [old, best];
  });
}

/**
 * @param {Group} record
 * @param {string} kind
 */
const count = (record, kind) => groups(record.events).filter((event) => event.kind === kind).length;

/**
 * The old values that a record keeps after an event: a former name.
 * @param {History} schema
 * @param {Group} before
 * @param {Group} after
 */
export function kept(schema, before, after) {
  const happened = schema.protected.filter((item) => item.kept && count(after, item.event) > count(before, item.event));
  return happened.map((item) => ({ key: item.kept, old: textOf(valueAt(before, item.key)) }))
    .filter(({ key, old }) => old && old !== after.name && !/** @type {string[]} */ (after[key] || []).includes(old));
}

/**
 * The entry of `corrections` for an altered fact.
 * @param {Fact} fact
 * @param {string} today
 * @param {Group} told why and by which source
 * @returns {Group}
 */
export function correction(fact, today, told) {
  return { date: today, what: fact.what, before: fact.old, ...(fact.now ? { after: fact.now } : {}), ...told };
}
