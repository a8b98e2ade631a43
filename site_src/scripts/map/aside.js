// How names step aside where something would cover them: never far, else they would seem to belong to another place.

/** @typedef {{ left: number, top: number, right: number, bottom: number }} Box in pixels */
/** @typedef {readonly [x: number, y: number]} Step in pixels */

const AIR = 2; // pixels between a name and what it avoids
const FARTHEST = 36; // pixels
const STRIDE = 4;

/** @type {readonly Step[]} the shortest first */
const STEPS = steps();

function steps() {
  /** @type {Step[]} */
  const found = [];
  for (let x = -FARTHEST; x <= FARTHEST; x += STRIDE) {
    for (let y = -FARTHEST; y <= FARTHEST; y += STRIDE) if (Math.hypot(x, y) <= FARTHEST) found.push([x, y]);
  }
  return found.sort((one, other) => Math.hypot(...one) - Math.hypot(...other));
}

/**
 * For each name how far it steps aside, null where there is no room for it. Who may stay has the first choice.
 * @param {readonly Box[]} names where they would stand
 * @param {readonly Box[]} marks that none may cover
 * @returns {(Step | null)[]}
 */
export function aside(names, marks) {
  const taken = [...marks];
  /** @type {(Step | null)[]} */
  const ways = names.map(() => null);
  const marked = names.map((name) => Number(covered(name, marks)));
  for (const at of Array.from(names.keys()).sort((one, other) => marked[one] - marked[other])) {
    const way = STEPS.find((step) => !covered(moved(names[at], step), taken));
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
