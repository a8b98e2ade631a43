// A workshop's id: as people write it (dl1, ＤＬ０００１, DL-0001, DL 0001, 1), and many in a row.

/**
 * The id that is meant, DL and at least four digits; else the text as it is.
 * @param {string} text
 */
export function idOf(text) {
  const found = /^(?:DL)?[-_.·—–－:：# ]*0*([0-9]{1,7})$/.exec(text.normalize("NFKC").replace(/\s+/g, "").toUpperCase());
  return found ? `DL${found[1].padStart(4, "0")}` : text;
}

/**
 * Ids that follow on one another.
 * @param {[first: string, count: number]} run
 */
export function idsOf([first, count]) {
  const digits = first.slice(2);
  return Array.from({ length: count }, (_, number) => `DL${String(Number(digits) + number).padStart(digits.length, "0")}`);
}
