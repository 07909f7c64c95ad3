// Answers as the browser works them out: reads a navigator and lists of answers, writes what each leads to.
import { readFileSync } from "node:fs";
import { ages, nextQuestion, questionsLeft, settled } from "../templates/browser/navigator/rules.js";

const { navigator, asked } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const found = asked.map((answers) => ({
  settled: settled(navigator, answers)?.id ?? null,
  next: nextQuestion(navigator, answers)?.id ?? null,
  left: questionsLeft(navigator, answers),
  ages: ages(navigator, answers),
}));
process.stdout.write(JSON.stringify(found));
