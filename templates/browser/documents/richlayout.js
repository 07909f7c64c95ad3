// How paragraphs of a Rich Text file stand: the same as `knowledge/source_documents/rich_layout.py`.
import { TableCounter } from "./layout.js";

const DEEPEST = 9;

/** Follows the properties of paragraphs, which hold until the next `pard`. */
export class RichLayout {
  constructor() {
    this.tables = new TableCounter();
    this.heading = 0;
    this.listed = false;
    this.inTable = false;
    this.letters = 0;
    this.boldLetters = 0;
  }

  /** A property begins to hold. @param {string} word @param {number | null} value */
  property(word, value) {
    if (word === "pard") [this.heading, this.listed, this.inTable] = [0, false, false];
    else if (word === "intbl") this.inTable = true;
    else if (word === "ls") this.listed = value !== 0;
    else if (word === "outlinelevel" && value !== null && value >= 0 && value < DEEPEST) this.heading = value + 1;
  }

  /** Characters of the paragraph. @param {string} letters @param {boolean} bold */
  text(letters, bold) {
    if (!letters.trim()) return;
    this.letters += letters.length;
    this.boldLetters += bold ? letters.length : 0;
  }

  /** The layout of the paragraph that ends here. */
  paragraph() {
    if (this.inTable && !this.tables.last) {
      this.tables.table();
      this.nextRow();
    } else if (!this.inTable && this.tables.last) this.tables.tableEnds();
    const bold = this.letters > 0 && this.letters === this.boldLetters;
    [this.letters, this.boldLetters] = [0, 0];
    return this.tables.at(this.heading, bold, this.listed);
  }

  /** A cell or row has ended, or a paragraph. @param {string} word */
  ends(word) {
    if (!this.tables.last) return;
    if (word === "cell") this.tables.cell();
    else if (word === "row") this.nextRow();
  }

  nextRow() {
    this.tables.row();
    this.tables.cell();
  }
}
