// What the net sees of each text: node features.mjs DATA TEXTS. Prints, for each text, its features, and whether a family raises a card.
import { readFileSync } from "node:fs";
import { createJudge } from "../../templates/browser/danger/judge.js";
import { features } from "../../templates/browser/danger/net.js";

const [danger, texts] = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, "utf8")));
const judge = createJudge({ ...danger, net: null });
const told = texts.map((text) => {
  const read = judge.read(text);
  return { features: [...features(read.reading).keys()], family: judge.raised(read).length > 0 };
});
process.stdout.write(JSON.stringify(told));
