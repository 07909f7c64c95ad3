// What the browser says of how drafts differ, for the tests to hold against what Python says: `node apart.mjs input.json`.
import { readFileSync } from "node:fs";
import { apart } from "../../templates/browser/drafts/apart.js";

const { pairs, ofRole } = JSON.parse(readFileSync(process.argv[2], "utf8"));
process.stdout.write(JSON.stringify(pairs.map(([mine, theirs]) => apart(mine, theirs, new Set(ofRole)))));
