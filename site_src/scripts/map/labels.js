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
  const taken = [...holder.querySelectorAll(".rg-heap, .rg-pin")].map((it) => it.getBoundingClientRect());
  const names = [...holder.querySelectorAll(".rg-label span")].filter((it) => it.offsetWidth).map((name) => {
    const [x, y] = aside.get(name) || [0, 0];
    const box = moved(name.getBoundingClientRect(), [-x, -y]);
    return { name, box, marked: covered(box, taken) };
  });
  for (const { name, box } of names.sort((one, other) => one.marked - other.marked)) { // who may stay has the first choice
    const way = ways.find((step) => !covered(moved(box, step), taken));
    const [x, y] = way || [0, 0];
    if (way) taken.push(moved(box, way));
    aside.set(name, [x, y]);
    name.style.transform = `translate(calc(-50% + ${x}px), calc(-50% + ${y}px))`;
    name.style.visibility = way ? "" : "hidden";
  }
}

function later() {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(place);
}

map.on("moveend layeradd layerremove", later);
later();
