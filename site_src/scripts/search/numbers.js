// Numbers as generator/site/search/columns.py writes them in letters: five bits each, the lowest first, the sixth says that more
// follow.

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
const digit = new Uint8Array(128);
Array.from(LETTERS).forEach((letter, number) => { digit[letter.charCodeAt(0)] = number; });

/**
 * The numbers that stand in a text.
 * @param {string} letters
 * @returns {number[]}
 */
export function numbers(letters) {
  const found = [];
  let number = 0, shift = 0;
  for (let place = 0; place < letters.length; place++) {
    const bits = digit[letters.charCodeAt(place)];
    number |= (bits & 31) << shift;
    if (bits & 32) {
      shift += 5;
      continue;
    }
    found.push(number);
    number = shift = 0;
  }
  return found;
}

const decoder = new TextDecoder("utf-16le", { ignoreBOM: true });

/**
 * The text whose characters stand there by their places in an alphabet.
 * @param {string} letters
 * @param {readonly string[]} alphabet
 */
export function written(letters, alphabet) {
  const units = new Uint16Array(2 * letters.length);
  let end = 0;
  for (const rank of numbers(letters)) {
    const character = alphabet[rank];
    units[end++] = character.charCodeAt(0);
    if (character.length > 1) units[end++] = character.charCodeAt(1);
  }
  return decoder.decode(units.subarray(0, end));
}

/**
 * Ascending numbers, which are written as the steps from one to the next, from -1 on.
 * @param {string} letters
 * @returns {number[]}
 */
export function ascending(letters) {
  let last = -1;
  return numbers(letters).map((step) => (last += step));
}
