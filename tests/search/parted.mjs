// Whether a large directory in parts is answered as one in whole: node parted.mjs FOLDER DATA QUERIES. FOLDER has the files of the search.
// Prints the queries that are not, and how many bytes of parts each needed.
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import vm from "node:vm";
import SearchableMap from "minisearch/SearchableMap";
import { createEngine } from "../../templates/browser/engine/engine.js";
import { blank } from "../../templates/browser/engine/state.js";
import { unfold } from "../../templates/browser/engine/unfold.js";
import { Wanting } from "../../templates/browser/engine/wanting.js";

const [folder, data, queries] = process.argv.slice(2);
const noon = new Date("2026-11-20T12:00:00");
const SHOWN = 10;
const run = (file) => {
  const around = { window: {} };
  vm.runInNewContext(readFileSync(file, "utf8"), around);
  return JSON.parse(JSON.stringify(around.window.fingerpost)); // of this realm
};
const [inner] = readdirSync(path.join(folder, "search"));
const parts = run(path.join(folder, "search", inner, "all.js")).parts;
const { finding } = run(path.join(folder, "search-data.js"));
const inParts = () => createEngine(unfold(structuredClone(finding)), SearchableMap);
const whole = createEngine(JSON.parse(readFileSync(data, "utf8")), SearchableMap);

/** Answer as the page does: fetch what is wanted, and begin again. */
function answered(engine, state, wanted = []) {
  try {
    const answer = engine.search(state, noon);
    engine.showing(answer.results.slice(0, SHOWN));
    return { answer, wanted };
  } catch (error) {
    if (!(error instanceof Wanting) || wanted.length > 50) throw error;
    for (const name of error.parts) engine.take(name, parts[name]);
    return answered(engine, state, [...wanted, error.parts]);
  }
}

/** Everything that the page shows of an answer. */
function seen({ results, ...others }) {
  const shown = results.slice(0, SHOWN).map((hit) => ({ service: hit.doc.service, page: hit.doc.page?.id, why: hit.why() }));
  return { ...others, shown, ranked: results.map(({ turn, score, fits, met }) => ({ turn, score, fits, met })) };
}

const warm = inParts();
const told = JSON.parse(readFileSync(queries, "utf8")).map((given) => {
  const state = { ...blank(), ...given };
  const should = seen(whole.search(state, noon));
  const cold = answered(inParts(), state);
  const [first, later] = [cold.answer, answered(warm, state).answer].map((answer) => isDeepStrictEqual(seen(answer), should));
  return { ...given, first, later, wanted: cold.wanted };
});
process.stdout.write(JSON.stringify(told));
