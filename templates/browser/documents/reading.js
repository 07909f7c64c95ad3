// What of a document was read, and what was not; and the lines that readers hand on: the same as `knowledge/source_documents/reading.py`.
import { NO_LAYOUT } from "./layout.js";
/** @import { LineLayout, SourceLine, Stretch } from "./types" */

/** A document that cannot be read: the code of the problem, and words for its gaps. */
export class Refused extends Error {
  /** @param {string} code @param {Record<string, string>} [gaps] */
  constructor(code, gaps = {}) {
    super(code);
    this.code = code;
    this.gaps = gaps;
  }
}

/** What is said of bytes that no program wrote. */
export const DAMAGED = { reason: "it is damaged" };

/** Filled while a document is read. */
export class Reading {
  constructor() {
    this.kind = "text";
    /** @type {string[]} */
    this.unread = [];
    /** @type {Map<string, number>} */
    this.leftOut = new Map();
  }

  /** Note that something was left out. @param {string} what @param {number} [number] */
  count(what, number = 1) {
    if (number) this.leftOut.set(what, (this.leftOut.get(what) ?? 0) + number);
  }

  /** All that was not read, a sentence each. @param {Record<string, [one: string, several: string]>} notes */
  told(notes) {
    return [...this.unread, ...[...this.leftOut].map(([what, number]) => notes[what][number > 1 ? 1 : 0].replace("{:,}", number.toLocaleString("en-GB")))];
  }
}

/** A paragraph that is whole. @param {string} text @param {string} label @param {number} number @param {Stretch[]} [unfilled] @param {LineLayout} [layout] @returns {SourceLine} */
export function wholeLine(text, label, number, unfilled = [], layout = NO_LAYOUT) {
  return { text, label, number, wraps: false, unfilled, layout };
}
