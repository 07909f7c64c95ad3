// What the browser finds wrong in the sense of networks, as the steps of each mistake: `node sense.mjs input.json`.
import { readFileSync } from "node:fs";
import { meaningOf } from "../../templates/browser/tailor/sense.js";

const { networks, role } = JSON.parse(readFileSync(process.argv[2], "utf8"));
process.stdout.write(JSON.stringify(networks.map((network) => meaningOf(network, { role }).map(({ steps }) => steps))));
