// Which crisis cards the search raises: node cards.mjs DATA PHRASES. Prints the ids of the cards of each phrase, the first one first.
import { readFileSync } from "node:fs";
import SearchableMap from "minisearch/SearchableMap";
import { createEngine } from "../../templates/browser/engine/engine.js";
import { understand } from "../../templates/browser/engine/understand.js";

const [data, phrases] = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, "utf8")));
const { vocabulary } = createEngine(data, SearchableMap);
process.stdout.write(JSON.stringify(phrases.map((q) => understand(q, vocabulary).danger?.cards.map(({ card }) => card) ?? [])));
