// Which crisis cards the search raises: node danger.mjs DATA PHRASES. Prints the cards of each phrase, with what raised them.
import { readFileSync } from "node:fs";
import MiniSearch from "minisearch";
import { createEngine } from "../../templates/browser/engine/engine.js";
import { understand } from "../../templates/browser/engine/understand.js";

const [data, phrases] = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, "utf8")));
const { vocabulary } = createEngine(data, MiniSearch);
process.stdout.write(JSON.stringify(phrases.map((q) => understand(q, vocabulary).danger?.cards ?? [])));
