// Places that may be read in two ways, read in the likelier one: the same as `checks/review/either_way.py`.
import { otherwise } from "../documents/blocks.js";
/** @import { SourceDocument, TextBlock } from "../documents/types" */

/** @typedef {(text: string) => {start: number, end: number}[]} Matches What the rules find in a text. */

const WORD = /[A-Za-z]+(?:[-\u2010\u2011][A-Za-z]+)*/g;

/** The document with each such place read in the likelier way. @param {SourceDocument} document @param {Matches} matches @param {number} most @returns {SourceDocument} */
export function readEitherWay(document, matches, most) {
  if (!document.blocks.some(({ eitherWays }) => eitherWays.length)) return document;
  /** @type {Map<string, number>} */
  const words = new Map();
  for (const { text } of document.blocks) for (const word of text.match(WORD) ?? []) words.set(word.toLowerCase(), (words.get(word.toLowerCase()) ?? 0) + 1);
  let left = most;
  const blocks = document.blocks.map((block) => {
    left -= block.eitherWays.length;
    return left > 0 && block.eitherWays.length ? settled(block, words, matches) : block;
  });
  return { ...document, blocks };
}

/** @param {TextBlock} block @param {Map<string, number>} words @param {Matches} matches */
function settled(block, words, matches) {
  let read = block;
  let at = 0;
  while (at < read.eitherWays.length) {
    const place = read.eitherWays[at];
    const ways = place.others.map((other) => otherwise(read, place, other));
    const likelier = ways.find((way) => isLikelier(way, read, place.start, words, matches));
    if (likelier) read = likelier;
    else at += 1;
  }
  return read;
}

/** Whether another reading meets more rules, one of them with words across the place; or has a word that the document has elsewhere. @param {TextBlock} way @param {TextBlock} block @param {number} at @param {Map<string, number>} words @param {Matches} matches */
function isLikelier(way, block, at, words, matches) {
  const [there, here] = [matches(way.text), matches(block.text)];
  if (there.length !== here.length) return there.length > here.length && there.some(({ start, end }) => start <= at && end > at + 1);
  return (words.get(wordAround(way.text, at)) ?? 0) >= 1 && (words.get(wordAround(block.text, at)) ?? 0) <= 1;
}

/** @param {string} text @param {number} at */
function wordAround(text, at) {
  const before = /[A-Za-z-]*$/.exec(text.slice(Math.max(0, at - 40), at))?.[0] ?? "";
  const after = /^[A-Za-z-]*/.exec(text.slice(at, at + 40))?.[0] ?? "";
  return (before + after).toLowerCase();
}
