// Answers tests/site/lists/test_designations.py: what the filters find in made-up tables, without a page.

import { readFileSync } from "node:fs";

import { match } from "../../../site_src/scripts/lists/match.js";
import { opened } from "../../../site_src/scripts/lists/workshops.js";
import { countsAt, within } from "../../../site_src/scripts/lists/years.js";

/** @typedef {{ [facet: string]: string[] }} Wanted */
/** @typedef {{ data: any, asked: { wanted: Wanted, span: { from: string, to: string } }[] }} Case */

/** @type {Case[]} */
const cases = JSON.parse(readFileSync(process.argv[2], "utf8"));
const answers = cases.map(({ data: told, asked }) => ({ data: opened(told), asked })).map(({ data, asked }) => asked.map(({ wanted, span }) => {
  const facets = Object.keys(data.facets), spanned = span.from || span.to;
  const { found, counts, years } = match(data, facets, (facet) => {
    const ticked = wanted[facet] || [], here = facet === "years" && spanned;
    return ticked.length || here ? (slug) => ticked.includes(slug) || Boolean(here && within(span, slug)) : null;
  }, false);
  const known = data.facets.years.map(([slug]) => slug).filter((slug) => slug !== "unknown");
  return {
    found: found.map((row) => data.rows.id[row]),
    counts: Object.fromEntries(Array.from(counts, ([facet, numbers]) => [facet, Object.fromEntries(numbers)])),
    from: Object.fromEntries(countsAt(years, span, "from", known)),
    to: Object.fromEntries(countsAt(years, span, "to", known)),
  };
}));
process.stdout.write(JSON.stringify(answers));
