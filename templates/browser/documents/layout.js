// How a paragraph stands in its document: the same as `knowledge/source_documents/layout.py`.
/** @import { LineLayout } from "./types" */

/** How a line stands of which the file says nothing. @type {LineLayout} */
export const NO_LAYOUT = { heading: 0, bold: false, listed: false, table: 0, row: 0, column: 0 };

const WIDEST = 100; // columns of a cell

/** Counts tables, rows and columns while a document is read. Tables may stand inside cells of others. */
export class TableCounter {
  constructor() {
    this.tables = 0;
    /** @type {{table: number, row: number, column: number, next: number}[]} */
    this.open = [];
  }

  get last() {
    return this.open[this.open.length - 1];
  }

  table() {
    this.tables += 1;
    this.open.push({ table: this.tables, row: 0, column: 0, next: 1 });
  }

  row() {
    if (this.last) Object.assign(this.last, { row: this.last.row + 1, column: 0, next: 1 });
  }

  /** A cell begins that is so many columns wide. @param {number} [span] */
  cell(span = 1) {
    if (this.last) Object.assign(this.last, { column: this.last.next, next: this.last.next + wide(span) });
  }

  /** The cell that is open turns out to be so many columns wide. @param {number} span */
  widen(span) {
    if (this.last) this.last.next = this.last.column + wide(span);
  }

  tableEnds() {
    this.open.pop();
  }

  /** The layout of a paragraph here. @param {number} heading @param {boolean} bold @param {boolean} listed @returns {LineLayout} */
  at(heading, bold, listed) {
    const { table, row, column } = this.last ?? NO_LAYOUT;
    return { heading, bold, listed, table, row, column };
  }
}

/** @param {number} span */
const wide = (span) => Math.max(1, Math.min(span, WIDEST));
