// Whether a directory in parts is answered as one in whole: node parted.mjs FOLDER DATA QUERIES. FOLDER has the files of the search. A query is
// its words, choices, whether it is the `first` of its page, and whether all parts come `together`. Prints each with whether the answers are equal, and the parts that were fetched.
import { readdirSync, readFileSync } from "node:fs";
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
const MOST_ROUNDS = 6;

/** What a script registers, with prototypes of this realm. */
function registered(file) {
  const around = { window: {} };
  vm.runInNewContext(readFileSync(file, "utf8"), around);
  return structuredClone(around.window.fingerpost);
}

const [version] = readdirSync(path.join(folder, "search"));
const part = (name) => registered(path.join(folder, "search", version, `${name}.js`)).parts;
const { finding } = registered(path.join(folder, "search-data.js"));
const opened = () => createEngine(unfold(structuredClone(finding)), SearchableMap);
const whole = createEngine(JSON.parse(readFileSync(data, "utf8")), SearchableMap);

/** Answer as the page does: fetch what is wanted, and begin again. */
function answered(engine, state, together, fetched = []) {
  try {
    const answer = engine.search(state, noon);
    engine.showing(answer.results.slice(0, SHOWN));
    return { answer, fetched };
  } catch (error) {
    if (!(error instanceof Wanting) || fetched.length === MOST_ROUNDS) throw error;
    const all = together ? ["all"] : error.parts;
    for (const [name, one] of all.flatMap((name) => Object.entries(part(name)))) engine.take(name, one);
    return answered(engine, state, together, [...fetched, error.parts]);
  }
}

/** Everything that the page shows of an answer, and the order of all that it may show later. */
function seen({ results, ...others }) {
  const shown = results.slice(0, SHOWN).map((hit) => ({ service: hit.doc.service, page: hit.doc.page?.id, why: hit.why(), parts: hit.parts }));
  return { ...others, shown, ranked: results.map(({ turn, score, fits, met }) => ({ turn, score, fits, met })) };
}

const page = opened();
const told = JSON.parse(readFileSync(queries, "utf8")).map(({ first, together, ...given }) => {
  const state = { ...blank(), ...given };
  const { answer, fetched } = answered(first ? opened() : page, state, together);
  return { ...given, equal: isDeepStrictEqual(seen(answer), seen(whole.search(state, noon))), fetched };
});
process.stdout.write(JSON.stringify(told));
