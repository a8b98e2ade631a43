// What there is to see on the map of all: marks, names, popups, the view and its address. Texts of records go in by textContent only.

import { element, one } from "../base/dom.js";
import { addressWith, sightIn } from "./address.js";
import { Inset } from "./inset.js";
import { Marks } from "./marks.js";
import { NO_PLACE, OUTSIDE, away, unlocated } from "./messages.js";
import { ownPlace } from "./near.js";
import { focusFirst, lines, names, popup } from "./popups.js";

/** @typedef {import("../lists/data.js").Data} Data */
/** @typedef {import("./inset.js").Place} Place */
/** @typedef {import("./inset.js").Corners} Corners */
/** @typedef {import("./list.js").MapList} MapList */

/**
 * map/points.json, as generator/site/map/points.py writes it: `row` is a number in the columns of all workshops; the name of a `small`
 * district is shown from near only.
 * @typedef {object} Points
 * @property {{ row: number[], lat: number[], lon: number[] }} points
 * @property {{ name: string, lat: number, lon: number, small: boolean }[]} labels
 * @property {{ city: Corners, central: Corners }} views
 */

const CLOSE = 11, HERE = 12; // zooms: at least, to a workshop that is picked; to the reader's own place
const EDGE = 12; // pixels around what is to be seen
const SAME = 3; // pixels that a view may be off and still be the same: Leaflet rounds

export class Atlas {
  /**
   * @param {{ map: L.Map, holder: HTMLElement, list: MapList, data: Data, points: Points }} parts
   * @param {(found: number, located: number, inView: number) => void} count tells how many there are
   */
  constructor({ map, holder, list, data, points: { points, labels, views } }, count) {
    this.map = map;
    this.holder = holder;
    this.list = list;
    this.data = data;
    this.views = views;
    this.count = count;
    /** @type {Place[]} by row; those without a point are left out */
    this.places = [];
    points.row.forEach((row, place) => { this.places[row] = [points.lat[place], points.lon[place]]; });
    /** @type {number[]} rows that fit the filters */
    this.found = [];
    /** @type {number | null} the row whose popup is open */
    this.open = null;
    /** @type {L.LatLng | null} the reader's own place */
    this.here = null;
    this.ready = false; // until then the address is read, not written
    this.inset = new Inset(one(holder, ".rg-inset"), views.central);
    this.marks = new Marks(map, {
      name: (row) => data.rows.name[row],
      open: (row) => this.show(row, true, true),
      heap: (place, rows, number) => this.nameAll(place, rows, number),
    });
    for (const { name, lat, lon, small } of labels) label(name, [lat, lon], small ? "rg-label rg-near" : "rg-label").addTo(map);
    this.see("city");
    this.home = { center: map.getCenter(), zoom: map.getZoom() };
    map.on("moveend", () => { if (this.ready) this.redraw(); });
  }

  /**
   * Takes the rows that fit the filters.
   * @param {number[]} found
   */
  take(found) {
    const located = found.filter((row) => this.places[row]);
    this.found = found;
    this.inset.show(located.map((row) => this.places[row]));
    this.marks.load(located, this.places);
    if (!this.ready) this.ask();
    this.ready = true;
    this.redraw();
  }

  redraw() {
    this.marks.draw();
    this.tell();
    this.keep();
  }

  /** Says in words what the map shows. */
  tell() {
    const { places, here, list, map } = this, bounds = map.getBounds();
    const located = this.found.filter((row) => places[row]);
    const inView = located.filter((row) => bounds.contains([...places[row]]));
    const distance = (/** @type {number} */ row) => (here ? here.distanceTo([...places[row]]) : 0);
    if (here) inView.sort((one, other) => distance(one) - distance(other));
    list.show(this.data, inView, this.found.length - located.length, (row) => (here ? away(distance(row)) : ""));
    this.count(this.found.length, located.length, inView.length);
  }

