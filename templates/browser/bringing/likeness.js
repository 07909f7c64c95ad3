// How much two sentences say the same, when each was written by somebody else: the same as `knowledge/bringing/likeness.py`.
import { inCommon, placesOf } from "../text/common.js";
import { stem, wordsMeant } from "./sentencewords.js";
/** @import { LikenessData } from "./types" */

/** @typedef {{plain: string, words: Map<string, number>, pieces: Map<string, number>}} Ready A sentence made ready to compare. */

export class Likeness {
  /** @param {LikenessData} data */
  constructor(data) {
    this.data = data;
    /** @type {Map<string, Ready>} */
    this.ready = new Map();
  }

  /** From 0 to 1. @param {string} one @param {string} other */
  of(one, other) {
    const [here, there] = [this.sentence(one), this.sentence(other)];
    const { pieces, words, letters, cover } = this.data.ways;
    const covered = cover * covers(here.words, there.words, this.data.weighty);
    return pieces * cosine(here.pieces, there.pieces) + words * cosine(here.words, there.words) + letters * tokenSet(here.plain, there.plain) + covered;
  }

  /** The stems of the words of a sentence, each with its weight. @param {string} text */
  words(text) {
    return this.sentence(text).words;
  }

  /** @param {string} text @returns {Ready} */
  sentence(text) {
    const known = this.ready.get(text);
    if (known) return known;
    const said = wordsMeant(text, this.data);
    const plain = said.join(" ");
    const words = new Map(said.map((word) => stem(word, this.data)).map((one) => [one, this.data.rarity[one] ?? this.data.usual]));
    const letters = [...` ${plain} `];
    const pieces = counted(letters.slice(0, Math.max(0, letters.length - this.data.piece + 1)).map((_, at) => letters.slice(at, at + this.data.piece).join("")));
    const made = { plain, words, pieces };
    this.ready.set(text, made);
    return made;
  }
}

/** How much of the shorter sentence stands in the other. A common word or two prove little. @param {Map<string, number>} one @param {Map<string, number>} other @param {number} weighty */
function covers(one, other, weighty) {
  const sum = (/** @type {[string, number][]} */ weights) => weights.reduce((all, [, weight]) => all + weight, 0);
  const shorter = Math.min(sum([...one]), sum([...other]));
  const both = sum([...one].filter(([key]) => other.has(key)));
  return shorter ? (both / shorter) * Math.min(1, both / weighty) : 0;
}

/** @param {string[]} each @returns {Map<string, number>} */
function counted(each) {
  const counts = new Map();
  for (const one of each) counts.set(one, (counts.get(one) ?? 0) + 1);
  return counts;
}

/** @param {Map<string, number>} one @param {Map<string, number>} other */
function cosine(one, other) {
  const square = (/** @type {Map<string, number>} */ weights) => [...weights.values()].reduce((sum, weight) => sum + weight * weight, 0);
  const length = Math.sqrt(square(one) * square(other));
  return length ? [...one].reduce((sum, [key, weight]) => sum + weight * (other.get(key) ?? 0), 0) / length : 0;
}

/** What two texts have in common as sets of words, from 0 to 1 (as rapidfuzz’s `token_set_ratio`). @param {string} one @param {string} other */
export function tokenSet(one, other) {
  const [left, right] = [one, other].map((text) => [...new Set(text.split(/\s+/).filter(Boolean))].sort());
  if (!left.length || !right.length) return 0;
  const both = left.filter((word) => right.includes(word));
  const [ours, theirs] = [left.filter((word) => !both.includes(word)), right.filter((word) => !both.includes(word))].map((words) => [...words.join(" ")]);
  if (both.length && (!ours.length || !theirs.length)) return 1;
  const shared = [...both.join(" ")].length;
  const gap = shared ? 1 : 0;
  const [whole, rest] = [shared + gap + ours.length, shared + gap + theirs.length];
  const apart = ours.length + theirs.length - 2 * inCommon(placesOf(ours), ours.length, theirs);
  const likeness = 1 - apart / (whole + rest);
  if (!shared) return likeness;
  return Math.max(likeness, 1 - (gap + ours.length) / (shared + whole), 1 - (gap + theirs.length) / (shared + rest));
}
