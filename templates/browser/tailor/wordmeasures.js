// How much room a paragraph of a Word file takes, from its style and its list. The same as `documents/formats/docx/measures.py`.
import { lineCounter } from "./textwidth.js";
import { all, attribute, first, must, styleOf, wordsOf } from "./wordxml.js";
/** @import { PageMeasures } from "./types" */

/** The measures of a paragraph style, in points. @typedef {{size: number, bold: boolean, line: number, before: number, after: number, left: number, right: number, keepsNext: boolean, keepsLines: boolean, turns: boolean}} Room */

/** @type {Room} */
const PLAIN = { size: 11, bold: false, line: 15, before: 0, after: 0, left: 0, right: 0, keepsNext: false, keepsLines: false, turns: false };
const GIVEN = /** @type {const} */ ([["spacing", ["before", "after", "line"]], ["ind", ["left", "right"]]]);
const FLAGS = /** @type {const} */ ([["keepNext", "keepsNext"], ["keepLines", "keepsLines"], ["pageBreakBefore", "turns"]]);

/** A child of an element by its name. @param {Element | undefined} node @param {string} name @returns {Element | undefined} */
export function child(node, name) {
  return node && [...node.children].find(({ localName }) => localName === name);
}

/** Measures the paragraphs of one file. */
export class WordMeasures {
  /** @param {Element} styles @param {Document} numbering @param {number} across the width between the margins, in points @param {PageMeasures} measures */
  constructor(styles, numbering, across, measures) {
    this.styles = new Map(all(styles, "style").map((style) => [attribute(style, "styleId"), style]));
    this.indents = indentsOf(numbering);
    this.across = across;
    this.count = lineCounter(measures);
    /** @type {Map<string, Room>} */
    this.rooms = new Map();
  }

  /** The room of a paragraph: its style's, with what the paragraph says itself. @param {Element} paragraph @returns {Room} */
  of(paragraph) {
    const properties = child(paragraph, "pPr");
    const own = read(properties, this.style(styleOf(paragraph)));
    const number = child(child(properties, "numPr"), "numId");
    return number ? { ...own, left: this.indents.get(attribute(number, "val")) ?? own.left } : own;
  }

  /** How many lines a paragraph has. @param {Element} paragraph @param {Room} room @param {number} [width] in points */
  lines(paragraph, { size, left, right, bold }, width = this.across) {
    return this.count(wordsOf(paragraph), size, Math.round((width - left - right) * 10) / 10, bold);
  }

  /** @param {string} name @returns {Room} */
  style(name) {
    const known = this.rooms.get(name);
    if (known) return known;
    const style = must(this.styles.get(name), `style ${name}`);
    const parent = child(style, "basedOn");
    const look = child(style, "rPr");
    const above = parent ? this.style(attribute(parent, "val")) : PLAIN;
    const size = attribute(child(look, "sz"), "val");
    const room = read(child(style, "pPr"), { ...above, size: size ? Number(size) / 2 : above.size, bold: above.bold || Boolean(child(look, "b")) });
    this.rooms.set(name, room);
    return room;
  }
}

/** What paragraph properties change of a room. @param {Element | undefined} properties @param {Room} room @returns {Room} */
function read(properties, room) {
  const said = { ...room };
  for (const [tag, names] of GIVEN) {
    for (const name of names) {
      const value = attribute(child(properties, tag), name);
      if (value) said[name] = Number(value) / 20;
    }
  }
  for (const [tag, name] of FLAGS) if (child(properties, tag)) said[name] = true;
  return said;
}

/** How far the text of each list stands in, in points. @param {Document} numbering */
function indentsOf(numbering) {
  const kinds = new Map(all(numbering, "abstractNum").map((kind) => [attribute(kind, "abstractNumId"), kind]));
  return new Map(all(numbering, "num").map((number) => {
    const kind = must(kinds.get(attribute(first(number, "abstractNumId"), "val")), "look of a list");
    return [attribute(number, "numId"), Number(attribute(first(kind, "ind"), "left")) / 20];
  }));
}
