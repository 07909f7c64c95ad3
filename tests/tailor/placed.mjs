// What the browser makes of sentences that are put elsewhere: `node placed.mjs input.json`.
import { readFileSync } from "node:fs";
import { orderIn, put } from "../../templates/browser/tailor/placing.js";

const { cases } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const made = cases.map(({ overlay, homes, steps }) => {
  const parts = { list: "add", key: "section", homes: new Map(homes) };
  return steps.reduce(
    ({ overlay: now }, [id, part, at]) => {
      const next = put(now, parts, id, part, at);
      return { overlay: next, orders: homes.map(([name]) => orderIn(next, parts, name)) };
    },
    { overlay },
  );
});
process.stdout.write(JSON.stringify(made));
