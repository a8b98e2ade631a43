// The marks on the map: a pin for a point, a heap for those that lie close. The keyboard reaches each that is in sight.

import { element } from "../base/dom.js";
import { workshops } from "./messages.js";

/** @typedef {import("./inset.js").Place} Place */

/**
 * What a mark of a row is called, and what happens when a pin is pressed, or a heap that no zoom parts (its first rows, and how
 * many there are).
 * @typedef {object} Pressed
 * @property {(row: number) => string} name
 * @property {(row: number) => void} open
 * @property {(place: Place, rows: number[], count: number) => void} heap
 */

const SHOWN = 20; // of a heap that coming nearer does not part
const CLOSE = { radius: 64, extent: 256 }; // pixels of a tile of so many pixels

export class Marks {
  /**
   * @param {L.Map} map
   * @param {Pressed} pressed
   */
  constructor(map, pressed) {
    this.map = map;
    this.pressed = pressed;
    /** @type {Map<string | number, L.Marker>} */
    this.shown = new Map();
    this.round = 0;
    /** @type {Supercluster | null} */
    this.index = null;
  }

  /**
   * Takes these rows in place of those before.
   * @param {readonly number[]} rows
   * @param {readonly Place[]} places by row
   */
  load(rows, places) {
    this.index = new Supercluster({ ...CLOSE, maxZoom: this.map.getMaxZoom() }).load(rows.map((row) => point(row, places[row])));
    this.round += 1;
    for (const marker of this.shown.values()) marker.remove();
    this.shown.clear();
  }

  /** Shows what is in sight, no more: a marker out of sight must not be reached by the keyboard. */
  draw() {
    const sight = this.map.getBounds(), wanted = new Set();
    const box = /** @type {[number, number, number, number]} */ ([sight.getWest(), sight.getSouth(), sight.getEast(), sight.getNorth()]);
    for (const feature of this.index ? this.index.getClusters(box, Math.floor(this.map.getZoom())) : []) {
      const key = feature.properties.cluster ? `${this.round}:${feature.id}` : feature.properties.row;
      wanted.add(key);
      if (!this.shown.has(key)) this.shown.set(key, this.mark(feature).addTo(this.map));
    }
    let lost = false;
    for (const [key, marker] of Array.from(this.shown)) {
      if (wanted.has(key)) continue;
      lost = lost || marker.getElement() === document.activeElement;
      marker.remove();
      this.shown.delete(key);
    }
    if (lost) this.map.getContainer().focus({ preventScroll: true });
  }

  /**
   * Where the pin of this row stands alone, the keyboard goes there.
   * @param {number} row
   */
  focus(row) {
    const marker = this.shown.get(row), pin = marker && marker.getElement();
    if (pin) pin.focus({ preventScroll: true });
  }

  /** @param {Supercluster.Mark} feature */
  mark(feature) {
    return isHeap(feature) ? this.heap(feature) : this.pin(feature);
  }

  /** @param {Supercluster.Point} feature */
  pin(feature) {
    const { row } = feature.properties, icon = L.divIcon({ className: "rg-pin", iconSize: [24, 24], html: false });
    return marker(feature, icon, this.pressed.name(row), () => this.pressed.open(row));
  }

  /** @param {Supercluster.Heap} feature */
  heap(feature) {
    const { point_count: count } = feature.properties, size = sizeOf(count);
    const icon = L.divIcon({ className: "rg-heap", iconSize: [size, size], html: element("span", String(count)) });
    return marker(feature, icon, workshops(count), () => this.spread(feature));
  }

  /**
   * Comes nearer, or where that does not part them, names them.
   * @param {Supercluster.Heap} feature
   */
  spread(feature) {
    if (!this.index) return;
    const zoom = this.index.getClusterExpansionZoom(feature.id);
    if (zoom <= this.map.getMaxZoom()) this.map.setView(placeOf(feature), zoom);
    else {
      const rows = this.index.getLeaves(feature.id, SHOWN).map((leaf) => leaf.properties.row);
      this.pressed.heap(placeOf(feature), rows, feature.properties.point_count);
    }
  }
}

/**
 * @param {Supercluster.Mark} feature
 * @returns {feature is Supercluster.Heap}
 */
function isHeap(feature) {
  return Boolean(feature.properties.cluster);
}

/**
 * @param {Supercluster.Mark} feature
 * @param {L.DivIcon} icon
 * @param {string} name
 * @param {() => void} press
 */
function marker(feature, icon, name, press) {
  return pressable(placeOf(feature), icon, name, press);
}

/**
 * A marker at a place that pointer and keyboard press alike.
 * @param {Place} place
 * @param {L.DivIcon} icon
 * @param {string} name
 * @param {() => void} press
 */
export function pressable(place, icon, name, press) {
  const made = L.marker([...place], { icon, riseOnHover: true });
  made.on("add", () => {
    const drawn = made.getElement();
    if (drawn) drawn.setAttribute("aria-label", name);
  });
  made.on("click", press);
  made.on("keydown", ({ originalEvent: event }) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    press();
  });
  return made;
}

/**
 * How wide a heap is drawn, in pixels: by how many digits its number has.
 * @param {number} count
 */
export const sizeOf = (count) => 30 + 6 * Math.round(Math.log10(count));

/**
 * GeoJSON has the longitude first, Leaflet and we the latitude.
 * @param {number} row
 * @param {Place} place
 * @returns {Supercluster.Point}
 */
export function point(row, [lat, lon]) {
  return { type: "Feature", properties: { row }, geometry: { type: "Point", coordinates: [lon, lat] } };
}

/**
 * @param {Supercluster.Mark} feature
 * @returns {[lat: number, lon: number]}
 */
export function placeOf({ geometry: { coordinates: [lon, lat] } }) {
  return [lat, lon];
}
