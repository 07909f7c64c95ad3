// What the engine makes of places. Run by test_near.py: node near.mjs DATA QUERIES. A query is its words, the area of our practice, and choices.
import { readFileSync } from "node:fs";
import SearchableMap from "minisearch/SearchableMap";
import { createEngine } from "../../templates/browser/engine/engine.js";
import { facets, fails } from "../../templates/browser/engine/facets.js";
import { blank } from "../../templates/browser/engine/state.js";
import { wide } from "../../templates/browser/engine/vocabulary.js";

const [data, queries] = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, "utf8")));
const engine = createEngine(data, SearchableMap);
const national = ({ areas }) => areas.some((id) => wide(engine.vocabulary, id));
/** Nobody has confirmed it, and nobody can call it, write to it or turn up. */
const unreachable = ({ confidence, phone, text, refer }) => !(phone || text || refer.includes("turn-up") || ["high", "medium"].includes(confidence));
const noon = new Date("2026-11-20T12:00:00Z");
/** The places whose number is not that of the services which choosing them leaves: [place, said, left]. */
function miscounted(hits, chosen) {
  const now = engine.clock(noon);
  const failed = (state) => hits.map((hit) => fails(hit, state, engine.index, now));
  const left = (area) => failed({ ...chosen, area }).filter((one, at) => !one.length && hits[at].doc.service).length;
  const rows = facets(hits, failed(chosen), chosen, engine.index, now).area;
  return rows.map(({ value, count }) => [value, count, left(value)]).filter(([, count, after]) => count !== after);
}
const told = queries.map(({ q, ours, counted, ...chosen }) => {
  const { understood, results, unlisted } = engine.search({ ...blank(), q, ...(counted ? {} : chosen) }, noon, ours);
  const services = results.filter(({ doc, fits }) => fits && doc.service).map(({ doc, score, parts: { need, name, words, seek, age, group, wish } }) => ({ ...doc.service, score, need, other: name + words + seek + age + group + wish }));
  const better = (one) => services.filter((known) => national(known) && (known.phone || known.text) && known.need >= one.need && known.other >= one.other && known.score < one.score);
  return {
    miscounted: counted ? miscounted(results, { ...blank(), q, ...chosen }) : [],
    before: services.slice(0, 3).filter((one) => one.need > 0 && !national(one) && unreachable(one)).flatMap((one) => better(one).map(({ id }) => [one.id, id])),
    areas: understood.areas.map(({ id, registered = false }) => [id, registered ? "practice" : "home"]),
    missing: unlisted.words, all: results.map(({ doc }) => doc.id),
    first: results.slice(0, 3).map(({ doc: { id, service } }) => ({ id, areas: service?.areas ?? [], stands: service?.stands ?? [] })),
  };
});
process.stdout.write(JSON.stringify(told));
