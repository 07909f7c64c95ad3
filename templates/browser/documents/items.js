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
    const items = [];
    let start = 0;
    for (const end of [...[...text.matchAll(this.split)].map(({ index = 0 }) => index), text.length]) {
      const piece = text.slice(start, end).replace(this.sign, " ");
      const lead = this.number.exec(piece)?.[0].length ?? 0;
      const said = piece.slice(lead).trim();
      if (said) items.push({ block, start: start + lead, text: said });
      start = end;
    }
    return items;
  }
}
