// What the answers to a notice's conditions come to.

import { CHOOSE, GOOD, goodFor, lacking, open } from "./messages.js";

/**
 * A condition: empty where it holds for all, else the category of workshops that it is asked of; and how it was answered.
 * @typedef {{ category: string, text: string, answer: "" | "yes" | "no" }} Condition
 */

/**
 * The categories that one can apply for, if there are several; and which is chosen.
 * @typedef {{ asked: boolean, category: string }} Choice
 */

/** @typedef {{ text: string, state: "good" | "bad" | "open", missing: string[] }} Verdict `missing`: the conditions that are not met */

/**
 * Whether a condition is asked at all.
 * @param {Condition} condition
 * @param {Choice} choice
 */
export const concerns = ({ category }, choice) => !category || category === choice.category;

/**
 * @param {readonly Condition[]} conditions
 * @param {Choice} choice
 * @returns {Verdict}
 */
export function verdict(conditions, choice) {
  const asked = conditions.filter((condition) => concerns(condition, choice));
  const missing = asked.filter(({ answer }) => answer === "no").map(({ text }) => text);
  const unanswered = asked.filter(({ answer }) => !answer).length;
  if (missing.length) return { text: lacking(missing.length), state: "bad", missing };
  if (choice.asked && !choice.category) return { text: CHOOSE, state: "open", missing };
  if (unanswered) return { text: open(unanswered), state: "open", missing };
  return { text: choice.category ? goodFor(choice.category) : GOOD, state: "good", missing };
}
