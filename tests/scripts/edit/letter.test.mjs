import assert from "node:assert/strict";
import test from "node:test";

import { letter } from "../../../site_src/scripts/edit/letter.js";

test("a letter has the record in it, as long as mail programs take the address", () => {
  const { href, filled } = letter("a@b.example", "DL0003", "name: 甲 & 乙\nunit: 丙？\n", false);
  const { searchParams, pathname } = new URL(href);
  assert.equal(filled, true);
  assert.equal(pathname, "a@b.example");
  assert.deepEqual([searchParams.get("subject"), searchParams.get("body")], ["更正工作室 DL0003", "name: 甲 & 乙\r\nunit: 丙？\r\n"]);
});

test("a longer one says that the text is to be pasted, and fits", () => {
  const { href, filled } = letter("a@b.example", "DL0003", "字".repeat(400), true);
  assert.equal(filled, false);
  assert.ok(href.length < 1800 && String(new URL(href).searchParams.get("body")).includes("附上下载的文件 DL0003.yml"));
});
