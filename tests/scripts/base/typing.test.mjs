import assert from "node:assert/strict";
import test from "node:test";

import { onTyped } from "../../../site_src/scripts/base/typing.js";

test("what is typed is told when it stands, not while an input method composes", () => {
  const box = new EventTarget();
  let typed = 0;
  onTyped(/** @type {HTMLInputElement} */ (box), () => { typed += 1; });
  box.dispatchEvent(Object.assign(new Event("input"), { isComposing: true }));
  assert.equal(typed, 0);
  box.dispatchEvent(new Event("compositionend"));
  assert.equal(typed, 1);
  box.dispatchEvent(Object.assign(new Event("input"), { isComposing: false }));
  box.dispatchEvent(new Event("input")); // a cleared box
  assert.equal(typed, 3);
});
