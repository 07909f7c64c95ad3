// What the browser makes of drafts, for the tests to hold against what the build makes of them: `node parity.mjs input.json`.
import { readFileSync } from "node:fs";
import { boxes } from "../../templates/browser/tailor/boxes.js";
import { viewOf } from "../../templates/browser/tailor/draft.js";
import { assessedBy, levelOf } from "../../templates/browser/tailor/labels.js";
import { itemsOf } from "../../templates/browser/tailor/laying.js";
import { opened } from "../../templates/browser/tailor/opening.js";
import { fileText, fileValue } from "../../templates/browser/tailor/saving.js";
import { dates, how, told } from "../../templates/browser/tailor/terms.js";

const { role, texts, shared, drafts, files, today } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const model = { role, texts, shared };

function made(network) {
  const view = viewOf(network, role, texts, shared, today.slice(0, 10));
  const text = fileText(fileValue(network, role, texts, shared, new Date(today)));
  return {
    statements: [...itemsOf(view.sections)].map(({ id, text: words }) => [view.numbers.get(id), id, words]),
    headings: view.sections.map(({ heading }) => heading),
    criteria: view.categories.map(({ id, items }) => [id, items.map((item) => [item.id, item.text, levelOf(shared.labels, item.level), assessedBy(shared.labels, item.assessed_by)])]),
    clauses: view.clauses.map(({ id, heading, text: words }) => [id, heading, words]),
    coverage: view.coverage.map(({ requirement, state, statements, note }) => [requirement.id, state, statements, note]),
    boxes: boxes(view, shared).map(({ id, text: words, count, left }) => [id, words, count, left]),
    facts: view.facts,
    terms: view.terms,
    told: told(role, view.fill, shared),
    dates: view.vacancy ? dates(role, view.vacancy, shared.labels) : [],
    how: view.vacancy ? how(role, view.vacancy, shared.labels) : "",
    text,
    again: opened(text, model),
  };
}

process.stdout.write(JSON.stringify({ drafts: (drafts ?? []).map(made), files: (files ?? []).map((text) => opened(text, model)) }));
