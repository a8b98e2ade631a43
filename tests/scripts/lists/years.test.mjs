import assert from "node:assert/strict";
import test from "node:test";

import { spanTitle } from "../../../site_src/scripts/lists/messages.js";
import { countsAt, spanned, within } from "../../../site_src/scripts/lists/years.js";

test("a year within a span, both ends included", () => {
  const span = { from: "2015", to: "2016" };
  assert.deepEqual(["2014", "2015", "2016", "2017", "unknown"].filter((year) => within(span, year)), ["2015", "2016"]);
  assert.ok(within({ from: "2015", to: "" }, "2099"));
  assert.ok(within({ from: "", to: "2016" }, "1990"));
  assert.ok(!within({ from: "2016", to: "2015" }, "2015"), "it ends before it begins");
});

test("years that follow each other in an old address are a span", () => {
  assert.equal(spanned("?years=2015&years=2016"), "from=2015&to=2016");
  assert.equal(spanned("?years=2016&levels=city&years=2015&years=2015"), "levels=city&from=2015&to=2016");
  assert.equal(spanned("?years=2015&years=unknown"), "years=unknown&from=2015&to=2015");
  assert.equal(spanned("?years=1999"), "from=1999&to=1999", "also one that nobody has");
});

test("other years stay as they are named", () => {
  for (const search of ["years=2010&years=2016", "years=unknown", "years=soon", "years=2015&from=2012", "levels=city", ""]) assert.equal(spanned(`?${search}`), search);
});

test("each end counts what it would find with the other as it is", () => {
  const rows = [["2012", "2016"], ["2015"], [], ["unknown"]];
  const counts = (/** @type {"from" | "to"} */ end) => Array.from(countsAt(rows, { from: "2015", to: "" }, end, ["2016", "2015", "2012"]).values());
  assert.deepEqual(counts("from"), [1, 2, 2]);
  assert.deepEqual(counts("to"), [2, 1, 0]);
});

test("a span in words", () => {
  const titles = [["2015", "2015"], ["2015", "2016"], ["2015", ""], ["", "2016"]].map(([from, to]) => spanTitle({ from, to }));
  assert.deepEqual(titles, ["2015 年", "2015 至 2016 年", "2015 年起", "到 2016 年"]);
});
