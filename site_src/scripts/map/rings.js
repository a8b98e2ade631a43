// A ring of the land, as generator/site/map/ground.py writes it.

const PARTS = 10000; // of a degree

/**
 * @param {readonly number[]} steps longitude and latitude of the first point, then of each next one how far it lies from the one before
 * @returns {[lat: number, lon: number][]}
 */
export function ringOf(steps) {
  /** @type {[lat: number, lon: number][]} */
  const ring = [];
  let lon = 0, lat = 0;
  for (let at = 0; at < steps.length; at += 2) {
    lon += steps[at];
    lat += steps[at + 1];
    ring.push([lat / PARTS, lon / PARTS]);
  }
  return ring;
}
