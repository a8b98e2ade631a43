import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import test from "node:test";

const SOURCE = new URL("../../site_src/", import.meta.url);
const SCRIPTS = new URL("scripts/", SOURCE);

/** @param {URL} url */
const textOf = (url) => readFileSync(url, "utf8");

/**
 * A script and all that it imports, as paths below scripts/.
 * @param {string} path
 * @param {Set<string>} [known]
 */
function whole(path, known = new Set()) {
  if (known.has(path)) return known;
  known.add(path);
  const url = new URL(path, SCRIPTS);
  for (const [, there] of textOf(url).matchAll(/^import [^;]*?"([^"]+)";$/gm)) {
    whole(new URL(there, url).href.slice(SCRIPTS.href.length), known);
  }
  return known;
}

/** @param {string} path of a template */
function preloaded(path) {
  const [, names] = /\{% for name in \(([^)]*)\) %\}\s*<link rel="modulepreload"/.exec(textOf(new URL(`templates/${path}`, SOURCE))) || [];
  return Array.from(String(names).matchAll(/"([^"]+)"/g), ([, name]) => `${name}.js`);
}

// A script that is not asked for at once comes a journey later; one that is asked for in vain costs a journey.
for (const [template, script] of [
  ["search/page.html", "search/page.js"],
  ["map/page.html", "map/page.js"],
  ["verification/page.html", "verification/page.js"],
  ["edit/page.html", "edit/page.js"],
  ["forms/application.html", "application/page.js"],
]) {
  test(`${template} asks at once for all that its script imports`, () => {
    assert.deepEqual(preloaded(template).sort(), Array.from(whole(script)).sort());
  });
}

test("the search box asks at once for all that its panel imports", () => {
  const [, parts] = /const PARTS = \[([^\]]*)\]/.exec(textOf(new URL("search/box.js", SCRIPTS))) || [];
  const asked = Array.from(String(parts).matchAll(/"([^"]+)"/g), ([, path]) => new URL(path, new URL("search/", SCRIPTS)).href.slice(SCRIPTS.href.length));
  assert.deepEqual(asked.sort(), Array.from(whole("search/panel.js")).sort());
});

test("the search box imports nothing at first", () => {
  assert.deepEqual(Array.from(whole("search/box.js")), ["search/box.js"]);
});
