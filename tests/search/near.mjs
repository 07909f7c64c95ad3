// What the engine makes of places. Run by test_near.py: node near.mjs DATA QUERIES. A query is its words, the area of our practice, and choices.
import { readFileSync } from "node:fs";
import SearchableMap from "minisearch/SearchableMap";
import { createEngine } from "../../templates/browser/engine/engine.js";
import { blank } from "../../templates/browser/engine/state.js";

const [data, queries] = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, "utf8")));
const engine = createEngine(data, SearchableMap);
const noon = new Date("2026-11-20T12:00:00Z");
const told = queries.map(({ q, ours, ...chosen }) => {
  const { understood, results, unlisted } = engine.search({ ...blank(), q, ...chosen }, noon, ours);
  return {
    areas: understood.areas.map(({ id, registered = false }) => [id, registered ? "practice" : "home"]),
    missing: unlisted.words, all: results.map(({ doc }) => doc.id),
    first: results.slice(0, 3).map(({ doc: { id, service } }) => ({ id, areas: service?.areas ?? [], stands: service?.stands ?? [] })),
  };
});
process.stdout.write(JSON.stringify(told));
