// Whether a workshop is in the register already: of nearly the same name, or of the same leader and unit, as the law of
// generator/rules/duplicates.py has it.

/**
 * The columns of workshops/rows.json that this needs.
 * @typedef {{ readonly id: readonly string[], readonly name: readonly string[], readonly former: readonly (readonly string[])[],
 *   readonly leader: readonly string[], readonly unit: readonly string[] }} Rows
 */

/** @typedef {{ name: string, former_names: string[], unit: string, leader: string }} Asked What is compared of a record. */

/**
 * What is left of a name without the words, brackets and spaces that many names share.
 * @param {string} name
 * @param {string} common the law's own pattern of these
 */
export function bare(name, common) {
  return name.normalize("NFKC").replace(new RegExp(common, "g"), "");
}

/**
 * The rows whose name is nearly the same, and of the others those of the same leader and unit.
 * @param {Rows} rows
 * @param {Asked} record
 * @param {string} common
 * @returns {{ named: number[], led: number[] }}
 */
export function like(rows, record, common) {
  const names = [record.name, ...record.former_names].map((name) => bare(name, common)).filter(Boolean);
  const all = rows.id.map((_id, row) => row);
  const named = all.filter((row) => [rows.name[row], ...rows.former[row]].some((name) => names.includes(bare(name, common))));
  const led = all.filter((row) => record.leader && record.unit && rows.leader[row] === record.leader && rows.unit[row] === record.unit);
  return { named, led: led.filter((row) => !named.includes(row)) };
}
