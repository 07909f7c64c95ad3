// What the browser matches, for the tests to hold against what the command matches: `node matched.mjs input.json`.
import { readFileSync } from "node:fs";
import { Likeness } from "../../templates/browser/bringing/likeness.js";
import { matches } from "../../templates/browser/bringing/matching.js";
import { saidTogether } from "../../templates/browser/bringing/together.js";

const { data, known, texts, bounds } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const likeness = new Likeness(data);
const found = matches(texts, new Map(Object.entries(known)), likeness, bounds);
const every = texts.map((text) => Object.values(known).map((words) => likeness.of(text, words)));
const words = texts.map((text) => [...likeness.words(text).keys()]);
process.stdout.write(JSON.stringify({ every, words, found: Object.fromEntries(found), together: Object.fromEntries(saidTogether(texts, found)) }));
