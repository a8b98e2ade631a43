// An id as people write it.

import assert from "node:assert/strict";
import { test } from "node:test";

import { idOf } from "../../../site_src/scripts/base/id.js";

test("an id is read however it is written", () => {
  for (const text of ["DL0005", "dl0005", "ＤＬ０００５", "DL-0005", "dl 0005", "dl5", "DL05", "5", "0005", " DL0005 ", "DL—0005", "dl_5", "DL：0005"]) {
    assert.equal(idOf(text), "DL0005", text);
  }
  assert.equal(idOf("dl12345"), "DL12345");
});

test("what is no id stays as it is", () => {
  for (const text of ["", "DL", "DL000x", "王建强", "DL0005/../x", "DL12345678"]) assert.equal(idOf(text), text);
});
