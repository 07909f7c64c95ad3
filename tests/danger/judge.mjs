// The browser's judgement: node judge.mjs DANGER TEXTS. Prints the cards of each text, as judge.py gives them.
import { readFileSync } from "node:fs";
import { createJudge } from "../../templates/browser/danger/judge.js";

const [danger, texts] = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, "utf8")));
const judge = createJudge(danger);
process.stdout.write(JSON.stringify(texts.map((text) => judge.raised(judge.read(text)).map(({ card, now, family, said }) => [card, now, family, said]))));
