// What opens over the map: a workshop, or those that lie so close that no zoom parts them.

import { build, element, one } from "../base/dom.js";
import { heading, told } from "../lists/rows.js";
import { further, joined } from "./messages.js";

/** @typedef {import("../lists/data.js").Data} Data */
/** @typedef {import("./inset.js").Place} Place */

const WIDEST = 300, EDGE = 70; // pixels: no wider than the map, so that its cross can be reached on a phone

/**
 * @param {L.Map} map
 * @param {Place} place
 * @param {HTMLElement} box
 */
export function popup(map, place, box) {
  return L.popup({ maxWidth: Math.min(WIDEST, map.getSize().x - EDGE) }).setLatLng([...place]).setContent(box);
}

/**
 * A workshop in a few lines.
 * @param {Data} data
 * @param {number} row
 */
export function lines(data, row) {
  const workshop = told(data, row), [leader, unit, district, , level] = workshop.cells.map(([text]) => text);
  const facts = [unit, leader, joined([district, level])];
  return build("div", {}, build("div", {}, ...heading(workshop)), ...facts.map((text) => element("div", text)));
}

/**
 * Some of many, each named, with a link.
 * @param {Data} data
 * @param {readonly number[]} rows
 * @param {number} count how many there are
 */
export function names(data, rows, count) {
  const box = build("div", {}, ...rows.map((row) => build("div", {}, ...heading(told(data, row)))));
  if (count > rows.length) box.append(element("div", further(count - rows.length)));
  return box;
}

/** @param {Element} box */
export const focusFirst = (box) => one(box, "a").focus({ preventScroll: true });
