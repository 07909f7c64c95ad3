// How paragraphs of a Word file stand: the same as `knowledge/source_documents/word_layout.py`.
import { NO_LAYOUT, TableCounter } from "./layout.js";
/** @import { LineLayout } from "./types" */

/** @typedef {{heading: number, listed: boolean, letters: number, bold: number}} Standing A paragraph that has begun. */

const OFF = ["0", "false", "off"];

export class WordLayout {
  /** @param {Map<string, number>} levels the level of each style that is a heading */
  constructor(levels) {
    this.levels = levels;
    this.tables = new TableCounter();
    /** @type {Standing[]} */
    this.open = [];
    this.bold = false;
  }

  /** An element begins, inside those `above`. @param {string} name @param {Element} element @param {string[]} above */
  begin(name, element, above) {
    const around = above[above.length - 1] ?? "";
    if (name === "p") this.open.push({ heading: 0, listed: false, letters: 0, bold: 0 });
    else if (name === "r") this.bold = false;
    else if (name === "tbl") this.tables.table();
    else if (name === "tr") this.tables.row();
    else if (name === "tc") this.tables.cell();
    else if (name === "gridSpan") this.tables.widen(number(element, 1));
    else if (name === "b" && around === "rPr" && above[above.length - 2] === "r") this.bold = !OFF.includes(value(element));
    else if (around === "pPr" || around === "numPr") this.ofParagraph(name, element);
  }

  /** @param {string} name @param {Element} element */
  ofParagraph(name, element) {
    const standing = this.open[this.open.length - 1];
    if (!standing) return;
    if (name === "pStyle") {
      const style = value(element);
      standing.heading = Math.max(0, this.levels.get(style) ?? 0);
      standing.listed ||= style.startsWith("List");
    } else if (name === "outlineLvl" && number(element, 9) < 9) standing.heading = number(element, 9) + 1;
    else if (name === "numId") standing.listed = number(element, 0) > 0;
  }

  /** Characters of the paragraph that is open. @param {string} letters */
  text(letters) {
    const standing = this.open[this.open.length - 1];
    if (!standing || !letters.trim()) return;
    standing.letters += letters.length;
    standing.bold += this.bold ? letters.length : 0;
  }

  /** An element ends. Answers the layout of a paragraph that has words. @param {string} name @returns {LineLayout} */
  end(name) {
    if (name === "tbl") this.tables.tableEnds();
    const ended = name === "p" ? this.open.pop() : undefined;
    return ended?.letters ? this.tables.at(ended.heading, ended.bold === ended.letters, ended.listed) : NO_LAYOUT;
  }
}

/** @param {Element} element */
const value = ({ attributes }) => [...attributes].find(({ localName, namespaceURI }) => namespaceURI && localName === "val")?.value ?? "";

/** @param {Element} element @param {number} otherwise */
function number(element, otherwise) {
  const said = value(element);
  return /^\d{1,5}$/.test(said) ? Number(said) : otherwise;
}
