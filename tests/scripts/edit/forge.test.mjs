import assert from "node:assert/strict";
import test from "node:test";

import { address } from "../../../site_src/scripts/edit/forge.js";

const forge = { name: "GitHub", new: "https://f/new/main/registry/", edit: "https://f/edit/main/registry/", fills: true, most: 120 };

test("a forge that fills its page gets name and text, as long as the address is not too long", () => {
  const named = "https://f/new/main/registry/workshops/1000?filename=DL1469.yml";
  assert.deepEqual(address(forge, "DL1469", "a: &\n", true), { href: `${named}&value=a%3A%20%26%0A`, filled: true });
  assert.deepEqual(address(forge, "DL1469", "甲".repeat(20), true), { href: named, filled: false });
});

test("one that does not is opened at the folder, and an edit at the file", () => {
  assert.deepEqual(address({ ...forge, fills: false }, "DL0003", "a", true), { href: "https://f/new/main/registry/workshops/0000", filled: false });
  assert.deepEqual(address(forge, "DL12000", "a", false), { href: "https://f/edit/main/registry/workshops/12000/DL12000.yml", filled: false });
});
