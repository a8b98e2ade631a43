// A record as YAML that the register's programs read back to the letter. In a record that is changed, the lines of every key
// that stays as it was stay too, with their comments.

/** @typedef {{ [key: string]: Value }} Group Values by key, in the order in which they are written. */
/** @typedef {string | string[] | Group | Group[]} Value */

/** @typedef {{ key: string, ahead: string[], lines: string[] }} Block The lines of one key; `ahead`: the comments above it. */

const HAN = /^[\u4e00-\u9fff《（“][\u4e00-\u9fff0-9A-Za-z（）《》“”·、，。；…—〔〕]*$/;
const CODE = /^(?:[A-Z]{2,4}[0-9]+|[A-Z](?:[0-9]{2})?|[a-z][a-z_]*(?:\.[a-z0-9_]+)?|[a-z][a-z0-9]*(?:-[a-z0-9]+)*)$/;
const NUMBER = /^(?:0|[1-9][0-9]{0,15}|-?(?:0|[1-9][0-9]*)\.[0-9]+|[0-9]{4}-[0-9]{2}(?:-[0-9]{2})?)$/;
const WORD = /^(?:null|true|false|yes|no|on|off|y|n)$/i;
const ADDRESS = /^https?:\/\/[A-Za-z0-9._~/?=&%+-]+$/;

/**
 * Whether two values are written the same.
 * @param {unknown} one
 * @param {unknown} other
 */
export const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/**
 * A whole record, its keys in the order of the group.
 * @param {Group} values
 */
export const record = (values) => `${inside(values).join("\n")}\n`;

/**
 * A changed record. Null where the original is written in a way that cannot be told apart key by key.
 * @param {string} original
 * @param {Group} before
 * @param {Group} after its keys in their order
 * @param {readonly string[]} order of all keys
 * @returns {string | null}
 */
export function merge(original, before, after, order) {
  const { found, tail } = blocks(original);
  const keys = found.map((block) => block.key);
  const known = Object.keys(before);
  if (keys.length !== known.length || known.some((key) => !keys.includes(key))) return null;
  const kept = found.filter((block) => block.key in after || comments([...block.ahead, ...block.lines]).length);
  const rest = kept.map((block) => (same(before[block.key], after[block.key]) ? block : rewritten(block, after)));
  for (const key of order.filter((it) => it in after && !keys.includes(it))) {
    const later = rest.findIndex((block) => order.indexOf(block.key) > order.indexOf(key));
    rest.splice(later < 0 ? rest.length : later, 0, { key, ahead: [], lines: lines(key, after[key]) });
  }
  return `${[...rest.map((block) => [...block.ahead, ...block.lines]), tail].flat().join("\n")}\n`;
}

/**
 * @param {string} text
 */
function scalar(text) {
  if (text === "true" || text === "false") return text;
  if ([HAN, CODE, NUMBER, ADDRESS].some((form) => form.test(text)) && !WORD.test(text)) return text;
  if (!text.includes("\n")) return `'${text.replace(/'/g, "''")}'`;
  return `"${text.replace(/[\\"]/g, "\\$&").replace(/\n/g, "\\n")}"`;
}

/**
 * A key and its value. A list of nothing but words like keys (supports) stands on one line.
 * @param {string} key
 * @param {Value} value
 * @returns {string[]}
 */
function lines(key, value) {
  if (typeof value === "string") return [`${key}: ${scalar(value)}`];
  if (!Array.isArray(value)) return [`${key}:`, ...inside(value).map((line) => `  ${line}`)];
  /** @type {(string | Group)[]} */
  const items = value;
  if (items.every((item) => typeof item === "string" && CODE.test(item) && !WORD.test(item))) return [`${key}: [${items.join(", ")}]`];
  const written = items.map((item) => (typeof item === "string" ? [scalar(item)] : inside(item)));
  return [`${key}:`, ...written.map((item) => item.map((line, at) => (at ? "    " : "  - ") + line)).flat()];
}

/**
 * @param {Group} group
 * @returns {string[]}
 */
const inside = (group) => Object.keys(group).map((key) => lines(key, group[key])).flat();

/**
 * The original, key by key. At the margin stand only keys, comments, empty lines and "- ".
 * @param {string} text
 */
function blocks(text) {
  /** @type {Block[]} */
  const found = [];
  /** @type {string[]} */
  let ahead = [];
  for (const line of text.replace(/\n$/, "").split("\n")) {
    const key = /^([a-z_]+):(?: |$)/.exec(line);
    if (key) {
      found.push({ key: key[1], ahead, lines: [line] });
      ahead = [];
    } else if (!found.length || /^#|^\s*$/.test(line)) {
      ahead.push(line);
    } else {
      found[found.length - 1].lines.push(...ahead, line);
      ahead = [];
    }
  }
  return { found, tail: ahead };
}

/**
 * The block of a key with another value, or none: its comments are not lost, they stand above it.
 * @param {Block} block
 * @param {Group} after
 * @returns {Block}
 */
function rewritten({ key, ahead, lines: old }, after) {
  return { key, ahead: [...ahead, ...comments(old)], lines: key in after ? lines(key, after[key]) : [] };
}

/**
 * @param {readonly string[]} rows
 */
const comments = (rows) => rows.filter((line) => /^\s*#/.test(line)).map((line) => line.trim());
