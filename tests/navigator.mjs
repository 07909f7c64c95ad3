// Answers as the browser works them out: reads a navigator and lists of answers, writes what each leads to.
import { readFileSync } from "node:fs";
import { ages, matching, nextQuestion, settled } from "../templates/browser/navigator/rules.js";

const { navigator, asked } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const found = asked.map((answers) => ({
  matching: matching(navigator, answers)?.id ?? null,
  settled: settled(navigator, answers)?.id ?? null,
  next: nextQuestion(navigator, answers)?.id ?? null,
  ages: ages(navigator, answers),
}));
process.stdout.write(JSON.stringify(found));
