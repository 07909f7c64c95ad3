// What a paragraph outside tables is: the same as `knowledge/job_documents/paragraphs.py`.
import { criteriaIn, ON_TERMS, saysItsLevel } from "./state.js";
/** @import { KnownClauses } from "./clauses.js" */
/** @import { ReadingState } from "./state.js" */
/** @import { FoundField, Passage } from "./types" */

/** Take the facts of a line with a label, which may be several passages. @param {ReadingState} state @param {FoundField[]} found @param {Passage[]} passages */
export function readFacts(state, found, passages) {
  const used = state.takeNew(found);
  const { no_field, no_value } = state.words.data.reasons;
  for (const one of passages) {
    if (!used.size) state.leave(one, found.length ? no_field : no_value);
    else if (!used.has(one.number)) state.job.headings.push(one);
  }
}

/** Take a paragraph as another title, criterion, shared clause or statement, or leave it with the reason. @param {ReadingState} state @param {Passage} one @param {KnownClauses} clauses */
export function readParagraph(state, one, clauses) {
  const { words, zone, job } = state;
  const other = words.whole.otherTitle.exec(one.text);
  const titled = job.fields.some(({ name }) => name === "title");
  if (other && (zone === "before" || zone === "job") && titled) job.fields.push({ name: "other_titles", value: other[1], passage: one });
  else if (words.whole.signature.test(one.text)) state.leave(one, words.data.reasons.sign);
  else if (zone === "specification") readCriterion(state, one, clauses);
  else if (zone === "duties" || zone === "purpose" || ON_TERMS.has(zone)) readSentence(state, one, clauses);
  else state.leave(one, words.data.whyLeft[zone]);
}

/** A sentence among duties or terms. A duty that is listed may speak of safety or the law, and is a duty still. @param {ReadingState} state @param {Passage} one @param {KnownClauses} clauses */
function readSentence(state, one, clauses) {
  const general = ON_TERMS.has(state.zone);
  const match = one.listed && !general ? null : clauses.meant(one.text, state.clause, general);
  if (match) state.job.clauses.push({ ...match, passage: one });
  else if (general && !one.listed) state.leave(one, state.words.data.whyLeft[state.zone]);
  else state.addStatement(one);
}

/** A criterion; or, in no list and at no level, a condition such as those that stand below the last table. @param {ReadingState} state @param {Passage} one @param {KnownClauses} clauses */
function readCriterion(state, one, clauses) {
  const { words } = state;
  if (words.whole.legend.test(one.text)) state.leave(one, words.data.reasons.legend);
  else if (one.listed || state.level || saysItsLevel(words, one)) state.raw.push(...criteriaIn(words, one, state.category, state.level));
  else {
    const match = clauses.meant(one.text, null, false);
    if (match) state.job.clauses.push({ ...match, passage: one });
    else state.leave(one, words.data.whyLeft.specification);
  }
}
