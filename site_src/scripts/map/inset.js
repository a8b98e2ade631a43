// The central districts, tiny when the whole city is shown, drawn large in a corner of the map: a button that leads there.

import { all, one, refill } from "../base/dom.js";
import { named, inside as number } from "./messages.js";

/** @typedef {readonly [lat: number, lon: number]} Place */
/** @typedef {readonly [southWest: Place, northEast: Place]} Corners */
/** @typedef {{ x: number, y: number, width: number, height: number }} Box a part of a drawing, in its own units, y downwards */

const CELLS = 60; // across: points that would lie on one another are drawn once
const SVG = "http://www.w3.org/2000/svg";

export class Inset {
  /**
   * @param {HTMLElement} button
   * @param {Corners} corners of what it shows
   */
  constructor(button, corners) {
    this.button = button;
    this.corners = corners;
    button.hidden = false;
  }

  /** In pixels; 0 while it is hidden. */
  get height() {
    return this.button.offsetHeight;
  }

  /**
   * Draws those of the points that lie inside, and says how many there are, with those that are counted beside the names of districts.
   * @param {readonly Place[]} points
   * @param {(district: string) => number} counted
   */
  show(points, counted) {
    const box = one(this.button, "svg", SVGSVGElement).viewBox.baseVal, inside = points.filter((point) => within(point, this.corners));
    const dots = spots(inside, this.corners, box).map(([left, top]) => dot(left, top, box.width / CELLS));
    refill(one(this.button, "g", SVGElement), ...dots);
    let sum = inside.length;
    for (const name of all(this.button, "[data-name]", SVGElement)) {
      const district = name.getAttribute("data-name") || "", count = counted(district);
      name.textContent = count ? named(district, count) : district;
      sum += count;
    }
    one(this.button, "[data-number]").textContent = number(sum);
  }
}

/**
 * @param {Place} place
 * @param {Corners} corners
 */
export function within([lat, lon], [[south, west], [north, east]]) {
  return lat >= south && lat <= north && lon >= west && lon <= east;
}

/**
 * Where points are drawn, one of those that share a cell.
 * @param {readonly Place[]} points
 * @param {Corners} corners of what is drawn
 * @param {Box} box that it is drawn in
 * @returns {[left: number, top: number][]}
 */
export function spots(points, [[south, west], [north, east]], { x, y, width, height }) {
  /** @type {Map<string, [left: number, top: number]>} */
  const cells = new Map();
  for (const [lat, lon] of points) {
    const left = x + (lon - west) / (east - west) * width, top = y + (north - lat) / (north - south) * height;
    cells.set([left, top].map((value) => Math.round(value / width * CELLS)).join(), [left, top]);
  }
  return Array.from(cells.values());
}

/**
 * @param {number} left
 * @param {number} top
 * @param {number} size of a cell
 */
function dot(left, top, size) {
  const made = document.createElementNS(SVG, "circle");
  for (const [name, value] of Object.entries({ cx: left, cy: top, r: size * 0.7 })) made.setAttribute(name, value.toFixed(2));
  return made;
}
