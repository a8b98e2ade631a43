// The map of all: folium's shell, and what there is to see on it once the workshops and their points have come.

import { byId, one, started } from "../base/dom.js";
import { fetched } from "../lists/data.js";
import { Filters } from "../lists/filters.js";
import { heading } from "../lists/heading.js";
import { WORKSHOPS } from "../lists/workshops.js";
import { Atlas } from "./atlas.js";
import { MapList } from "./list.js";
import { ZOOM_IN, ZOOM_OUT, told } from "./messages.js";
import { wirePaper } from "./paper.js";
import { drawScale } from "./scale.js";
import { wireTouch } from "./touch.js";

/** @typedef {import("./inset.js").Corners} Corners */

/**
 * map/points.json, as generator/site/map/points.py writes it: `row` is a number in the columns of all workshops, `off_map` the rows that
 * no map tells of; `names`: whether districts are named that count nothing.
 * @typedef {object} Points
 * @property {{ row: number[], lat: number[], lon: number[] }} points
 * @property {import("./districts.js").Label[]} labels
 * @property {boolean} names
 * @property {number[]} off_map
 * @property {{ city: Corners, central: Corners | null }} views
 */

const NEAR = 10; // from this zoom on the names of small districts fit
const FENCE = L.latLngBounds([[36.5, 117.5], [42.5, 126.5]]); // so that nobody gets lost

const map = window.map_register;
const holder = /** @type {HTMLElement} */ (map.getContainer().parentElement);
/** @type {Promise<Points>} */
const points = fetched("map/points.json");
points.catch(() => {}); // told where it is waited for
/** @type {Atlas | null} */
let atlas = null;
/** @type {NodeListOf<HTMLButtonElement>} */
const views = document.querySelectorAll(".rg-map-buttons button"); // disabled until the workshops have come

map.attributionControl.setPrefix(false);
map.setMaxBounds(FENCE);
L.control.zoom({ position: "topright", zoomInTitle: ZOOM_IN, zoomOutTitle: ZOOM_OUT }).addTo(map);
function seen() {
  const { x, y } = map.getSize();
  holder.classList.toggle("rg-far", map.getZoom() < NEAR);
  holder.classList.toggle("rg-wide", x > y);
  drawScale(map, holder);
}
map.on("moveend", seen);
map.on("popupopen", () => holder.classList.add("rg-told"));
map.on("popupclose", () => holder.classList.remove("rg-told"));
wireTouch(map, holder);

const list = new MapList(byId("rg-in-view"), (row) => { if (atlas) atlas.show(row); }, () => { if (atlas) atlas.tell(); });
wirePaper(map, holder, { whole: () => list.whole(), atHome: () => atlas && atlas.isHome() ? atlas.views.city : null, ready: async () => (atlas ? WORKSHOPS.texts(atlas.found) : null) });
const name = heading(), paper = one(document, ".rg-paper");
const filters = new Filters(byId("rg-filters", HTMLFormElement), async ({ data, found, words }) => {
  const [answer] = await Promise.all([points, WORKSHOPS.texts()]);
  name(words);
  paper.hidden = !words;
  if (!atlas) {
    atlas = new Atlas({ map, holder, list, data, texts: WORKSHOPS.texts, points: answer }, (...counts) => { filters.status.textContent = paper.textContent = told(...counts); });
    seen();
    for (const button of views) button.disabled = false;
  }
  atlas.take(found);
});

document.addEventListener("click", ({ target }) => {
  const pressed = target instanceof Element ? target.closest("[data-view]") : null;
  if (pressed && atlas) atlas.go(pressed.getAttribute("data-view") || "");
});
window.addEventListener("popstate", () => { if (atlas) atlas.ask(); });
filters.show();
started();
