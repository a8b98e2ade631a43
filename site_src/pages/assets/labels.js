// The names of districts on the map step aside where a mark or another name would cover them, never far: else they are not shown.

const map = window.map_register;
const holder = map.getContainer();
const air = 2; // pixels between a name and what it avoids
const farthest = 36; // pixels: beyond, a name would seem to belong to another place
const stride = 4;
const aside = new Map(); // by name, how far it stands from its place: [x, y]
const ways = steps();
let waiting = false;

/** Ways to step aside, [x, y] in pixels, the shortest first. */
function steps() {
  const found = [];
  for (let x = -farthest; x <= farthest; x += stride) {
    for (let y = -farthest; y <= farthest; y += stride) {
      if (Math.hypot(x, y) <= farthest) found.push([x, y]);
    }
  }
  return found.sort(([a, b], [c, d]) => Math.hypot(a, b) - Math.hypot(c, d));
}

function moved({ left, top, right, bottom }, [x, y]) {
  return { left: left + x, top: top + y, right: right + x, bottom: bottom + y };
}

function covered(box, others) {
  return others.some((it) => box.left < it.right + air && it.left < box.right + air && box.top < it.bottom + air && it.top < box.bottom + air);
}

function place() {
  waiting = false;
  const marks = [...holder.querySelectorAll(".rg-heap, .rg-pin")].map((it) => it.getBoundingClientRect());
  const names = [...holder.querySelectorAll(".rg-label span")].filter((it) => it.offsetWidth);
  const boxes = names.map((name) => {
    const [x, y] = aside.get(name) || [0, 0];
    return moved(name.getBoundingClientRect(), [-x, -y]);
  });
  const taken = [...marks, ...boxes.filter((box) => !covered(box, marks))];
  names.forEach((name, number) => {
    const box = boxes[number];
    const step = covered(box, marks) ? ways.find((way) => !covered(moved(box, way), taken)) : [0, 0];
    const [x, y] = step || [0, 0];
    if (step && (x || y)) taken.push(moved(box, step));
    aside.set(name, [x, y]);
    name.style.transform = `translate(calc(-50% + ${x}px), calc(-50% + ${y}px))`;
    name.style.visibility = step ? "" : "hidden";
  });
}

function later() {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(place);
}

map.on("moveend layeradd layerremove", later);
later();
