// What stays ticked in a list of changes when they go into another draft: `node ticked.mjs input.json`.
import { readFileSync } from "node:fs";
import { Decisions } from "../../templates/browser/tailor/returnedticks.js";

const { decided, standings, presets } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const decisions = new Decisions();
for (const [index, on, conflict] of decided) decisions.tick(index, on, conflict);
process.stdout.write(JSON.stringify(standings.map((now) => [now.map((standing, index) => decisions.ticked(index, standing, presets[index])), decisions.lost(now)])));
