// The names of districts on the map step aside where a mark or another name would cover them, or else are not shown. Those with a
// number choose first.

import { all } from "../base/dom.js";
import { aside, moved } from "./aside.js";

/** @typedef {import("./aside.js").Step} Step */

const map = window.map_register;
const holder = map.getContainer();
/** @type {WeakMap<HTMLElement, Step>} how far each name stands from its place */
const stepped = new WeakMap();
let waiting = false;

function place() {
  waiting = false;
  const marks = all(holder, ".rg-heap, .rg-pin").map((mark) => mark.getBoundingClientRect());
  const [counted, others] = [".rg-counted span", ".rg-label:not(.rg-counted) span"].map((names) => all(holder, names).filter(({ offsetWidth }) => offsetWidth));
  const names = counted.concat(others);
  const ways = aside(names.map(unmoved), marks, counted.length);
  names.forEach((name, at) => {
    const way = ways[at], [x, y] = way || [0, 0];
    stepped.set(name, [x, y]);
    name.style.transform = `translate(calc(-50% + ${x}px), calc(-50% + ${y}px))`;
    name.style.visibility = way ? "" : "hidden";
  });
}

/**
 * Where a name would stand.
 * @param {HTMLElement} name
 */
function unmoved(name) {
  const [x, y] = stepped.get(name) || [0, 0];
  return moved(name.getBoundingClientRect(), [-x, -y]);
}

function later() {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(place);
}

map.on("moveend layeradd layerremove", later);
later();
