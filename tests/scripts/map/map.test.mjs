import assert from "node:assert/strict";
import test from "node:test";

import { addressWith, sightIn } from "../../../site_src/scripts/map/address.js";
import { aside, covered, moved } from "../../../site_src/scripts/map/aside.js";
import { filled } from "../../../site_src/scripts/map/finders.js";
import { spots, within } from "../../../site_src/scripts/map/inset.js";
import { placeOf, point, sizeOf } from "../../../site_src/scripts/map/marks.js";
import { distance } from "../../../site_src/scripts/map/messages.js";
import { ringOf } from "../../../site_src/scripts/map/rings.js";
import { round } from "../../../site_src/scripts/map/scale.js";

/**
 * @param {number} left
 * @param {number} top
 */
const name = (left, top) => ({ left, top, right: left + 40, bottom: top + 12 });

/**
 * @param {number} left
 * @param {number} top
 */
const mark = (left, top) => ({ left, top, right: left + 24, bottom: top + 24 });

test("a name stays where nothing covers it", () => {
  assert.deepEqual(aside([name(0, 0), name(100, 0)], [mark(0, 40)]), [[0, 0], [0, 0]]);
});

test("a name steps aside as little as it must, and covers nothing then", () => {
  const names = [name(0, 0), name(10, 4)], marks = [mark(8, 2)], ways = aside(names, marks);
  const boxes = ways.map((way, at) => moved(names[at], /** @type {[number, number]} */ (way)));
  for (const [at, box] of boxes.entries()) {
    assert.ok(!covered(box, [...marks, ...boxes.filter((_, other) => other !== at)]));
    assert.ok(Math.hypot(.../** @type {[number, number]} */ (ways[at])) <= 36);
  }
  assert.deepEqual(aside([name(0, 0)], [mark(36, 0)]), [[-8, 0]]);
});

test("a name that may stay has the first choice", () => {
  const [marked, free] = aside([name(0, 0), name(0, 22)], [mark(0, -14)]);
  assert.deepEqual(free, [0, 0]);
  assert.notDeepEqual(marked, [0, 0]);
});

test("the first names have the first choice, though others may stay", () => {
  const names = [name(0, 0), name(0, 22)], marks = [mark(0, -14)], [first, second] = aside(names, marks, 1);
  assert.notDeepEqual(first, null);
  const stands = moved(names[0], /** @type {[number, number]} */ (first));
  assert.ok(!covered(stands, marks));
  assert.deepEqual(first, aside([names[0]], marks)[0], "as if it were alone");
  assert.ok(!second || !covered(moved(names[1], second), [stands, ...marks]));
});

test("the scale has a round number", () => {
  assert.deepEqual([99, 100, 199, 200, 499, 500, 999, 1000, 23456].map(round), [50, 100, 100, 200, 200, 500, 500, 1000, 20000]);
  assert.deepEqual([500, 1000, 20000].map(distance), ["500 米", "1 公里", "20 公里"]);
});

test("a name goes whole into another map's address", () => {
  const address = "https://maps.example/search?keyword=%7B%7D&city=a";
  assert.equal(new URL(filled(address, "甲&乙#丙 $& $1")).searchParams.get("keyword"), "甲&乙#丙 $& $1");
});

test("a ring of the land is told in steps", () => {
  assert.deepEqual(ringOf([1210000, 390000, 5000, 0, -5000, 1, 0, -1]), [[39, 121], [39, 121.5], [39.0001, 121], [39, 121]]);
});

test("a name without room is not shown", () => {
  assert.deepEqual(aside([name(0, 0)], [{ left: -100, top: -100, right: 100, bottom: 100 }]), [null]);
});

test("the small map draws what lies inside, once a cell", () => {
  /** @type {[[number, number], [number, number]]} */
  const corners = [[38, 121], [39, 122]];
  assert.ok(within([38.5, 121.5], corners));
  assert.ok(within([38, 122], corners), "the edge is inside");
  assert.ok(!within([37.9, 121.5], corners));
  assert.ok(!within([38.5, 122.1], corners));
  const box = { x: 10, y: 20, width: 60, height: 120 };
  assert.deepEqual(spots([[39, 121], [38, 122]], corners, box), [[10, 20], [70, 140]], "north is at the top");
  assert.equal(spots([[38.5, 121.5], [38.5001, 121.5001], [38.2, 121.5]], corners, box).length, 2);
});

test("a mark stands where its workshop is", () => {
  assert.deepEqual(point(7, [38.9, 121.6]), { type: "Feature", properties: { row: 7 }, geometry: { type: "Point", coordinates: [121.6, 38.9] } });
  assert.deepEqual(placeOf(point(7, [38.9, 121.6])), [38.9, 121.6]);
  assert.deepEqual([2, 9, 10, 100, 1000].map(sizeOf), [30, 36, 36, 42, 48]);
});

test("the address keeps what is shown", () => {
  const bare = "https://example.org/map/?districts=jinzhou";
  const sight = { place: /** @type {[number, number]} */ ([38.9, 121.65432]), zoom: 11 };
  const kept = addressWith(bare, sight, "DL0001");
  assert.equal(kept, "https://example.org/map/?districts=jinzhou&at=38.9000,121.6543,11#DL0001");
  assert.deepEqual(sightIn(new URL(kept).search), { place: [38.9, 121.6543], zoom: 11 });
  assert.equal(addressWith(kept, null, ""), bare);
  for (const search of ["", "?at=", "?at=38,121", "?at=x,121,10", "?at=38,121,0"]) assert.equal(sightIn(search), null, search);
});
