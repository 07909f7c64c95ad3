// What the browser says of shared clauses gained and lost, for the tests to hold against what Python says: `node other-clauses.mjs input.json`.
import { readFileSync } from "node:fs";
import { otherClauses } from "../../templates/browser/drafts/otherclauses.js";

const { sent, cases, headings } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const known = new Map(Object.entries(headings));
process.stdout.write(JSON.stringify(cases.map((today) => otherClauses(sent, today, known, (text) => text))));
