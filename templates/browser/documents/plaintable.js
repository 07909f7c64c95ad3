// The cells of a person specification in plain text, parted by tabs: the same as `knowledge/source_documents/plain_table.py`.
import { NO_LAYOUT } from "./layout.js";
/** @import { LineLayout } from "./types" */

const HEADS = /essential|desirable|level/i;
const WHOLE_HEAD = /^(?:essential|desirable|level)$/i;
const FIRST_HEAD = /^(?:essential|desirable|level)/i;
const MARK = /^\s*(?:[-*•·●▪\uf0b7]|\d{1,2}[.)])/;
const MOST_HEADS = 8;
const LONGEST_HEAD = 40;

/** The place of each line. A tab in a line of a table leads on to the next column. @param {string[]} lines @returns {LineLayout[]} */
export function plainCells(lines) {
  /** @type {LineLayout[]} */
  const made = [];
  let tables = 0;
  while (made.length < lines.length) {
    const at = made.length;
    const heads = headsBelow(lines, at);
    if (heads <= 1 && !isRowOfHeads(lines[at])) {
      made.push(NO_LAYOUT);
      continue;
    }
    tables += 1;
    made.push(...(heads > 1 ? cellByCell(lines, at, heads, tables) : rowByRow(lines, at, tables)));
  }
  return made;
}

/** @param {string} line */
function isRowOfHeads(line) {
  const pieces = line.split("\t").map((piece) => piece.trim());
  return pieces.length > 1 && pieces.every(({ length }) => length < LONGEST_HEAD) && (WHOLE_HEAD.test(pieces[pieces.length - 1]) || FIRST_HEAD.test(pieces[1]));
}

/** How many cells a row of heads has that begins here with one cell a line; 0 for no such row. @param {string[]} lines @param {number} at */
function headsBelow(lines, at) {
  let heads = 0;
  for (const line of lines.slice(at, at + MOST_HEADS)) {
    if (!line.startsWith("\t") || !line.trim() || line.trim().includes("\t")) break;
    heads += 1;
  }
  return lines.slice(at, at + heads).some((line) => HEADS.test(line)) ? heads : 0;
}

/** @param {string[]} lines @param {number} from @param {number} table */
function rowByRow(lines, from, table) {
  /** @type {LineLayout[]} */
  const made = [];
  let row = 0;
  for (let at = from; at < lines.length && (lines[at].includes("\t") || !lines[at].trim()); at += 1) {
    if (lines[at].trim()) row += 1;
    made.push({ ...NO_LAYOUT, table, row, column: 1 });
  }
  return made;
}

/** @param {string[]} lines @param {number} from @param {number} columns @param {number} table */
function cellByCell(lines, from, columns, table) {
  /** @type {LineLayout[]} */
  const made = [];
  let [cell, blank] = [-1, false];
  for (let at = from; at < lines.length; at += 1) {
    const line = lines[at];
    const begins = line.startsWith("\t");
    if (!begins && line.trim() && blank && cell % columns === columns - 1 && !MARK.test(line)) break;
    if (begins) cell += 1;
    blank = !line.trim();
    made.push({ ...NO_LAYOUT, table, row: Math.floor(cell / columns) + 1, column: (cell % columns) + (begins ? 0 : 1) });
  }
  return made;
}
