// Ordinary words that the search would take for typing errors of its own: node ordinary.mjs DATA WORDS, where WORDS has a word a line.
// Prints what stands in data/vocabularies/talk.yaml as `ordinary`, one form of each. Run it again after many words were added to the needs.
import { readFileSync } from "node:fs";
import SearchableMap from "minisearch/SearchableMap";
import { createEngine } from "../../templates/browser/engine/engine.js";
import { stem } from "../../templates/browser/engine/words.js";

const [data, list] = process.argv.slice(2).map((file) => readFileSync(file, "utf8"));
const { vocabulary: { spelling, talk, stems } } = createEngine(JSON.parse(data), SearchableMap);
const known = (word) => spelling.knows(word) || [talk.small, talk.weak, talk.forms].some((all) => all.has(word)) || stems().has(stem(word, talk));
const kept = new Map();
for (const word of list.split("\n")) {
  const base = stem(word, talk);
  if (!/^[a-z]{4,}$/.test(word) || known(word) || !spelling.near(word).length) continue;
  if (!kept.has(base) || word.length < kept.get(base).length) kept.set(base, word);
}
process.stdout.write([...kept.values()].sort().join("\n"));
