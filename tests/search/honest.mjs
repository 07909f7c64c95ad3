// What the engine makes of each query, for test_honest.py: node honest.mjs DATA QUERIES
import { readFileSync } from "node:fs";
import SearchableMap from "minisearch/SearchableMap";
import { createEngine } from "../../templates/browser/engine/engine.js";
import { blank } from "../../templates/browser/engine/state.js";

const [data, queries] = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, "utf8")));
const engine = createEngine(data, SearchableMap);
const noon = new Date("2026-11-20T12:00:00");
const read = queries.map((q) => {
  const { understood, unlisted, unmet, nearest, results } = engine.search({ ...blank(), q }, noon);
  return {
    nothing: unlisted.guesses || nearest || !results.length, words: unlisted.words, unmet: unmet.map(({ facet, value }) => `${facet}-${value}`),
    needs: understood.needs.map(({ id }) => id), near: understood.areas.map(({ id }) => id), wishes: understood.wishes.map(({ facet, value }) => `${facet}-${value}`),
    first: results[0]?.doc.id ?? null, results: results.slice(0, 20).map(({ doc: { id, service } }) => ({ id, areas: service?.areas ?? [], reached: Boolean(service?.phone || service?.text) })),
  };
});
process.stdout.write(JSON.stringify(read));
