// The data as the page gets it, made whole again: node whole.mjs SCRIPT
import { readFileSync } from "node:fs";
import vm from "node:vm";
import { unfold } from "../../templates/browser/engine/unfold.js";

const surroundings = { window: {} };
vm.runInNewContext(readFileSync(process.argv[2], "utf8"), surroundings);
process.stdout.write(JSON.stringify(unfold(surroundings.window.fingerpost.finding)));
