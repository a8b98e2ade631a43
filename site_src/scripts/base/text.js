// Signs of a text: white space as Python knows it, Han, what nobody sees. Each stands here as the inside of a regular
// expression's class, so that what is built of it agrees everywhere.

/** What Python's str.isspace() and str.split() take for white space. */
export const WHITE = "\\t-\\r\\x1c-\\x20\\x85\\xa0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000";

/** Han characters. */
export const HAN = "\\u3400-\\u9fff\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";

/** Han characters and the marks that stand among them: no space belongs between two of these. */
export const HAN_AND_MARKS = "\\u3001-\\u303f\\u3400-\\u9fff\\uff00-\\uffef\\u{20000}-\\u{3ffff}";

/** Controls but for tabs and line breaks, marks of direction, joiners, and what is no character at all. */
const UNSEEN = "\\x00-\\x08\\x0e-\\x1f\\x7f-\\x84\\x86-\\x9f\\xad\\u061c\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\uffff\\ud800-\\udfff";

const ENDS = new RegExp(`^[${WHITE}]+|[${WHITE}]+$`, "g");
const RUNS = new RegExp(`[${WHITE}]+`, "g");
const BETWEEN_HAN = new RegExp(`([${HAN_AND_MARKS}])[${WHITE}]+(?=[${HAN_AND_MARKS}])`, "gu");
const ONLY_HAN = new RegExp(`^[${HAN}]+$`, "u");
const HIDDEN = new RegExp(`[${UNSEEN}]`, "gu");

/**
 * Without white space at its ends, as Python's str.strip().
 * @param {string} text
 */
export const strip = (text) => text.replace(ENDS, "");

/**
 * Without any white space.
 * @param {string} text
 */
export const bare = (text) => text.replace(RUNS, "");

/**
 * On one line, with single spaces.
 * @param {string} text
 */
export const oneLine = (text) => strip(text.replace(RUNS, " "));

/**
 * Its words, as Python's str.split() has them.
 * @param {string} text
 */
export const split = (text) => oneLine(text).split(" ").filter(Boolean);

/**
 * How many characters it has: code points, as Python counts, not the units of UTF-16.
 * @param {string} text
 */
export const size = (text) => Array.from(text).length;

/**
 * Its beginning, with a sign that there is more; whole where it is no longer than that.
 * @param {string} text
 * @param {number} [most]
 */
export const short = (text, most = 30) => (size(text) > most ? `${Array.from(text).slice(0, most).join("")}…` : text);

/**
 * Whether it is one or more Han characters and nothing else.
 * @param {string} text
 */
export const isHan = (text) => ONLY_HAN.test(text);

/**
 * Without spaces between Han characters, as a record writes what a form or a copy has broken into lines.
 * @param {string} text
 */
export const joined = (text) => text.replace(BETWEEN_HAN, "$1");

/**
 * With \n at the end of lines, tabs and odd breaks as spaces, and without what nobody sees and XML may not hold.
 * @param {string} text
 */
export const clean = (text) => text.replace(/\r\n?/g, "\n").replace(/[\t\v\f\u0085\u2028\u2029]/g, " ").replace(HIDDEN, "");

/**
 * Its paragraphs: the lines that hold something.
 * @param {string} text
 */
export const paragraphs = (text) => clean(text).split("\n").map(strip).filter(Boolean);
