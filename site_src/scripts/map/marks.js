// The marks on the map: a pin for a point, a heap for those that lie close. The keyboard reaches each that is in sight.

import { element } from "../base/dom.js";

const SHOWN = 20; // of a heap that coming nearer does not part

export class Marks {
  /** `name(row)`: its words. `open(row)`: a pin was pressed. `heap([lat, lon], rows, count)`: one was that no zoom parts, its first rows. */
  constructor(map, { name, open, heap }) {
    Object.assign(this, { map, name, open, heap, shown: new Map(), round: 0 });
  }

  /** Take these rows in place of those before; `at`: [lat, lon] by row. */
  load(rows, at) {
    this.index = new Supercluster({ radius: 64, extent: 256, maxZoom: this.map.getMaxZoom() }).load(
      rows.map((row) => ({ type: "Feature", properties: { row }, geometry: { type: "Point", coordinates: [at[row][1], at[row][0]] } }))
    );
    this.round += 1;
    for (const marker of this.shown.values()) marker.remove();
    this.shown.clear();
  }

  /** Show what is in sight, no more: a marker out of sight must not be reached by the keyboard. */
  draw() {
    const sight = this.map.getBounds();
    const box = [sight.getWest(), sight.getSouth(), sight.getEast(), sight.getNorth()];
    const wanted = new Set();
    for (const feature of this.index.getClusters(box, Math.floor(this.map.getZoom()))) {
      const key = feature.properties.cluster ? `${this.round}:${feature.id}` : feature.properties.row;
      wanted.add(key);
      if (!this.shown.has(key)) this.shown.set(key, this.mark(feature).addTo(this.map));
    }
    let lost = false;
    for (const [key, marker] of this.shown) {
      if (wanted.has(key)) continue;
      lost ||= marker.getElement() === document.activeElement;
      marker.remove();
      this.shown.delete(key);
    }
    if (lost) this.map.getContainer().focus({ preventScroll: true });
  }

  /** Where the pin of this row stands alone, the keyboard goes there. */
  focus(row) {
    this.shown.get(row)?.getElement()?.focus({ preventScroll: true });
  }

  mark(feature) {
    const [lon, lat] = feature.geometry.coordinates;
    const { cluster, point_count: count, row } = feature.properties;
    const size = cluster ? 30 + 6 * Math.round(Math.log10(count)) : 24;
    const icon = L.divIcon({ className: cluster ? "rg-heap" : "rg-pin", iconSize: [size, size], html: cluster ? element("span", String(count)) : false });
    const name = cluster ? `${count} 个工作室` : this.name(row);
    const marker = L.marker([lat, lon], { icon, riseOnHover: true });
    marker.on("add", () => marker.getElement().setAttribute("aria-label", name));
    const act = () => (cluster ? this.spread(feature) : this.open(row));
    marker.on("click", act);
    marker.on("keydown", ({ originalEvent: event }) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      act();
    });
    return marker;
  }

  /** Come nearer, or where that does not part them, name them. */
  spread(feature) {
    const [lon, lat] = feature.geometry.coordinates;
    const zoom = this.index.getClusterExpansionZoom(feature.id);
    if (zoom <= this.map.getMaxZoom()) { this.map.setView([lat, lon], zoom); return; }
    const rows = this.index.getLeaves(feature.id, SHOWN).map((leaf) => leaf.properties.row);
    this.heap([lat, lon], rows, feature.properties.point_count);
  }
}
