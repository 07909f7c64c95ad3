// Text made plain before it is matched, each character with its place: the same as `knowledge/source_documents/plain_words.py`.
import { hiddenWithin } from "../text/pasted.js";
/** @import { ReviewData } from "./types" */

const MAY_BREAK = "\u200b";

/** @typedef {{text: string, breaks: number[], place: (at: number) => number}} PlainText `place` is where a character is in the original text. */

/** A function that makes text plain. @param {ReviewData["plain"]} plain @returns {(text: string) => PlainText} */
export function plainer({ changes, hidden }) {
  const within = hiddenWithin(hidden);
  const signs = Object.keys(changes).map((sign) => `\\u{${(sign.codePointAt(0) ?? 0).toString(16)}}`);
  const odd = new RegExp(`[${signs.join("")}]|${within.source}|\\p{L}[\\u0300-\\u036f]+`, "gu");
  /** @param {string} found */
  const plain = (found) => changes[found] ?? (found.replace(within, "") ? found.normalize("NFC") : "");
  return (text) => {
    /** @type {number[]} */
    const places = [];
    /** @type {number[]} */
    const breaks = [];
    let made = "";
    let at = 0;
    /** @param {number} end */
    const keep = (end) => {
      for (let place = at; place < end; place += 1) places.push(place);
      made += text.slice(at, end);
    };
    for (const { 0: found, index = 0 } of text.matchAll(odd)) {
      keep(index);
      if (found === MAY_BREAK) breaks.push(made.length);
      const put = plain(found);
      for (let each = 0; each < put.length; each += 1) places.push(index);
      made += put;
      at = index + found.length;
    }
    keep(text.length);
    return { text: made, breaks, place: (at_) => places[Math.min(at_, places.length - 1)] ?? 0 };
  };
}

/** The letters of words that have no name in their file: where each is. @param {string} text */
export function lostLetters(text) {
  return [...text.matchAll(/\ufffd/g)].map(({ index = 0 }) => index).filter((at) => /[A-Za-z]/.test(text[at - 1] ?? "") || /[a-z]/.test(text[at + 1] ?? ""));
}
