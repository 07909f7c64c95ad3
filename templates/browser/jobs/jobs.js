// A document walked through, and each passage put where it belongs: the same as `knowledge/job_documents/jobs.py`.
import { beginsNextJob, readHeading } from "./belowheadings.js";
import { KnownClauses } from "./clauses.js";
import { factsInLine, saysWho, tableOfFacts } from "./facts.js";
import { isHeading } from "./headings.js";
import { readFacts, readParagraph } from "./paragraphs.js";
import { passagesOf } from "./passages.js";
import { hasDuties, hasLevels, inOrder, rowsOf } from "./rows.js";
import { laidFlat } from "./sectiontables.js";
import { ReadingState } from "./state.js";
import { readTable } from "./tables.js";
import { JobWords, saysSomething } from "./words.js";
/** @import { Items } from "../documents/items.js" */
/** @import { SourceDocument } from "../documents/types" */
/** @import { FoundField, JobData, JobDocument, Passage, Zone } from "./types" */

/** @type {ReadonlySet<Zone>} */
const HOLD_FACTS = new Set(/** @type {const} */ (["before", "job", "about", "purpose", "specification"]));

/** The job descriptions of a document, in order. At least one, which may be empty. @param {SourceDocument} document @param {Items} items @param {JobData} data @returns {JobDocument[]} */
export function jobsOf(document, items, data) {
  const words = new JobWords(data);
  const passages = passagesOf(document, items, words);
  const clauses = new KnownClauses(data);
  const states = [new ReadingState(words)];
  walk(states, passages, clauses);
  const jobs = states.map((state) => state.finish());
  const full = jobs.filter(({ sections, categories }) => sections.length || categories.length);
  return full.length ? full : jobs.slice(-1);
}

/** @param {ReadingState[]} states @param {Passage[]} passages @param {KnownClauses} clauses */
function walk(states, passages, clauses) {
  let at = 0;
  while (at < passages.length) at += step(states, passages, at, clauses);
}

/** Read what begins at a place, into the last state or a new one. Returns how many passages that are. @param {ReadingState[]} states @param {Passage[]} passages @param {number} at @param {KnownClauses} clauses */
function step(states, passages, at, clauses) {
  const state = states[states.length - 1];
  const { words } = state;
  const one = passages[at];
  if (one.layout.table) {
    const end = passages.findIndex(({ layout }, index) => index > at && layout.table !== one.layout.table);
    const table = passages.slice(at, end < 0 ? passages.length : end);
    const flat = laidFlat(words, table, state.depth);
    if (flat.length) walk(states, flat, clauses);
    else readWholeTable(state, table);
    return table.length;
  }
  const [found, taken, isFact] = one.layout.heading ? [[], 1, false] : factsInLine(words, passages, at);
  if (isFact && (HOLD_FACTS.has(state.zone) || saysWho(words, one))) {
    readFacts(state, found, passages.slice(at, at + taken));
    return taken;
  }
  if (!isHeading(words, passages, at, state.zone === "specification")) {
    readParagraph(state, one, clauses);
    return 1;
  }
  if (beginsNextJob(state, passages, at)) states.push(new ReadingState(words));
  readHeading(states[states.length - 1], passages, at, clauses);
  return 1;
}

/** Read a table as facts, criteria or duties; or leave it. @param {ReadingState} state @param {Passage[]} whole */
function readWholeTable(state, whole) {
  const { words } = state;
  const table = whole.filter(({ text }) => !text || saysSomething(text) || words.whole.tick.test(text));
  const rows = rowsOf(table);
  const levels = rows.slice(0, 3).some((row) => hasLevels(words, row));
  const facts = levels ? null : tableOfFacts(words, table);
  if (facts && state.zone !== "duties") readTableOfFacts(state, facts, table);
  else if (levels || state.zone === "specification") readCriteria(state, table);
  else if (state.zone === "duties" || state.zone === "purpose" || rows.slice(0, 1).some((row) => hasDuties(words, row))) readDuties(state, table);
  else for (const one of table) state.leave(one, words.data.whyLeft[state.zone]);
}

/** @param {ReadingState} state @param {FoundField[]} facts @param {Passage[]} table */
function readTableOfFacts(state, facts, table) {
  const used = state.takeNew(facts);
  for (const one of table) if (!used.has(one.number)) state.leave(one, state.words.data.reasons.no_fact);
}

/** @param {ReadingState} state @param {Passage[]} table */
function readCriteria(state, table) {
  const { criteria, headings, cells, continued } = readTable(state.words, table, state.category, state.level);
  state.raw.push(...criteria);
  state.job.headings.push(...headings);
  for (const one of cells) state.leave(one, state.words.data.reasons.no_criterion);
  for (const one of continued) state.leave(one, state.words.data.reasons.continued);
  state.zone = "specification";
}

/** @param {ReadingState} state @param {Passage[]} table */
function readDuties(state, table) {
  for (const row of rowsOf(table)) {
    const head = hasDuties(state.words, row);
    for (const one of inOrder(row).flatMap(([, cell]) => cell)) {
      if (head || one.layout.bold || one.words < 3) state.leave(one, state.words.data.reasons.duty_table);
      else state.addStatement(one);
    }
  }
}
