// What the browser says of documents, for a test to hold against what the command says: bundled by test_same_findings.py.
import { readDocument } from "../../../templates/browser/documents/kinds.js";
import { Refused } from "../../../templates/browser/documents/reading.js";
import { fromBase64 } from "../../../templates/browser/drafts/packing.js";
import { Reviewer } from "../../../templates/browser/review/review.js";

globalThis.held = ({ data, files }) => {
  const reviewer = new Reviewer(data);
  return files.map((file) => {
    try {
      const { document, remarks, limits, words, masculine, feminine } = reviewer.review(readDocument(fromBase64(file), data));
      return {
        kind: document.kind,
        blocks: document.blocks.map(({ text }) => text),
        layouts: document.blocks.map(({ lines: [[, { layout }]] }) => [layout.heading, layout.bold, layout.listed, layout.table, layout.row, layout.column]),
        items: document.blocks.flatMap((block) => reviewer.items.of(block)).map(({ start, text, mark, tabs }) => [start, text, mark, tabs]),
        remarks: remarks.map((one) => {
          const [line, column] = reviewer.lines.lineAt(one.block, one.start);
          return [one.rule, line.label, column, one.block.text.slice(one.start, one.end), one.group, one.severity, one.title, one.why, one.instead, one.note, one.since, one.sources];
        }),
        limits,
        words,
        coded: [Object.fromEntries(masculine), Object.fromEntries(feminine)],
      };
    } catch (error) {
      if (error instanceof Refused) return { refused: error.code };
      throw error;
    }
  });
};
