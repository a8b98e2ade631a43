// Answers tests/site/test_everywhere.py: the ids that each query finds in an index, without a page.

import { readFileSync } from "node:fs";

import { Index } from "../../../site_src/scripts/search/index.js";

/** @type {{ files: { [path: string]: any }, queries: string[] }[]} */
const cases = JSON.parse(readFileSync(process.argv[2], "utf8"));
const answers = [];
for (const { files, queries } of cases) {
  const index = new Index(files["start.json"], files["short.json"], async (path) => files[path]), told = [];
  for (const query of queries) {
    const { fields } = await index.find(query);
    told.push(Array.from(new Set(fields.flat()), (number) => index.ids[number]).sort());
  }
  answers.push(told);
}
process.stdout.write(JSON.stringify(answers));
