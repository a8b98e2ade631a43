// The central districts, tiny when the whole city is shown, drawn large in a corner of the map: a button that leads there.

const CELLS = 60; // across: points that would lie on one another are drawn once

export class Inset {
  /** `corners`: south-west and north-east of what it shows, as [lat, lon]. */
  constructor(button, [[south, west], [north, east]]) {
    this.button = button;
    this.box = { south, west, north, east };
    button.hidden = false;
  }

  /** In pixels; 0 while it is hidden. */
  get height() {
    return this.button.offsetHeight;
  }

  /** Draw these points, each as [lat, lon], and say how many there are. */
  show(points) {
    const { south, west, north, east } = this.box;
    const inside = points.filter(([lat, lon]) => lat >= south && lat <= north && lon >= west && lon <= east);
    const { x, y, width, height } = this.button.querySelector("svg").viewBox.baseVal;
    const cells = new Map();
    for (const [lat, lon] of inside) {
      const place = [x + (lon - west) / (east - west) * width, y + (north - lat) / (north - south) * height];
      cells.set(place.map((value) => Math.round(value / width * CELLS)).join(), place);
    }
    this.button.querySelector("g").replaceChildren(...[...cells.values()].map(([left, top]) => dot(left, top, width / CELLS)));
    this.button.querySelector("[data-number]").textContent = `${inside.length} 个`;
  }
}

function dot(left, top, size) {
  const made = document.createElementNS("http://www.w3.org/2000/svg", "circle");
  Object.entries({ cx: left.toFixed(2), cy: top.toFixed(2), r: (size * .7).toFixed(2) }).forEach(([name, value]) => made.setAttribute(name, value));
  return made;
}
