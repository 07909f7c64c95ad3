// What the browser's rules on words find in sentences: `node proof.mjs input.json`.
import { readFileSync } from "node:fs";
import { holds } from "../../templates/browser/tailor/proofing.js";
import { sentences, wordCount } from "../../templates/browser/text/sentences.js";
import { Wording } from "../../templates/browser/tailor/wording.js";

const { rules, texts } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const wording = new Wording(rules);
const found = texts.map(({ text, scope }) => ({
  matches: wording.matches(text, scope, (rule) => holds(rule, "adults", null)).map(({ code, start, end, quote, put }) => [code, start, end, quote, put]),
  sentences: sentences(text).map((one) => [one.start, one.end, wordCount(one.text)]),
}));
process.stdout.write(JSON.stringify(found));
