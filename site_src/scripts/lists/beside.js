// Two or more choices of a facet side by side: how many each has of what is found, in all, by level and by category.

import { build, element } from "../base/dom.js";
import { LEVEL, OF_DESIGNATIONS, pairsOf, placesOf } from "./data.js";
import { BESIDE } from "./messages.js";

/** @typedef {import("./data.js").Data} Data */

const MOST = 6; // choices: more do not stand beside each other

/**
 * A table of the first facet of which several values are asked for; null where there is none.
 * @param {Data} data
 * @param {readonly number[]} found
 * @param {URLSearchParams} params
 */
export function beside(data, found, params) {
  const facet = Object.keys(data.facets).find((slug) => !OF_DESIGNATIONS.includes(slug) && places(data, slug, params).length > 1);
  const chosen = facet ? places(data, facet, params) : [];
  if (!facet || chosen.length > MOST) return null;
  const columns = chosen.map((place) => found.filter((row) =>
    placesOf(data, facet, row).some((held) => held === place || data.facets[facet][held][2] === place)));
  const made = element("table", "", "rg-table rg-beside"), head = element("tr"), body = element("tbody"), top = element("thead");
  head.append(element("th", BESIDE.caption), ...chosen.map((place) => across(data.facets[facet][place][1])));
  top.append(head);
  const levels = data.facets.levels.map(([, title], level) =>
    line(title, columns.map((rows) => rows.filter((row) => pairsOf(data, row).some((pair) => pair[LEVEL] === level)).length)));
  const categories = facet === "categories" ? [] : data.facets.categories.map(([, title], category) =>
    line(title, columns.map((rows) => rows.filter((row) => placesOf(data, "categories", row).includes(category)).length)));
  const all = [line(BESIDE.count, columns.map((rows) => rows.length)), ...levels, ...categories];
  for (const made of all) if (made) body.append(made);
  made.append(top, body);
  return build("div", { class: "rg-scroll", tabindex: "0", role: "region", "aria-label": BESIDE.caption }, made);
}

/**
 * The places of a facet's values that are asked for.
 * @param {Data} data
 * @param {string} facet
 * @param {URLSearchParams} params
 */
function places(data, facet, params) {
  const asked = params.getAll(facet);
  return Array.from(data.facets[facet].keys()).filter((place) => asked.includes(data.facets[facet][place][0]));
}

/** @param {string} text */
function across(text) {
  const made = element("th", text);
  made.scope = "col";
  return made;
}

/**
 * A row of numbers; null where all are 0.
 * @param {string} title
 * @param {readonly number[]} numbers
 */
function line(title, numbers) {
  if (!numbers.some(Boolean)) return null;
  const made = element("tr"), name = element("th", title);
  name.scope = "row";
  made.append(name, ...numbers.map((number) => element("td", String(number))));
  return made;
}
