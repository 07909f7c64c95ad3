// The rows and columns of a table, and what their heads say of them: the same as `knowledge/job_documents/rows.py`.
import { stripped } from "./words.js";
/** @import { ColumnHead, Passage, Row } from "./types" */
/** @import { JobWords } from "./words.js" */

/** The rows of a table, as passages by column. @param {Passage[]} passages @returns {Row[]} */
export function rowsOf(passages) {
  /** @type {Map<number, Row>} */
  const rows = new Map();
  for (const one of passages) {
    const row = rows.get(one.layout.row) ?? new Map();
    row.set(one.layout.column, [...(row.get(one.layout.column) ?? []), one]);
    rows.set(one.layout.row, row);
  }
  return [...rows].sort(([one], [other]) => one - other).map(([, row]) => row);
}

/** The words of a cell. @param {Passage[]} cell */
export const saidIn = (cell) => cell.map(({ text }) => text).join(" ");

/** What each column holds, if the row is one of heads. @param {JobWords} words @param {Row} row @returns {Map<number, ColumnHead>} */
export function headsOf(words, row) {
  return new Map([...row].map(([column, cell]) => [column, words.columnOf(stripped(saidIn(cell), " :"))]));
}

/** Whether a row is that of the heads of a table of criteria. @param {JobWords} words @param {Row} row */
export function hasLevels(words, row) {
  return [...headsOf(words, row).values()].some((head) => head === "essential" || head === "desirable" || head === "level");
}

/** Whether a row is that of the heads of a table that says how criteria are assessed. @param {JobWords} words @param {Row} row */
export const hasWays = (words, row) => row.size > 1 && [...headsOf(words, row).values()].includes("assessed");

/** Whether a row is that of the heads of a table of duties. @param {JobWords} words @param {Row} row */
export const hasDuties = (words, row) => row.size > 1 && [...row.values()].some((cell) => words.whole.dutyHeads.test(saidIn(cell)));

/** The columns of a row, from left to right. @param {Row} row */
export const inOrder = (row) => [...row].sort(([one], [other]) => one - other);
