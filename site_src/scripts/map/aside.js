// How names step aside where something would cover them: never far, else they would seem to belong to another place.

/** @typedef {{ left: number, top: number, right: number, bottom: number }} Box in pixels */
/** @typedef {readonly [x: number, y: number]} Step in pixels */

const AIR = 2; // pixels between a name and what it avoids
const FARTHEST = 36, AT_ALL = 72; // pixels: of most, and of the first, which count something and should be seen
const STRIDE = 4;

/** @type {readonly Step[]} the shortest first */
const STEPS = steps();
const NEAR = STEPS.filter((step) => Math.hypot(...step) <= FARTHEST);

function steps() {
  /** @type {Step[]} */
  const found = [];
  for (let x = -AT_ALL; x <= AT_ALL; x += STRIDE) {
    for (let y = -AT_ALL; y <= AT_ALL; y += STRIDE) if (Math.hypot(x, y) <= AT_ALL) found.push([x, y]);
  }
  return found.sort((one, other) => Math.hypot(...one) - Math.hypot(...other));
}

/**
 * For each name how far it steps aside, null where there is no room for it. The first ones have the first choice, and go farther;
 * then who may stay.
 * @param {readonly Box[]} names where they would stand
 * @param {readonly Box[]} marks that none may cover
 * @param {number} [first] how many come first
 * @returns {(Step | null)[]}
 */
export function aside(names, marks, first = 0) {
  const taken = [...marks];
  /** @type {(Step | null)[]} */
  const ways = names.map(() => null);
  const marked = names.map((name, at) => Number(covered(name, marks)) + (at < first ? 0 : 2));
  for (const at of Array.from(names.keys()).sort((one, other) => marked[one] - marked[other])) {
    const way = (at < first ? STEPS : NEAR).find((step) => !covered(moved(names[at], step), taken));
    if (!way) continue;
    ways[at] = way;
    taken.push(moved(names[at], way));
  }
  return ways;
}

/**
 * @param {Box} box
 * @param {Step} step
 * @returns {Box}
 */
export function moved({ left, top, right, bottom }, [x, y]) {
  return { left: left + x, top: top + y, right: right + x, bottom: bottom + y };
}

/**
 * Whether another box stands in the way.
 * @param {Box} box
 * @param {readonly Box[]} others
 */
export function covered(box, others) {
  return others.some((it) =>
    box.left < it.right + AIR && it.left < box.right + AIR && box.top < it.bottom + AIR && it.top < box.bottom + AIR);
}
