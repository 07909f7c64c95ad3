// Plans as the browser works them out: reads rules and what is wanted, writes the rows.
import { readFileSync } from "node:fs";
import { hundredths, plan, written } from "../templates/browser/planner/plan.js";

const { rules, wanted, typed } = JSON.parse(readFileSync(process.argv[2], "utf8"));
process.stdout.write(JSON.stringify({ plans: wanted.map((one) => plan(rules, one)), typed: typed.map(hundredths), written: typed.map((t) => written(hundredths(t) ?? 0)) }));
