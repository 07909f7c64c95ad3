// Whether the first query, before the whole index is made, is answered as later ones are: node first.mjs DATA QUERIES. Prints those that are not.
import { readFileSync } from "node:fs";
import { isDeepStrictEqual } from "node:util";
import SearchableMap from "minisearch/SearchableMap";
import { createEngine } from "../../templates/browser/engine/engine.js";
import { blank } from "../../templates/browser/engine/state.js";

const [data, queries] = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, "utf8")));
const noon = new Date("2026-11-20T12:00:00");
const answer = (engine, q) => {
  const { results, ...others } = engine.search({ ...blank(), q }, noon);
  return { ...others, results: results.map(({ doc, score, fits, met }) => ({ id: doc.id, score, fits, met })) };
};
const later = createEngine(data, SearchableMap);
later.finish();
const other = queries.filter((q) => !isDeepStrictEqual(answer(createEngine(data, SearchableMap), q), answer(later, q)));
process.stdout.write(JSON.stringify(other));
