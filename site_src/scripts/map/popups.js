// What opens over the map: a workshop, or those that lie so close that no zoom parts them.

import { build, element, one } from "../base/dom.js";
import { heading, told } from "../lists/rows.js";
import { finders } from "./finders.js";
import { listAddress } from "./list.js";
import { CLOSE, counted, joined, whole } from "./messages.js";

/** @typedef {import("../lists/data.js").Data} Data */
/** @typedef {import("./inset.js").Place} Place */

const NAMED = 20; // of those that are counted at a district
const WIDEST = 300, EDGE = 70; // pixels: no wider than the map, so that its cross can be reached on a phone

/**
 * @param {L.Map} map
 * @param {Place} place
 * @param {HTMLElement} box
 */
export function popup(map, place, box) {
  const made = L.popup({ maxWidth: Math.min(WIDEST, map.getSize().x - EDGE) }).setLatLng([...place]).setContent(box);
  made.on("add", () => {
    const drawn = made.getElement(), cross = drawn && drawn.querySelector(".leaflet-popup-close-button");
    if (cross) cross.setAttribute("aria-label", CLOSE);
  });
  return made;
}

/**
 * A workshop in a few lines.
 * @param {Data} data
 * @param {number} row
 */
export function lines(data, row) {
  const workshop = told(data, row), [leader, unit, district, , level] = workshop.cells.map(([text]) => text);
  const facts = [unit, leader, joined([district, level])];
  const [unitLine, ...others] = facts.map((text) => element("div", text));
  const box = build("div", {}, build("div", {}, ...heading(workshop)), unitLine, ...(workshop.address ? [element("div", workshop.address, "rg-address")] : []), ...others);
  if (data.rows.unit[row]) box.append(finders(unit));
  return box;
}

/**
 * Some of many, each named, with a link.
 * @param {Data} data
 * @param {readonly number[]} rows
 * @param {(Node | string)[]} [further] what is said of those that are not named
 * @param {string} [title] of them all
 */
export function names(data, rows, further = [], title = "") {
  const box = build("div", {}, ...(title ? [element("p", title)] : []), ...rows.map((row) => build("div", {}, ...heading(told(data, row)))));
  if (further.length) box.append(build("div", {}, ...further));
  return box;
}

/**
 * Those that are counted at a district: the first are named, all stand in the list.
 * @param {Data} data
 * @param {string} district its title
 * @param {readonly number[]} rows
 */
export function ofDistrict(data, district, rows) {
  const value = data.facets.districts.find(([, title]) => title === district);
  const link = build("a", { href: listAddress(value && value[0]) }, whole(rows.length));
  return names(data, rows.slice(0, NAMED), rows.length > NAMED ? [link] : [], counted(district, rows.length));
}

/** @param {Element} box */
export const focusFirst = (box) => one(box, "a").focus({ preventScroll: true });
