// What the page would say of each query: node honest.mjs DATA QUERIES. Prints, for each, whether it says that nothing is listed, and
// whether it takes its results for guesses.
import { readFileSync } from "node:fs";
import SearchableMap from "minisearch/SearchableMap";
import { createEngine } from "../../templates/browser/engine/engine.js";
import { blank } from "../../templates/browser/engine/state.js";

const [data, queries] = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, "utf8")));
const engine = createEngine(data, SearchableMap);
const at = new Date("2026-11-20T12:00:00");
const honest = queries.map((q) => {
  const { unlisted, nearest, results } = engine.search({ ...blank(), q }, at);
  const guesses = unlisted.guesses && !nearest;
  return [guesses || nearest || !results.length, guesses];
});
process.stdout.write(JSON.stringify(honest));
