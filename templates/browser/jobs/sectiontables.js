// Tables that hold the whole document: the same as `knowledge/job_documents/section_tables.py`.
import { inOrder, rowsOf } from "./rows.js";
/** @import { Passage, Row } from "./types" */
/** @import { JobWords } from "./words.js" */

/** The passages of such a table as headings of a depth with what stands below them; none for another table. Rows of facts come first, and stay rows. @param {JobWords} words @param {Passage[]} table @param {number} depth @returns {Passage[]} */
export function laidFlat(words, table, depth) {
  const rows = rowsOf(table);
  if (rows.some(({ size }) => size > 2) || !namesParts(words, rows)) return [];
  /** @type {Passage[]} */
  const facts = [];
  /** @type {Passage[]} */
  const flat = [];
  for (const row of rows) {
    const [head, ...below] = inOrder(row).flatMap(([, cell]) => cell);
    if (words.isLabel(head.text)) facts.push(head, ...below);
    else if (head.text) {
      flat.push({ ...head, layout: { ...head.layout, table: 0, heading: Math.max(1, depth) } });
      flat.push(...below.filter(({ text }) => text).map((one) => ({ ...one, layout: { ...one.layout, table: 0 } })));
    }
  }
  return [...facts, ...flat];
}

/** Whether the first cells name parts of a document, duties among them. @param {JobWords} words @param {Row[]} rows */
function namesParts(words, rows) {
  const titles = rows.filter(({ size }) => size === 2).map((row) => inOrder(row)[0][1][0].title);
  const zones = titles.map((title) => words.zoneOf(title)).filter(Boolean);
  const levels = titles.filter((title) => words.whole.levelLine.test(title));
  return zones.some((zone) => zone === "purpose" || zone === "duties") && zones.length + levels.length > 1;
}
