// How alike two texts are: the measure of generator/reading/likeness.py. Of all signs of both texts, the share that stands in
// their longest common subsequence, from 0 to 1; the same data tries both (tests/made/likeness.json).

/** Below, two words have little in common. */
const LEAST = 0.6;

/**
 * How alike two texts are, each as its code points.
 * @param {readonly string[]} one
 * @param {readonly string[]} other
 */
export function likeness(one, other) {
  const both = one.length + other.length;
  return both ? (2 * common(one, other)) / both : 1;
}

/**
 * The word that is most like the text, the first of several; empty where none is like it.
 * @param {string} text
 * @param {readonly string[]} words
 */
export function nearest(text, words) {
  const given = Array.from(text);
  let best = 0;
  let near = "";
  for (const word of words) {
    const signs = Array.from(word);
    const room = (2 * Math.min(given.length, signs.length)) / (given.length + signs.length);
    const found = room < LEAST ? 0 : likeness(given, signs);
    if (found >= LEAST && found > best) [best, near] = [found, word];
  }
  return near;
}

/**
 * The length of the longest common subsequence, row by row.
 * @param {readonly string[]} one
 * @param {readonly string[]} other
 */
function common(one, other) {
  let row = new Array(other.length + 1).fill(0);
  for (const sign of one) {
    const above = row;
    row = [0];
    other.forEach((again, place) => row.push(sign === again ? above[place] + 1 : Math.max(above[place + 1], row[place])));
  }
  return row[other.length];
}
