// What the search makes of texts and names: node search-words.mjs GIVEN, where GIVEN has everyday words, texts, and pairs of names.
import { readFileSync } from "node:fs";
import { initials } from "../../templates/browser/engine/documents.js";
import { reads, readTalk } from "../../templates/browser/engine/words.js";

const { talk, texts, names } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const read = readTalk(talk);
process.stdout.write(JSON.stringify({ read: texts.map((text) => reads(text, read)), initials: names.map((pair) => initials(...pair)) }));
