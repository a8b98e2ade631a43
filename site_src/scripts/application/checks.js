// What an applicant is told while filling in: the record's own checks, in the words that the form has for them; the law of
// model workers; and what only a form asks: days exact enough, years of running.

import { chinese, hasRun, read } from "../base/day.js";
import { make as makeChecks } from "../record/checks.js";
import { dayOf } from "./boxes.js";
import { asWritten, categoryOf } from "./record.js";
import { notYetRun, perhapsNotYetRun, WORDS } from "./messages.js";

/** @typedef {import("./boxes.js").Spec} Spec */
/** @typedef {import("./record.js").Texts} Texts */
/** @typedef {import("./task.js").Task} Task */

/** @typedef {{ text: string, wrong: boolean }} Said `wrong`: it must be mended before the form can be taken. */

/**
 * What is told of each box that something is told of, by its key.
 * @param {Task} task
 * @param {Texts} texts
 * @param {string} today
 * @returns {Map<string, Said>}
 */
export function told(task, texts, today) {
  const honour = ofHonour(task, texts);
  const found = new Map(honour ? [honour] : []);
  const checks = makeChecks(task, today);
  for (const spec of task.boxes) {
    const text = texts.get(spec.key) || "";
    const said = text ? ofText(task, checks, spec, text) : null;
    if (said) found.set(spec.key, said);
  }
  return found;
}

/**
 * @param {Task} task
 * @param {import("../record/checks.js").Checks} checks
 * @param {Spec} spec
 * @param {string} text
 * @returns {Said | null}
 */
function ofText(task, checks, spec, text) {
  const plain = asWritten(task, spec, text);
  const kind = spec.kind === "date" ? "day" : spec.kind; // a day may not lie ahead
  const problem = checks.value({ ...spec, kind }, plain) || checks.value({ ...spec, rules: spec.hints }, plain);
  if (problem) {
    const own = task.words[problem.code];
    return { text: own || `${problem.message}。${problem.remedy}`, wrong: task.stops.includes(problem.code) };
  }
  const words = spec.kind === "date" ? ofDay(task, spec, text) : "";
  return words ? { text: words, wrong: false } : null;
}

/**
 * @param {Task} task
 * @param {Spec} spec
 * @param {string} text
 */
function ofDay(task, spec, text) {
  const day = dayOf(task.dates, text);
  if (!day) return "";
  const running = spec.feeds.includes("established") ? ofRunning(task, day) : "";
  if (running) return running;
  if (spec.head && !day[2]) return WORDS.toTheDay;
  return day[1] ? "" : WORDS.toTheMonth;
}

/**
 * Whether a workshop will have run long enough when the applications are due.
 * @param {Task} task
 * @param {import("../base/day.js").Day} established
 */
function ofRunning({ dates, until, years }, established) {
  const due = read(dates, until);
  const run = due && years ? hasRun(established, years, due) : true;
  if (!due || run === true) return "";
  return run === false ? notYetRun(chinese(due), years) : perhapsNotYetRun(chinese(due), years);
}

/**
 * Whether the leader of what the name calls a model workers' workshop has an honour for it.
 * @param {Task} task
 * @param {Texts} texts
 * @returns {[key: string, said: Said] | null}
 */
function ofHonour(task, texts) {
  const { category, honours, serving } = task.model;
  const [named, asked] = ["name", honours].map((key) => task.boxes.find((spec) => spec.feeds.includes(key)));
  if (!named || !asked || categoryOf(task, texts.get(named.key) || "") !== category) return null;
  const honour = texts.get(asked.key) || "";
  return serving.includes(honour) ? null : [asked.key, { text: task.model[honour ? "poor" : "none"], wrong: false }];
}
