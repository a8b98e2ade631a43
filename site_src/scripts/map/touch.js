// One finger and the wheel scroll the page until the map is tapped, and again when one goes elsewhere.

import { one, pressing } from "../base/dom.js";

/**
 * @param {L.Map} map
 * @param {HTMLElement} holder
 */
export function wireTouch(map, holder) {
  const hint = one(holder, ".rg-tap"), fingers = window.matchMedia("(pointer: coarse)").matches;
  /** @param {boolean} held */
  function hold(held) {
    map.scrollWheelZoom[held ? "enable" : "disable"]();
    if (!fingers) return;
    map.dragging[held ? "enable" : "disable"]();
    hint.hidden = held;
  }
  hold(false);
  holder.addEventListener("click", () => hold(true));
  pressing(({ target }) => { if (!holder.contains(/** @type {Node} */ (target))) hold(false); });
}
