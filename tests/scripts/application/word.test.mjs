import assert from "node:assert/strict";
import test from "node:test";

import { zipped } from "../../../site_src/scripts/application/word.js";

// By an address that tsc does not follow: what others wrote is not ours to type.
const { unzipSync, zipSync } = await import(new URL("../../../site_src/vendor/fflate/browser.js", import.meta.url).href);

const parts = { "[Content_Types].xml": "<Types/>", "word/document.xml": "<喆>𠅤</喆>".repeat(200) };

test("the zip holds the texts in their order, smaller, and is the same every time", () => {
  const made = zipped(parts, zipSync);
  const read = unzipSync(made);
  assert.deepEqual(Object.keys(read), Object.keys(parts));
  assert.equal(new TextDecoder().decode(read["word/document.xml"]), parts["word/document.xml"]);
  assert.ok(made.length < parts["word/document.xml"].length);
  assert.deepEqual(zipped(parts, zipSync), made);
  assert.deepEqual(Array.from(made.slice(10, 14)), [0, 0, 33, 0], "1 January 1980, whatever the clock says");
});
