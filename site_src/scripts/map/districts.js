// The names of districts on the map, and beside each how many workshops are there of which no more is known: pressed, it names them.

import { build, element } from "../base/dom.js";
import { valuesOf } from "../lists/data.js";
import { counted } from "./messages.js";
import { pressable } from "./marks.js";

/** @typedef {import("../lists/data.js").Data} Data */
/** @typedef {{ name: string, lat: number, lon: number, small: boolean }} Label the name of a `small` district is shown from near only */

export class Districts {
  /**
   * @param {L.Map} map
   * @param {readonly Label[]} labels
   * @param {boolean} named whether those that count nothing are shown too
   * @param {(label: Label, rows: number[]) => void} press
   */
  constructor(map, labels, named, press) {
    this.map = map;
    this.labels = labels;
    this.named = named;
    this.press = press;
    /** @type {L.Marker[]} */
    this.shown = [];
    /** @type {Map<string, number[]>} by the district's name, the rows that are counted there */
    this.rows = new Map();
  }

  /**
   * Which label a row is counted at: the first of its districts that has one.
   * @param {Data} data
   * @param {number} row
   */
  labelOf(data, row) {
    const titles = valuesOf(data, "districts", row).map(([, title]) => title);
    return this.labels.find(({ name }) => titles.includes(name));
  }

  /**
   * Takes the rows that are counted, each with its label.
   * @param {ReadonlyMap<number, Label>} counts
   */
  take(counts) {
    this.rows = new Map(this.labels.map(({ name }) => [name, []]));
    for (const [row, label] of counts) this.of(label).push(row);
    for (const marker of this.shown) marker.remove();
    this.shown = this.labels.filter((label) => this.named || this.of(label).length).map((label) => this.mark(label).addTo(this.map));
  }

  /**
   * The rows that are counted at a label.
   * @param {{ name: string }} label
   */
  of({ name }) {
    return this.rows.get(name) || [];
  }

  /** @param {Label} label */
  mark(label) {
    const { name, lat, lon, small } = label, rows = this.of(label), count = rows.length;
    const classes = ["rg-label", small ? "rg-from-near" : "", count ? "rg-counted" : ""].filter(Boolean).join(" ");
    const text = count ? build("span", {}, name, element("b", String(count))) : element("span", name);
    const icon = L.divIcon({ className: classes, html: text, iconSize: undefined });
    return count
      ? pressable([lat, lon], icon, counted(name, count), () => this.press(label, rows))
      : L.marker([lat, lon], { icon, interactive: false, keyboard: false });
  }
}
