// On paper the map is as wide as the sheet, shows what it showed, and the list has no end.

import { all } from "../base/dom.js";

/** Where a browser has no events of printing (Safari 12), it tells that a sheet for print begins to hold. */
const PRINT = window.matchMedia("print");

/** @typedef {import("./inset.js").Corners} Corners */

/**
 * `whole` makes the list whole; `atHome`: the corners of the whole city where that is shown, which a phone shows with much sea; `ready`
 * waits for what paper shows and a screen does without.
 * @typedef {{ whole: () => void, atHome: () => Corners | null, ready: () => Promise<unknown> }} Asked
 */

/**
 * @param {L.Map} map
 * @param {HTMLElement} holder
 * @param {Asked} asked
 */
export function wirePaper(map, holder, { whole, atHome, ready }) {
  /** @type {{ center: L.LatLng, zoom: number } | null} what the screen showed */
  let before = null;
  function begin() {
    if (before) return;
    const home = atHome(), seen = home ? L.latLngBounds([...home[0]], [...home[1]]) : map.getBounds();
    before = { center: map.getCenter(), zoom: map.getZoom() };
    holder.classList.add("rg-on-paper");
    map.invalidateSize({ animate: false });
    map.fitBounds(seen, { animate: false });
    whole(); // after the map has moved, which begins the list anew
  }
  function end() {
    if (!before) return;
    const { center, zoom } = before;
    before = null;
    holder.classList.remove("rg-on-paper");
    map.invalidateSize({ animate: false });
    map.setView(center, zoom, { animate: false });
  }
  window.addEventListener("beforeprint", begin);
  window.addEventListener("afterprint", end);
  if (!("onbeforeprint" in window)) PRINT.addListener(({ matches }) => (matches ? begin() : end()));
  const print = () => window.print();
  for (const button of all(document, "[data-print]")) button.addEventListener("click", () => ready().then(print, print));
}
