import assert from "node:assert/strict";
import test from "node:test";

import { addressOf, params, setAs, unknown } from "../../../site_src/scripts/lists/address.js";

/** @typedef {import("../../../site_src/scripts/lists/address.js").Control} Control */

/**
 * @param {string} name
 * @param {string} value
 * @param {boolean} [checked]
 * @returns {Control}
 */
const box = (name, value, checked = false) => ({ name, type: "checkbox", value, checked });

/**
 * A form as the list has it, nothing chosen.
 * @returns {Control[]}
 */
const controls = () => [
  box("districts", "中山区"), box("districts", "甘井子区"), box("years", "2023"),
  { name: "sort", type: "select-one", value: "", options: [{ value: "" }, { value: "date" }, { value: "pinyin" }] },
  box("located", "1"), box("view", "cards"),
];

test("what is chosen stands in the address, and is set from it again", () => {
  const form = controls();
  setAs(form, "?districts=中山区&districts=甘井子区&sort=date&located=1");
  assert.deepEqual(form.map(({ value, checked }) => (checked === undefined ? value : checked)), [true, true, false, "date", true, false]);
  const address = addressOf(form, "https://example.org/workshops/");
  assert.equal(decodeURIComponent(address), "https://example.org/workshops/?districts=中山区&districts=甘井子区&sort=date&located=1");
  const again = controls();
  setAs(again, new URL(address).search);
  assert.deepEqual(again, form);
});

test("nothing chosen is nothing in the address", () => {
  assert.equal(String(params(controls())), "");
  assert.equal(addressOf(controls(), "https://example.org/workshops/?districts=中山区&sort=date"), "https://example.org/workshops/");
});

test("what is not the form's stays in the address", () => {
  const form = controls();
  setAs(form, "?years=2023");
  assert.equal(addressOf(form, "https://example.org/map/?at=39,121,10&years=2010#DL0001"), "https://example.org/map/?at=39%2C121%2C10&years=2023#DL0001");
});

test("what the form does not know is left out and told", () => {
  const form = controls(), search = "?districts=火星&districts=中山区&sort=loudness&view=cards&other=x";
  setAs(form, search);
  assert.equal(String(params(form)), String(new URLSearchParams({ districts: "中山区", view: "cards" })));
  assert.deepEqual(unknown(form, search), ["火星", "loudness"]);
  assert.deepEqual(unknown(form, "?sort=date&located=1"), []);
});
