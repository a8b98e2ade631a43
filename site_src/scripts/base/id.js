// A workshop's id: as people write it (ab1, ＡＢ０００１, AB-0001, AB 0001, 1), and many in a row.

// How this register writes ids, as each page says at its beginning: letters, and how many digits at least.
const [letters, digits] = (document.documentElement.dataset.ids || "").split(" ");

export const PREFIX = letters;
export const DIGITS = Number(digits);

const WRITTEN = new RegExp(`^(?:${PREFIX})?[-_.·—–－:：# ]*0*([0-9]{1,7})$`), WHOLE = new RegExp(`^${PREFIX}[0-9]{${DIGITS},7}$`);

/** @param {string | number} number */
export const numbered = (number) => PREFIX + String(number).padStart(DIGITS, "0");

/**
 * The id that is meant, letters and at least four digits; else the text as it is.
 * @param {string} text
 */
export function idOf(text) {
  const found = WRITTEN.exec(text.normalize("NFKC").replace(/\s+/g, "").toUpperCase());
  return found ? numbered(found[1]) : text;
}

/** @param {string} text */
export const isId = (text) => WHOLE.test(text);

/** The number in an id. @param {string} id */
export const numberOf = (id) => Number(id.slice(PREFIX.length));

/**
 * Ids that follow on one another.
 * @param {[first: string, count: number]} run
 */
export function idsOf([first, count]) {
  return Array.from({ length: count }, (_, number) => numbered(numberOf(first) + number));
}
