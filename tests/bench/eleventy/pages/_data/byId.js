import { readFileSync } from "node:fs";

/** The records by their ids. */
export default () =>
  Object.fromEntries(JSON.parse(readFileSync("pages/_data/records.json", "utf8")).map((it) => [it.id, it]));
