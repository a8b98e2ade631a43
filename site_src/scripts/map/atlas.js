// What there is to see on the map of all: marks, names, popups, the view and its address. Texts of records go in by textContent only.

import { one } from "../base/dom.js";
import { addressWith, sightIn } from "./address.js";
import { Districts } from "./districts.js";
import { Inset } from "./inset.js";
import { Marks } from "./marks.js";
import { BY_DISTRICT, NO_PLACE, OUTSIDE, away, further, inDistrict, unlocated } from "./messages.js";
import { ownPlace } from "./near.js";
import { ordered } from "./order.js";
import { focusFirst, lines, names, ofDistrict, popup } from "./popups.js";

/** @typedef {import("../lists/data.js").Data} Data */
/** @typedef {import("./inset.js").Place} Place */
/** @typedef {import("./page.js").Points} Points */

const CLOSE = 11, HERE = 12; // zooms: at least, to a workshop that is picked; to the reader's own place
const EDGE = 12; // pixels around what is to be seen
const SAME = 3; // pixels that a view may be off and still be the same: Leaflet rounds
const FEW = 2000; // workshops: of more the addresses would weigh more than the map, and come when somebody asks for what is near

export class Atlas {
  /**
   * @param {{ map: L.Map, holder: HTMLElement, list: import("./list.js").MapList, data: Data, texts: (rows: readonly number[]) => Promise<unknown>, points: Points }} parts
   * @param {(found: number, located: number, byDistrict: number, inView: number) => void} count tells how many there are
   */
  constructor({ map, holder, list, data, texts, points: { points, labels, names: named, off_map: off, views } }, count) {
    this.map = map;
    this.holder = holder;
    this.list = list;
    this.data = data;
    this.texts = texts;
    this.views = views;
    this.count = count;
    /** @type {Place[]} by row; those without a point are left out */
    this.places = [];
    points.row.forEach((row, place) => { this.places[row] = [points.lat[place], points.lon[place]]; });
    this.off = new Set(off);
    /** @type {number[]} rows that fit the filters */
    this.found = [];
    /** @type {Map<number, import("./districts.js").Label>} those of them that are counted at their district */
    this.counted = new Map();
    /** @type {number | null} the row whose popup is open; that whose was last asked for is `wanted` */
    this.open = this.wanted = null;
    /** @type {L.LatLng | null} the reader's own place */
    this.here = null;
    this.you = L.marker([0, 0], { icon: L.divIcon({ className: "rg-you", iconSize: [20, 20], html: false }), interactive: false, keyboard: false });
    this.ready = false; // until then the address is read, not written
    this.inset = views.central && new Inset(one(holder, ".rg-inset"), views.central);
    this.marks = new Marks(map, {
      name: (row) => data.rows.name[row],
      open: (row) => this.show(row, true, true),
      heap: (place, rows, number) => this.nameAll(place, rows, number),
    });
    this.districts = new Districts(map, labels, named, (label, rows) => this.nameCounted(label, rows));
    this.see("city");
    this.home = { center: map.getCenter(), zoom: map.getZoom() };
    map.on("moveend", () => { if (this.ready) this.redraw(); });
  }

  /**
   * Takes the rows that fit the filters.
   * @param {number[]} found
   */
  take(found) {
    const { districts, off, places } = this, located = found.filter((row) => places[row]);
    this.found = found;
    this.counted = new Map();
    for (const row of found) {
      const label = places[row] || off.has(row) ? undefined : districts.labelOf(this.data, row);
      if (label) this.counted.set(row, label);
    }
    districts.take(this.counted);
    one(document, "[data-key]").hidden = !this.counted.size;
    if (this.inset) this.inset.show(located.map((row) => places[row]), (name) => districts.of({ name }).length);
    this.marks.load(located, places);
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
    const { counted: byDistrict, found, list, map, places } = this, bounds = map.getBounds();
    const located = found.filter((row) => places[row]), all = found.length, on = located.length + byDistrict.size;
    const inView = located.filter((row) => bounds.contains([...places[row]]));
    for (const [row, { lat, lon }] of byDistrict) if (bounds.contains([lat, lon])) inView.push(row);
    list.show(this.data, this.sorted(list.onlyInView ? inView : found), list.onlyInView ? all - on : 0, {
      beside: (row) => this.beside(row),
      addresses: (shown) => (this.here || this.data.rows.id.length <= FEW ? this.texts(shown) : Promise.reject(new Error("too many"))),
    });
    this.count(all, located.length, byDistrict.size, inView.length);
  }

  /**
   * How far a row is from the reader, in metres; null where that is not known.
   * @param {number} row
   */
  way(row) {
    return this.here && this.places[row] ? this.here.distanceTo([...this.places[row]]) : null;
  }

  /** @param {readonly number[]} rows */
  sorted(rows) {
    return ordered(rows, this.data.rows.name, (row) => this.way(row));
  }

  /**
   * @param {number} row
   * @returns {import("./list.js").Beside}
   */
  beside(row) {
    const { data, off, places } = this, way = this.way(row);
    if (places[row]) return { words: way === null ? "" : away(way), way: "point" };
    return { words: this.counted.has(row) ? BY_DISTRICT : "", way: data.rows.unit[row] && !off.has(row) ? "find" : "" };
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
    else if (!places[row]) list.tell(this.whereIs(row));
    else if (this.open !== row) this.show(row, sight !== null);
  }

  /**
   * What is said of a row without a point.
   * @param {number} row
   */
  whereIs(row) {
    const name = this.data.rows.name[row], label = this.off.has(row) ? undefined : this.districts.labelOf(this.data, row);
    return label ? inDistrict(name, label.name) : unlocated(name);
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
    const { map, inset } = this, { x, y } = map.getSize(), corners = this.views[name] || this.views.city;
    this.here = null;
    const below = inset && name === "city" && y > x ? inset.height : EDGE; // on a phone the inset lies below the land, not on it
    const [southWest, northEast] = corners;
    map.fitBounds(L.latLngBounds([...southWest], [...northEast]), { animate: false, paddingTopLeft: [EDGE, EDGE], paddingBottomRight: [EDGE, below] });
  }

  async comeNear() {
    const { list, map } = this, [southWest, northEast] = this.views.city, place = await ownPlace();
    if (!place) list.tell(NO_PLACE);
    else if (!L.latLngBounds([...southWest], [...northEast]).pad(0.3).contains(place)) list.tell(OUTSIDE);
    else {
      this.here = place;
      list.tell("");
      this.you.setLatLng(place).addTo(map);
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
    const open = () => { if (this.wanted === row) this.told(row, stay, focus); };
    this.wanted = row;
    if (this.data.rows.address[row] !== undefined) open();
    else this.texts([row]).then(open, open); // with its address, or without where that does not come
  }

  /**
   * @param {number} row
   * @param {boolean} stay
   * @param {boolean} focus
   */
  told(row, stay, focus) {
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
    this.into(place, names(this.data, rows, count > rows.length ? [further(count - rows.length)] : []));
  }

  /**
   * Names those that are counted at a district.
   * @param {import("./districts.js").Label} label
   * @param {readonly number[]} rows
   */
  nameCounted({ name, lat, lon }, rows) {
    this.into([lat, lon], ofDistrict(this.data, name, this.sorted(rows)));
  }

  /**
   * @param {Place} place
   * @param {HTMLElement} box
   */
  into(place, box) {
    popup(this.map, place, box).openOn(this.map);
    focusFirst(box);
  }
}
