import { readFileSync } from "node:fs";

const MOST = 6;

/** By facet and slug the first records of a group. */
export default () => {
  const found = {};
  for (const record of JSON.parse(readFileSync("pages/_data/records.json", "utf8"))) {
    for (const facet of ["units", "districts", "industries"]) {
      const slug = record.groups[facet]?.at(-1);
      const held = ((found[facet] ??= {})[slug] ??= []);
      if (held.length < MOST) held.push(record);
    }
  }
  return found;
};
