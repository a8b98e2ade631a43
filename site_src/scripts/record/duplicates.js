// Whether a workshop is in the register already: of nearly the same name, or of the same leader and unit, as the law of
// generator/rules/duplicates.py has it.

/**
 * The columns of all workshops that this needs.
 * @typedef {{ readonly id: readonly string[], readonly name: readonly string[], readonly former: readonly (readonly string[])[],
 *   readonly leader: readonly string[], readonly unit: readonly string[], readonly former_unit: readonly (readonly string[])[] }} Rows
 */

/** @typedef {{ name: string, former_names: string[], units: string[], leader: string }} Asked `units`: its own, then the former ones. What is compared of a record. */

/**
 * What is left of a name without the words, brackets and spaces that many names share.
 * @param {string} name
 * @param {string} common the law's own pattern of these
 */
export function bare(name, common) {
  return name.normalize("NFKC").replace(new RegExp(common, "g"), "");
}

/**
 * Whether a row has a unit of the record, its own or a former one.
 * @param {Rows} rows
 * @param {number} row
 * @param {Asked} record
 */
export function sharesUnit(rows, row, record) {
  return [rows.unit[row], ...rows.former_unit[row]].some((unit) => Boolean(unit) && record.units.includes(unit));
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
  const led = all.filter((row) => record.leader && rows.leader[row] === record.leader && sharesUnit(rows, row, record));
  return { named, led: led.filter((row) => !named.includes(row)) };
}
