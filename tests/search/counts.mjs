// How many services the search counts for each need when it is chosen, and how many it then lists. Run by test_counts.py: node counts.mjs DATA NEEDS.
import { readFileSync } from "node:fs";
import SearchableMap from "minisearch/SearchableMap";
import { createEngine } from "../../templates/browser/engine/engine.js";
import { blank } from "../../templates/browser/engine/state.js";

const [data, needs] = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, "utf8")));
const engine = createEngine(data, SearchableMap);
const told = needs.map((id) => {
  const { results, facets } = engine.search({ ...blank(), need: [id] }, new Date("2026-11-20T12:00:00Z"));
  return [facets.need.find(({ value }) => value === id)?.count ?? 0, results.filter(({ doc }) => doc.service).length];
});
process.stdout.write(JSON.stringify(told));
