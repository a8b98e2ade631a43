// The scale: a line as long as a round distance in the middle of the map.

import { one } from "../base/dom.js";
import { distance } from "./messages.js";

const WIDEST = 100; // pixels

/**
 * The greatest distance of 1, 2 or 5 times a power of ten that is not greater than another.
 * @param {number} metres
 */
export function round(metres) {
  const power = 10 ** Math.floor(Math.log10(metres)), digit = metres / power;
  return power * (digit >= 5 ? 5 : digit >= 2 ? 2 : 1);
}

/**
 * @param {L.Map} map
 * @param {HTMLElement} holder
 */
export function drawScale(map, holder) {
  const bar = one(holder, ".rg-scale"), words = one(bar, "span"), { x, y } = map.getSize();
  const place = (/** @type {number} */ left) => map.containerPointToLatLng([left, y / 2]);
  const metres = place((x - WIDEST) / 2).distanceTo(place((x + WIDEST) / 2)), shown = round(metres);
  words.textContent = distance(shown);
  bar.style.width = `${Math.round(WIDEST * shown / metres)}px`;
}
