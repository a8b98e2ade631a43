// A text with its matches marked. Texts of records go in by textContent only.

import { element } from "../base/dom.js";

/** @typedef {import("./words.js").Span} Span */

const BEFORE = 14, AFTER = 36; // characters around the first match of a long text

/**
 * Puts a text into an element, its matches marked.
 * @param {Element} into
 * @param {string} text
 * @param {readonly Span[]} spans
 */
export function mark(into, text, spans) {
  stretch(into, Array.from(text), spans, 0, Infinity);
}

/**
 * As `mark`, but only what stands around the first match.
 * @param {Element} into
 * @param {string} text
 * @param {readonly Span[]} spans
 */
export function markAround(into, text, spans) {
  const [first] = spans;
  if (!first) mark(into, text, spans);
  else stretch(into, Array.from(text), spans, Math.max(0, first[0] - BEFORE), first[1] + AFTER);
}

/**
 * @param {Element} into
 * @param {readonly string[]} characters
 * @param {readonly Span[]} spans
 * @param {number} from
 * @param {number} most
 */
function stretch(into, characters, spans, from, most) {
  const to = Math.min(characters.length, most);
  let done = from;
  if (from) into.append("…");
  for (const [start, end] of spans.filter(([start]) => start < to)) {
    into.append(characters.slice(done, start).join(""));
    done = Math.min(end, to);
    into.append(element("mark", characters.slice(start, done).join("")));
  }
  into.append(characters.slice(done, to).join("") + (to < characters.length ? "…" : ""));
}
