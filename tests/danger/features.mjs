// What the net sees of each text: node features.mjs DATA TEXTS. Prints, for each text, the kinds of its features: how much the kind weighs, and the names.
import { readFileSync } from "node:fs";
import { features } from "../../templates/browser/danger/features.js";
import { createJudge } from "../../templates/browser/danger/judge.js";

const [danger, texts] = process.argv.slice(2).map((file) => JSON.parse(readFileSync(file, "utf8")));
const judge = createJudge({ ...danger, net: null });
const told = texts.map((text) => {
  const { reading, ...rest } = judge.read(text);
  return { kinds: features(reading).map(([share, found]) => [share, [...found.keys()]]), family: judge.raised({ reading, ...rest }).length > 0 };
});
process.stdout.write(JSON.stringify(told));
