// A query whose words were run together (周海劳模), with spaces where what is known ends.

import { HAN } from "../base/text.js";
import { wordsOf } from "./words.js";

/** @typedef {import("./index.js").Index} Index */
/** @typedef {{ pieces: string[], mask: boolean[], count: number }} Cut a word in pieces, and which workshops hold them all in short fields */

const MOST = 16; // characters, so that the ways to cut a word remain few
const SIGNS = new RegExp(`[a-z0-9]+|[${HAN}]`, "giu");
const ONE = new RegExp(`^[${HAN}]$`, "u");

/**
 * The query with each of its words that no short field holds cut into as few pieces as are known, of two characters at least.
 * @param {Index} index
 * @param {string} query
 */
export const parted = (index, query) => query.split(/\s+/).map((word) => cut(index, word)).join(" ");

/**
 * @param {Index} index
 * @param {string} word
 */
function cut(index, word) {
  const signs = word.match(SIGNS) || [];
  if (signs.join("") !== word || signs.length > MOST) return word;
  const whole = within(index, signs, 0, signs.length);
  if (!whole || whole.count) return word;
  const [best] = [...inTwo(index, signs, 0), ...inThree(index, signs)]
    .sort((one, two) => one.pieces.length - two.pieces.length || one.count - two.count);
  return best ? best.pieces.join(" ") : word;
}

/**
 * One piece; null where it is too short to mean anything.
 * @param {Index} index
 * @param {readonly string[]} signs
 * @param {number} from
 * @param {number} to
 * @returns {Cut | null}
 */
function within(index, signs, from, to) {
  if (to === from + 1 && ONE.test(signs[from])) return null;
  const piece = signs.slice(from, to).join(""), mask = Array.from(index.fields(wordsOf(piece)[0]), Boolean);
  return { pieces: [piece], mask, count: mask.filter(Boolean).length };
}

/**
 * The ways to cut what begins at a sign in two, those that some workshop holds.
 * @param {Index} index
 * @param {readonly string[]} signs
 * @param {number} from
 */
function inTwo(index, signs, from) {
  const found = [];
  for (let at = from + 1; at < signs.length; at++) {
    const first = within(index, signs, from, at), rest = first && first.count ? within(index, signs, at, signs.length) : null;
    if (first && rest && rest.count) found.push(joined(first, rest));
  }
  return found.filter(({ count }) => count);
}

/**
 * @param {Index} index
 * @param {readonly string[]} signs
 */
function inThree(index, signs) {
  const found = [];
  for (let at = 1; at < signs.length; at++) {
    const first = within(index, signs, 0, at);
    if (first && first.count) found.push(...inTwo(index, signs, at).map((rest) => joined(first, rest)));
  }
  return found.filter(({ count }) => count);
}

/**
 * @param {Cut} one
 * @param {Cut} two
 * @returns {Cut}
 */
function joined(one, two) {
  const mask = one.mask.map((held, number) => held && two.mask[number]);
  return { pieces: [...one.pieces, ...two.pieces], mask, count: mask.filter(Boolean).length };
}
