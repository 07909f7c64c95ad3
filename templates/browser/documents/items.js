// Paragraphs of a document split at list marks and tabs, and markup looked past: the same as `knowledge/source_documents/items.py`.
import { atStart, every } from "./patterns.js";
/** @import { Item, ReviewData, TextBlock } from "./types" */

export class Items {
  /** @param {ReviewData["patterns"]["items"]} patterns */
  constructor({ tag, number, sign }) {
    this.tag = every(tag);
    this.number = atStart(number);
    this.sign = every(sign);
    this.split = every({ ...sign, source: `${sign.source}|\t` });
  }

  /** A text with markup replaced by spaces. @param {string} text */
  unmarked(text) {
    return text.includes("<") ? text.replace(this.tag, (found) => " ".repeat(found.length)) : text;
  }

  /** A text with markup and bullets replaced by spaces, so that positions do not change. @param {string} text */
  bare(text) {
    return this.unmarked(text).replace(this.sign, " ");
  }

  /** The markup in a text: where each begins and ends. @param {string} text */
  markup(text) {
    return [...text.matchAll(this.tag)].map(({ 0: found, index = 0 }) => /** @type {const} */ ([index, index + found.length]));
  }

  /** A block split at bullets and tabs. @param {TextBlock} block @returns {Item[]} */
  of(block) {
    const text = this.unmarked(block.text);
    /** @type {Item[]} */
    const items = [];
    let start = 0;
    for (const end of [...[...text.matchAll(this.split)].map(({ index = 0 }) => index), text.length]) {
      const signed = text.slice(start, end);
      const piece = signed.replace(this.sign, " ");
      const number = this.number.exec(piece)?.[0] ?? "";
      const said = piece.slice(number.length).trim();
      const first = signed.trimStart()[0] ?? "";
      const mark = first.replace(this.sign, "") === first ? number.trim() : first;
      if (said) items.push({ block, start: start + number.length, text: said, mark, tabs: text.slice(0, start + number.length).split("\t").length - 1 });
      start = end;
    }
    return items;
  }
}
