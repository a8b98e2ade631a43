// Days as the register knows them: full, to the month, or to the year. The ways to write one come as data from
// generator/model/dates.py (`published`), so that Python and the browser read the same.

import { strip } from "./text.js";

/** @typedef {readonly [year: number, month: number, day: number]} Day 0 stands for what is not known. */

/**
 * How days are written: regular expressions, and which sign stands for which.
 * @typedef {{ written: string, close: string, glued: string, tens: string, full_width: string, plain: string }} Dates
 */

const UNITS = ["年", "月", "日"];
const HAN_DIGITS = "〇一二三四五六七八九";
const MOST = 40; // characters of a text that may be meant as a day
/** @type {Map<string, RegExp>} */
const made = new Map();

/**
 * Today by the reader's own clock.
 * @param {Date} [now]
 * @returns {Day}
 */
export function today(now = new Date()) {
  return [now.getFullYear(), now.getMonth() + 1, now.getDate()];
}

/**
 * As a record writes it: 2023, 2023-07 or 2023-07-13.
 * @param {Day} day
 */
export function iso([year, month, day]) {
  return [pad(year, 4), ...[month, day].filter(Boolean).map((part) => pad(part, 2))].join("-");
}

/**
 * As a form is filled in: 2023年7月13日.
 * @param {Day} day
 */
export function chinese(day) {
  return day.map((part, at) => (part ? part + UNITS[at] : "")).join("");
}

/**
 * The earliest day that it can mean.
 * @param {Day} day
 * @returns {Day}
 */
export function first([year, month, day]) {
  return [year, month || 1, day || 1];
}

/**
 * The latest day that it can mean.
 * @param {Day} day
 * @returns {Day}
 */
export function last([year, month, day]) {
  const known = month || 12;
  return [year, known, day || lastOf(year, known)];
}

/**
 * Whether so many years have passed since a day: true or false where that is sure, null where it cannot be told.
 * @param {Day} since
 * @param {number} years
 * @param {Day} by
 * @returns {boolean | null}
 */
export function hasRun(since, years, by) {
  if (isAfter(addYears(first(since), years), by)) return false;
  return isAfter(addYears(last(since), years), first(by)) ? null : true;
}

/**
 * Whether a day surely lies after another: the earliest that one can mean, after the latest that the other can.
 * @param {Day} one
 * @param {Day} other
 */
export function isAfter(one, other) {
  return iso(first(one)) > iso(last(other));
}

/**
 * The day that a record writes; null if it is not written so, or is no day of the calendar.
 * @param {Dates} dates
 * @param {string} text
 * @returns {Day | null}
 */
export function read(dates, text) {
  const found = matched(dates.written, text);
  if (!found) return null;
  const given = found.slice(1).filter((part) => part !== undefined).map(Number);
  const [year, month = 0, day = 0] = given;
  const possible = given.every(Boolean) && month <= 12 && day <= lastOf(year, month || 1);
  return possible ? [year, month, day] : null;
}

/**
 * As a record writes it, what 2019.6.28, 2019年6月, 二〇一九年六月, 20190628 or full-width digits were meant to be; empty where
 * it cannot be told.
 * @param {Dates} dates
 * @param {string} text
 */
export function propose(dates, text) {
  const start = Array.from(strip(text)).slice(0, MOST).join("");
  const plain = Array.from(start.replace(new RegExp(dates.tens, "g"), counted), (sign) => plainSign(dates, sign)).join("");
  const found = matched(dates.close, plain) || matched(dates.glued, plain);
  if (!found) return "";
  const [year, month, day] = found.slice(1).map((part) => Number(part || 0));
  const proposed = iso([year, month, day]);
  return read(dates, proposed) ? proposed : "";
}

/**
 * The day that somebody typed, in a record's own way of writing or in one that is understood; null where it is none.
 * @param {Dates} dates
 * @param {string} text
 * @returns {Day | null}
 */
export function meant(dates, text) {
  return read(dates, strip(text)) || read(dates, propose(dates, text));
}

/**
 * @param {Dates} dates
 * @param {string} sign
 */
function plainSign(dates, sign) {
  const place = dates.full_width.indexOf(sign);
  return place < 0 ? sign : dates.plain.charAt(place);
}

/**
 * 十 is 10, 十二 is 12, 二十 is 20.
 * @param {string} _whole
 * @param {string} tens
 * @param {string} ones
 */
function counted(_whole, tens, ones) {
  return String((tens ? HAN_DIGITS.indexOf(tens) : 1) * 10 + (ones ? HAN_DIGITS.indexOf(ones) : 0));
}

/**
 * @param {string} form
 * @param {string} text
 */
function matched(form, text) {
  const known = made.get(form) || new RegExp(`^(?:${form})$`);
  made.set(form, known);
  return known.exec(text);
}

/**
 * How many days a month has.
 * @param {number} year
 * @param {number} month
 */
function lastOf(year, month) {
  const day = new Date(Date.UTC(2000, 0, 1));
  day.setUTCFullYear(year, month, 0); // Date.UTC takes the years below 100 for those of the last century
  return day.getUTCDate();
}

/**
 * The same day some years later; 29 February becomes 28 February.
 * @param {Day} day
 * @param {number} years
 * @returns {Day}
 */
function addYears([year, month, day], years) {
  return [year + years, month, Math.min(day, lastOf(year + years, month))];
}

/**
 * @param {number} part
 * @param {number} length
 */
function pad(part, length) {
  return String(part).padStart(length, "0");
}
