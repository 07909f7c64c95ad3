// How many queries find a right service among the first three. Run by measuring.py: node measure.mjs DATA QUERIES
import { readFileSync } from "node:fs";
import SearchableMap from "minisearch/SearchableMap";
import { createEngine } from "../../templates/browser/engine/engine.js";
import { blank } from "../../templates/browser/engine/state.js";

const [data, queries] = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, "utf8")));
const engine = createEngine(data, SearchableMap);
const noon = new Date("2026-11-20T12:00:00");
const told = queries.map((query) => {
  const answer = engine.search({ ...blank(), q: query.text }, noon);
  const first = answer.results.slice(0, 3);
  return {
    ...query,
    found: first.some(({ doc }) => query.right.includes(doc.id)),
    first: first.map(({ doc, score, parts }) => ({ id: doc.id, score: Number(score.toFixed(2)), parts })),
    needs: answer.understood.needs.map(({ id, from, strength }) => `${id} “${from}” ${strength.toFixed(2)}`),
    could: answer.understood.could.map(({ id, from, strength }) => `${id} “${from}” ${strength.toFixed(2)}`),
    danger: answer.danger?.level ?? null,
    nearest: answer.nearest,
  };
});
process.stdout.write(JSON.stringify(told));
