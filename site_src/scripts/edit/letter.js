// The letter that hands a record on, where the register has no forge but a mailbox.

import { LETTER } from "./messages.js";

const MOST = 1800; // characters of an address that mail programs on Windows take (ShellExecute: 2,083); more would be cut off

/** @typedef {{ href: string, filled: boolean }} Letter `filled`: the text is in it, else it must be pasted. */

/**
 * @param {string} to
 * @param {string} id
 * @param {string} text
 * @param {boolean} isNew
 * @returns {Letter}
 */
export function letter(to, id, text, isNew) {
  const begun = `mailto:${to}?subject=${encodeURIComponent(LETTER.subject(id, isNew))}&body=`;
  const whole = begun + encodeURIComponent(text.replace(/\n/g, "\r\n"));
  return whole.length <= MOST ? { href: whole, filled: true } : { href: begun + encodeURIComponent(LETTER.paste(id)), filled: false };
}