  /** View and popup go into the address without a new entry in the history; never where the reader is. */
  keep() {
    if (!this.ready) return;
    const { map, open } = this, { lat, lng } = map.getCenter();
    const sight = this.here || this.isHome() ? null : { place: /** @type {[number, number]} */ ([lat, lng]), zoom: map.getZoom() };
    const address = addressWith(location.href, sight, open === null ? "" : this.data.rows.id[open]);
    if (address !== location.href) history.replaceState(history.state, "", address);
  }

  /** Whether the whole city is shown as at the start. */
  isHome() {
    const { home, map } = this;
    return map.getZoom() === home.zoom && map.project(map.getCenter()).distanceTo(map.project(home.center)) < SAME;
  }

  /** Shows what the address asks for. */
  ask() {
    const { map, places, data, list } = this, sight = sightIn(location.search);
    if (sight) map.setView(sight.place, sight.zoom, { animate: false });
    const row = data.rows.id.indexOf(location.hash.slice(1));
    if (row < 0) map.closePopup();
    else if (!places[row]) list.tell(unlocated(data.rows.name[row]));
    else if (this.open !== row) this.show(row, sight !== null);
  }

  /**
   * Where a button leads.
   * @param {string} name of a view, or `near`
   */
  go(name) {
    if (name === "near") this.comeNear();
    else if (name === "city" || name === "central") this.see(name);
  }

  /** @param {"city" | "central"} name */
  see(name) {
    const { map, inset } = this, { x, y } = map.getSize();
    this.here = null;
    const below = name === "city" && y > x ? inset.height : EDGE; // on a phone the inset lies below the land, not on it
    const [southWest, northEast] = this.views[name];
    map.fitBounds(L.latLngBounds([...southWest], [...northEast]), { animate: false, paddingTopLeft: [EDGE, EDGE], paddingBottomRight: [EDGE, below] });
  }

  async comeNear() {
    const { list, map } = this, [southWest, northEast] = this.views.city, place = await ownPlace();
    if (!place) list.tell(NO_PLACE);
    else if (!L.latLngBounds([...southWest], [...northEast]).pad(0.3).contains(place)) list.tell(OUTSIDE);
    else {
      this.here = place;
      list.tell("");
      L.marker(place, { icon: L.divIcon({ className: "rg-you", iconSize: [20, 20], html: false }), interactive: false, keyboard: false }).addTo(map);
      map.setView(place, HERE, { animate: false });
    }
  }

  /**
   * Opens the popup of a row.
   * @param {number} row
   * @param {boolean} [stay] leaves the map as it stands, else comes near
   * @param {boolean} [focus] goes into the popup
   */
  show(row, stay = false, focus = false) {
    const { map, places } = this, box = lines(this.data, row);
    if (!stay) map.setView([...places[row]], Math.max(map.getZoom(), CLOSE), { animate: false });
    const made = popup(map, places[row], box);
    made.on("remove", () => {
      if (this.open !== row) return;
      this.open = null;
      this.keep();
      if (box.contains(document.activeElement) || document.activeElement === document.body) this.marks.focus(row);
    });
    made.openOn(map);
    this.open = row;
    this.keep();
    if (focus) focusFirst(box);
    else this.holder.scrollIntoView({ block: "nearest" });
  }

  /**
   * Names those that no zoom parts.
   * @param {Place} place
   * @param {readonly number[]} rows
   * @param {number} count
   */
  nameAll(place, rows, count) {
    const box = names(this.data, rows, count);
    popup(this.map, place, box).openOn(this.map);
    focusFirst(box);
  }
}

/**
 * The name of a district, which nobody presses.
 * @param {string} name
 * @param {Place} place
 * @param {string} classes
 */
function label(name, place, classes) {
  const icon = L.divIcon({ className: classes, html: element("span", name), iconSize: undefined });
  return L.marker([...place], { icon, interactive: false, keyboard: false });
}
