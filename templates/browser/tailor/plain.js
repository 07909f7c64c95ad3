// Text for boxes on other people's forms: plain characters only, cut at a statement. The same as `documents/formats/nhs_jobs/plain_text.py`.
import { sentences } from "../text/sentences.js";
/** @import { Shared } from "./types" */

/**
 * A statement, which is never cut. `heading` stands on lines of its own before it, `gap` between it and the piece before.
 * @typedef {{words: string, heading: string, gap: string, whole: string}} Piece
 * @typedef {(text: string) => string} Say
 */

/** Texts that were made plain, by the characters that it was done with: most sentences of a pack are the same after each change. @type {WeakMap<object, Map<string, string>>} */
const made = new WeakMap();

/**
 * A function that gives text in one line of characters that paste cleanly anywhere, by the characters of the shared data.
 * @param {Pick<Shared, "typed" | "unseen">} shared
 */
export function plainer(shared) {
  const { typed, unseen } = shared;
  const hidden = new Set(unseen);
  const known = made.get(shared) ?? new Map();
  made.set(shared, known);
  const type = (/** @type {string} */ text) => [...text].map((character) => typed[character] ?? character).join("");
  return (/** @type {string} */ text) => {
    const before = known.get(text);
    if (before !== undefined) return before;
    const found = /^[\x20-\x7e]*$/.test(text) ? text : seen(type(type(text).normalize("NFKC")), hidden);
    const plain = found.replace(/ +/g, " ").trim();
    known.set(text, plain);
    return plain;
  };
}

/**
 * Each character, or a blank in its place. Letters of every script stay, because names need them; marks stay on their letters.
 * @param {string} text
 * @param {Set<string>} hidden
 */
function seen(text, hidden) {
  let onLetter = false;
  let made = "";
  for (const character of text) {
    if (/\p{Cf}/u.test(character) || hidden.has(character)) continue;
    onLetter = /[\p{L}\p{Nd}]/u.test(character) || (onLetter && /[\p{Mn}\p{Mc}]/u.test(character));
    made += onLetter || (character >= " " && character <= "~") || "£€".includes(character) ? character : " ";
  }
  return made;
}

/** How many characters a form counts. Browsers send a line break as two. @param {string} text */
export function count(text) {
  return [...text].length + (text.match(/\n/g) ?? []).length;
}

/**
 * A statement, which is never cut. `heading` stands on lines of its own before it, `gap` between it and the piece before.
 * @param {string} words
 * @param {string} [heading]
 * @param {string} [gap]
 * @returns {Piece}
 */
export function piece(words, heading = "", gap = "\n") {
  return { words, heading, gap, whole: heading ? `${heading}\n${words}` : words };
}

/** Pieces below a heading, which an empty line parts from what came before. @param {Piece[]} pieces @param {...string} headings */
export function headed(pieces, ...headings) {
  if (!pieces.length) return [];
  const [first, ...others] = pieces;
  return [piece(first.words, [...headings, first.heading].filter(Boolean).join("\n"), "\n\n"), ...others];
}

/** The pieces as they are read. @param {Piece[]} pieces */
export function joined(pieces) {
  return pieces.map(({ whole, gap }, index) => (index ? gap + whole : whole)).join("");
}

/** How many pieces, from the first on, fit into `most` characters. @param {Piece[]} pieces @param {number} most */
export function fitting(pieces, most) {
  let total = 0;
  for (const [index, { whole, gap }] of pieces.entries()) {
    total += count(whole) + (index ? count(gap) : 0);
    if (total > most) return index;
  }
  return pieces.length;
}

/** A plain paragraph as its sentences, which is where it may be cut. @param {string} text */
export function cuttable(text) {
  return sentences(text).map(({ text: words }, index) => piece(words, "", index ? " " : "\n\n"));
}
