// Whether what is filled in still prints on two pages. The cells are measured as the Word form has them (generator/forms/docx.py).

const LEFT = 105; // points that are free on the front, some left as a reserve
/** Of a kind of box: characters in a line, the height of a line and of the cell in points, characters before the text. */
/** @type {{ readonly [kind: string]: readonly [across: number, height: number, room: number, indent: number] }} */
const ROOMS = {
  head: [20, 22, 34, 1],
  prose: [24, 24, 317, 2],
  text: [8, 19, 42, 0],
  integer: [8, 19, 42, 0],
};

/**
 * @param {readonly import("./boxes.js").Spec[]} specs
 * @param {ReadonlyMap<string, string>} texts
 */
export function isTooLong(specs, texts) {
  const more = specs.filter((spec) => !spec.beside).map((spec) => beyond(spec, texts.get(spec.key) || ""));
  return more.reduce((whole, points) => whole + points, 0) > LEFT;
}

/**
 * How far a text grows its cell, in points.
 * @param {import("./boxes.js").Spec} spec
 * @param {string} text
 */
function beyond({ head, kind, label }, text) {
  const room = ROOMS[head ? "head" : kind];
  if (!room || !text) return 0;
  const [across, height, free, indent] = room;
  const before = head ? wide(label) + indent : indent;
  const lines = text.split("\n").reduce((sum, part) => sum + Math.ceil((before + wide(part)) / across), 0);
  return Math.max(0, lines * height - free);
}

/**
 * The width of a text in characters: Latin letters and digits are half as wide.
 * @param {string} text
 */
const wide = (text) => Array.from(text).reduce((sum, sign) => sum + (sign < "\u0100" ? 0.5 : 1), 0);
