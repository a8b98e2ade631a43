// Grams, the groups of two to five characters that full texts are looked up by, and the places where they stand: as
// generator/site/search/index.py writes them.

import { numbers } from "./numbers.js";

/** Characters of a gram at most. */
export const LONGEST = 5;

const STEP = 7919;
const PRIME = 2147483647;
const PLACES = 1048576; // more than a text has

/**
 * In which of `count` shards a gram stands.
 * @param {string} gram
 * @param {number} count
 */
export function shardOf(gram, count) {
  let hashed = 0;
  for (const character of gram) hashed = (hashed * STEP + Number(character.codePointAt(0))) % PRIME;
  return hashed % count;
}

/**
 * Where a gram stands, as ascending keys: the workshop's number times PLACES, plus the place in its text.
 * @param {string} postings two rows of numbers with a space between: each place's workshop as the step from the last, then its
 *   place as the step from the last in that workshop
 * @param {number} offset where in a word the gram stands: places are moved back by it, so that the grams of a match agree
 */
export function placesOf(postings, offset) {
  const [workshops, steps] = postings.split(" ").map(numbers);
  const keys = new Float64Array(workshops.length);
  let number = -1, place = 0;
  workshops.forEach((step, at) => {
    number += step;
    place = step ? steps[at] : place + steps[at];
    keys[at] = number * PLACES + place - offset;
  });
  return keys;
}

/**
 * What two ascending rows have in common; the second where there is no first.
 * @param {Float64Array | null} one
 * @param {Float64Array} two
 */
export function both(one, two) {
  if (!one) return two;
  let first = 0, second = 0, count = 0;
  const found = new Float64Array(Math.min(one.length, two.length));
  while (first < one.length && second < two.length) {
    if (one[first] === two[second]) {
      found[count++] = one[first++];
      second++;
    } else if (one[first] < two[second]) first++;
    else second++;
  }
  return found.subarray(0, count);
}

/**
 * The workshops of ascending keys, each once.
 * @param {Float64Array | null} keys
 */
export function workshopsOf(keys) {
  /** @type {number[]} */
  const found = [];
  for (const key of keys || []) {
    const number = Math.floor(key / PLACES);
    if (found[found.length - 1] !== number) found.push(number);
  }
  return found;
}
