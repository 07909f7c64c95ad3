// What the browser says of documents, for a test to hold against what the command says: bundled by test_same_findings.py.
import { bringDocument } from "../../../templates/browser/bringing/bring.js";
import { hints } from "../../../templates/browser/bringing/hints.js";
import { Likeness } from "../../../templates/browser/bringing/likeness.js";
import { readDocument } from "../../../templates/browser/documents/kinds.js";
import { Refused } from "../../../templates/browser/documents/reading.js";
import { fromBase64 } from "../../../templates/browser/drafts/packing.js";
import { jobsOf } from "../../../templates/browser/jobs/jobs.js";
import { Reviewer } from "../../../templates/browser/review/review.js";

globalThis.held = ({ data, bringing, carried, files }) => {
  const reviewer = new Reviewer(data);
  const likeness = new Likeness(bringing.likeness);
  return files.map(([file, brings]) => {
    try {
      const read = readDocument(fromBase64(file), data);
      const jobs = jobsOf(read, reviewer.items, bringing.jobs);
      const { document, remarks, limits, words, grade, masculine, feminine } = reviewer.review(read);
      return {
        kind: document.kind,
        blocks: document.blocks.map(({ text }) => text),
        layouts: document.blocks.map(({ lines: [[, { layout }]] }) => [layout.heading, layout.bold, layout.listed, layout.table, layout.row, layout.column]),
        items: document.blocks.flatMap((block) => reviewer.items.of(block)).map(({ start, text, mark, tabs }) => [start, text, mark, tabs]),
        jobs: jobs.map(told),
        brought: brings ? bringDocument(jobs[0], carried, likeness) : null,
        hints: brings ? hints(read.blocks, bringing.requirements[carried.role], bringing.patterns).map(({ title, standing, missing }) => [title, standing, missing]) : null,
        remarks: remarks.map((one) => {
          const [line, column] = reviewer.lines.lineAt(one.block, one.start);
          return [one.rule, line.label, column, one.block.text.slice(one.start, one.end), one.group, one.severity, one.title, one.why, one.instead, one.note, one.since, one.sources];
        }),
        limits,
        words,
        grade: grade === null ? null : Math.round(grade * 1e6),
        coded: [Object.fromEntries(masculine), Object.fromEntries(feminine)],
      };
    } catch (error) {
      if (error instanceof Refused) return { refused: error.code };
      throw error;
    }
  });
};

/** A job description as lists. */
const told = ({ sections, categories, fields, clauses, left, headings }) => ({
  sections: sections.map(({ heading, purpose, statements }) => [heading, purpose, statements.map(({ text, passage }) => [text, passage.number])]),
  categories: categories.map(({ heading, guessed, criteria }) => [
    heading, guessed, criteria.map(({ text, passage, level, levelGuessed, assessedBy, assessmentGuessed }) => [text, passage.number, level, levelGuessed, assessedBy, assessmentGuessed]),
  ]),
  fields: fields.map(({ name, value, passage }) => [name, value, passage.number]),
  clauses: clauses.map(({ clause, likeness, passage }) => [clause, Math.round(likeness * 1e6), passage.number]),
  left: left.map(({ passage, reason }) => [passage.number, reason]),
  headings: headings.map(({ number }) => number),
});
