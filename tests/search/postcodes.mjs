// What the engine makes of queries with postcodes. Run by test_postcodes.py: node postcodes.mjs DATA QUERIES
import { readFileSync } from "node:fs";
import SearchableMap from "minisearch/SearchableMap";
import { createEngine } from "../../templates/browser/engine/engine.js";
import { blank } from "../../templates/browser/engine/state.js";
import { where } from "../../templates/browser/find/honest.js";

const [data, queries] = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, "utf8")));
const engine = createEngine(data, SearchableMap);
const noon = new Date("2026-11-20T12:00:00");
const told = queries.map((query) => {
  const { understood, results, unlisted, unplaced } = engine.search({ ...blank(), q: query }, noon);
  return {
    areas: [...new Set(understood.areas.map(({ id }) => id))],
    lines: understood.postcodes.map(where),
    needs: understood.needs.map(({ id }) => id),
    guesses: unlisted.guesses, missing: unlisted.words, unplaced: unplaced?.code ?? null,
    first: results.slice(0, 5).map(({ doc }) => doc.id),
  };
});
process.stdout.write(JSON.stringify(told));
