// Texts that look like personal data: the forms to look for and the words come from edit/schema.json
// (generator/rules/personal.py); only the judgement stands here.

/** @typedef {import("./checks.js").Problem} Problem */

/** @typedef {readonly [what: string, start: string] | null} Verdict What it is, and the digits that it begins with. */

/**
 * What is published for this: forms, what is harmless, provinces and weights of identity numbers, words.
 * @typedef {{ readonly harmless: string, readonly finders: readonly (readonly [code: string, form: string, judge: string])[],
 *   readonly province: string, readonly weights: readonly number[], readonly what: { readonly [what: string]: string },
 *   readonly message: string, readonly remedies: { readonly [code: string]: string } }} Personal
 */

/** @typedef {(text: string, today: string) => Problem[]} Find */

/**
 * What finds personal data in a line; null in a browser too old for the forms, which the page then says.
 * @param {Personal} about
 * @returns {Find | null}
 */
export function make(about) {
  try {
    const harmless = new RegExp(about.harmless, "gu");
    const finders = about.finders.map(([code, form, judge]) => ({ code, form: new RegExp(form, "gu"), judge }));
    return (text, today) => finders.reduce(
      ({ left, told }, { code, form, judge }) => looked(about, left, told, { code, form, judge }, today),
      { left: plain(text).replace(harmless, blank), told: /** @type {Problem[]} */ ([]) },
    ).told;
  } catch {
    return null;
  }
}

/**
 * What one finder finds; what it has found, the next do not see.
 * @param {Personal} about
 * @param {string} text
 * @param {readonly Problem[]} before
 * @param {{ code: string, form: RegExp, judge: string }} finder
 * @param {string} today
 */
function looked(about, text, before, { code, form, judge }, today) {
  let left = text;
  const told = before.slice();
  form.lastIndex = 0;
  for (let found = form.exec(text); found; found = form.exec(text)) {
    const verdict = JUDGES[judge](found[0], about, today);
    if (!found[0]) form.lastIndex += 1;
    if (!verdict) continue;
    left = left.slice(0, found.index) + blank(found[0]) + left.slice(found.index + found[0].length);
    const what = about.what[verdict[0]].replace("{start}", verdict[1]);
    told.push({ code, message: about.message.replace("{what}", what), remedy: about.remedies[code] });
  }
  return { left, told };
}

/** @type {{ readonly [judge: string]: (said: string, about: Personal, today: string) => Verdict }} */
const JUDGES = {
  contact: (said) => [said.includes("@") ? "mail" : /^qq/i.test(said) ? "qq" : "wechat", ""],
  identity,
  mobile(said) {
    const digits = said.replace(/[^0-9]/g, "").slice(-11);
    return "3456789".includes(digits[1]) ? ["mobile", digits.slice(0, 3)] : null;
  },
  card: (said) => (isCard(said) ? ["card", said.slice(0, 3)] : null),
  birth: () => ["birth", ""],
  dwelling: () => ["dwelling", ""],
};

/**
 * An identity number: of a province, with a day of birth; its last sign right or wrong (GB 11643).
 * @param {string} said
 * @param {Personal} about
 * @param {string} today
 * @returns {Verdict}
 */
function identity(said, about, today) {
  const digits = said.replace(/[ -]/g, "").toUpperCase();
  const born = digits.length === 18 ? digits.slice(6, 14) : `19${digits.slice(6, 12)}`;
  if (!new RegExp(`^(?:${about.province})`).test(digits) || !isBirthday(born, today)) return null;
  if (digits.length === 15) return ["old", digits.slice(0, 3)];
  const rest = sum(about.weights.map((weight, at) => weight * Number(digits[at]))) % 11;
  return ["10X98765432"[rest] === digits[17] ? "right" : "wrong", digits.slice(0, 3)];
}

/**
 * A bank card by its check digit (Luhn), of more than two different digits.
 * @param {string} said
 */
function isCard(said) {
  const back = Array.from(said.replace(/[^0-9]/g, "")).map(Number).reverse();
  const doubled = back.filter((_digit, at) => at % 2).map((digit) => Math.floor(digit / 5) + ((digit * 2) % 10));
  return (sum(back.filter((_digit, at) => at % 2 === 0)) + sum(doubled)) % 10 === 0 && new Set(back).size > 2;
}

/**
 * Whether eight digits are a day since 1900 on which somebody can have been born.
 * @param {string} digits
 * @param {string} today
 */
function isBirthday(digits, today) {
  const [year, month, day] = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)].map(Number);
  const made = new Date(Date.UTC(year, month - 1, day));
  const real = made.getUTCFullYear() === year && made.getUTCMonth() === month - 1 && made.getUTCDate() === day;
  return real && year >= 1900 && year <= Number(today.slice(0, 4));
}

/**
 * @param {string} text
 */
const plain = (text) => Array.from(text, (sign) => sign.normalize("NFKC")).join("");

/**
 * @param {string} text
 */
const blank = (text) => "\0".repeat(text.length);

/**
 * @param {readonly number[]} numbers
 */
const sum = (numbers) => numbers.reduce((whole, number) => whole + number, 0);
