// In which order the list beside the map tells its rows.

const NOWHERE = 1e9; // metres: farther than anything
const BY_NAME = new Intl.Collator("zh-CN"); // by pinyin, as the browser reads it

/**
 * By how far they are from the reader where that is known; all others after them, by name.
 * @param {readonly number[]} rows
 * @param {readonly string[]} names by row
 * @param {(row: number) => number | null} metres null where it is not known
 */
export function ordered(rows, names, metres) {
  const ways = new Map(rows.map((row) => [row, metres(row)]));
  const far = (/** @type {number} */ row) => {
    const way = ways.get(row);
    return typeof way === "number" ? way : NOWHERE;
  };
  return [...rows].sort((one, other) => far(one) - far(other) || BY_NAME.compare(names[one], names[other]) || one - other);
}
