// The engine and plain MiniSearch in Node: node asking.mjs DATA QUERIES. Prints, for each, the first three of every query and how long each took.
import { readFileSync } from "node:fs";
import MiniSearch from "minisearch";
import SearchableMap from "minisearch/SearchableMap";
import { createEngine } from "../../templates/browser/engine/engine.js";
import { blank } from "../../templates/browser/engine/state.js";

const [data, queries] = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, "utf8")));
const at = new Date("2026-11-20T12:00:00");
const labels = new Map(data.vocabulary.needs.map(({ id, label }) => [id, label]));

const engine = createEngine(data, SearchableMap);
const plain = new MiniSearch({ fields: ["name", "org", "other", "summary", "needs"], searchOptions: { prefix: true, fuzzy: 0.2, boost: { name: 3 } } });
plain.addAll(data.services.map((one) => ({ ...one, other: (one.other ?? []).join(" "), needs: one.needs.map((id) => labels.get(id)).join(", ") })));

const SEARCHES = {
  fingerpost: (q) => engine.search({ ...blank(), q }, at).results.slice(0, 3).map(({ doc }) => doc.id),
  minisearch: (q) => plain.search(q).slice(0, 3).map(({ id }) => id),
};
const answers = Object.entries(SEARCHES).map(([name, search]) => {
  for (const query of queries.slice(0, 60)) search(query); // as warm as after typing a few letters
  const first = [];
  const took = [];
  for (const query of queries) {
    const begun = performance.now();
    first.push(search(query));
    took.push(performance.now() - begun);
  }
  return [name, { first, took }];
});
process.stdout.write(JSON.stringify(Object.fromEntries(answers)));
