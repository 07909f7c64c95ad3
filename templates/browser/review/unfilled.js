// Places of a document that wait to be filled in: the same as `checks/review/unfilled.py`, by the same patterns.
import { anywhere, every } from "../documents/patterns.js";
/** @import { ReviewData, Stretch, TextBlock } from "../documents/types" */

const LONG = 7; // dots in the midst of a sentence that are more than a pause

export class Unfilled {
  /** @param {ReviewData["patterns"]} patterns */
  constructor({ unfilled, lines }) {
    this.patterns = unfilled.map(every);
    this.dots = every(lines.dots);
    this.pageNumber = anywhere({ ...lines.pageNumber, source: `^(?:${lines.pageNumber.source})` });
    this.signed = anywhere(lines.signed);
    this.notFigures = anywhere(lines.notFigures);
    this.capitals = every(lines.capitals);
    this.bracketed = every(lines.bracketed);
    this.aside = anywhere(lines.aside);
    this.abbreviation = anywhere(lines.abbreviation);
  }

  /** Where words of a block wait to be filled in, in order. Places that overlap are one. @param {TextBlock} block */
  in({ text, unfilled }) {
    return joinedStretches([...unfilled, ...this.matched(text), ...this.inBrackets(text), ...this.lines(text)]);
  }

  /** @param {string} text @returns {Generator<Stretch, void, undefined>} */
  *matched(text) {
    const shouted = text === text.toUpperCase() && text !== text.toLowerCase();
    for (const pattern of shouted ? this.patterns : [...this.patterns, this.capitals]) {
      for (const { 0: whole, 1: group, index = 0 } of text.matchAll(pattern)) {
        const says = group ?? whole; // a group ends what is matched
        const start = index + whole.length - says.length;
        const figures = !says.replace(/^[xX()]+|[xX()]+$/g, "") && this.notFigures.test(text.slice(Math.max(0, start - 20), start));
        if (!says.trim() || figures) continue;
        yield [start, start + (says.replace(/[ .]+$/, "") || says).length];
      }
    }
  }

  /** Words in square brackets, unless they are an aside, or in a quotation, where brackets hold what the speaker did not say. @param {string} text @returns {Generator<Stretch, void, undefined>} */
  *inBrackets(text) {
    for (const { 0: found, index = 0 } of text.matchAll(this.bracketed)) {
      const quoted = text.slice(0, index).lastIndexOf("“") > text.slice(0, index).lastIndexOf("”");
      if (!quoted && !this.aside.test(found) && !this.abbreviation.test(found)) yield [index, index + found.length];
    }
  }

  /** Lines and dots to write on: not those that lead to the number of a page, and none of a signature. @param {string} text @returns {Generator<Stretch, void, undefined>} */
  *lines(text) {
    if (this.signed.test(text)) return;
    for (const { 0: found, index = 0 } of text.matchAll(this.dots)) {
      const end = index + found.length;
      const [before, after] = [text.slice(0, index).trimEnd(), text.slice(end).trim()];
      const asks = /[:£]$/.test(before) || !after || (found.length > LONG && /^\p{Ll}/u.test(after));
      const waits = found.includes("_") ? before || after : before && asks && !this.pageNumber.test(text.slice(end));
      if (waits) yield [index, end];
    }
  }
}

/** Stretches in order, with overlapping ones merged. @param {Stretch[]} stretches @returns {Stretch[]} */
function joinedStretches(stretches) {
  /** @type {Stretch[]} */
  const joined = [];
  for (const [start, end] of stretches.sort((a, b) => a[0] - b[0] || a[1] - b[1])) {
    const last = joined[joined.length - 1];
    if (last && start < last[1]) last[1] = Math.max(end, last[1]);
    else joined.push([start, end]);
  }
  return joined;
}
