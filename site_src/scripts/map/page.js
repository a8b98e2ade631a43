// The map of all: folium's shell, and what there is to see on it once the workshops and their points have come.

import { byId, started } from "../base/dom.js";
import { fetched } from "../lists/data.js";
import { Filters } from "../lists/filters.js";
import { WORKSHOPS } from "../lists/workshops.js";
import { Atlas } from "./atlas.js";
import { MapList } from "./list.js";
import { told } from "./messages.js";
import { wireTouch } from "./touch.js";

/** @typedef {import("./atlas.js").Points} Points */

const NEAR = 10; // from this zoom on the names of small districts fit
const FENCE = L.latLngBounds([[36.5, 117.5], [42.5, 126.5]]); // so that nobody gets lost

const map = window.map_register;
const holder = /** @type {HTMLElement} */ (map.getContainer().parentElement);
/** @type {Promise<Points>} */
const points = fetched("map/points.json");
points.catch(() => {}); // told where it is waited for
/** @type {Atlas | null} */
let atlas = null;

map.attributionControl.setPrefix(false);
map.setMaxBounds(FENCE);
const far = () => { holder.classList.toggle("rg-far", map.getZoom() < NEAR); };
map.on("moveend", far);
wireTouch(map, holder);

const list = new MapList(byId("rg-in-view"), (row) => { if (atlas) atlas.show(row); });
const filters = new Filters(byId("rg-filters", HTMLFormElement), async ({ data, found }) => {
  const [answer] = await Promise.all([points, WORKSHOPS.texts()]);
  if (!atlas) {
    atlas = new Atlas({ map, holder, list, data, points: answer }, (...counts) => { filters.status.textContent = told(...counts); });
    far();
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
