// How much two sentences say the same, when each was written by somebody else: the same as `knowledge/bringing/likeness.py`.
import { inCommon, placesOf } from "../text/common.js";
/** @import { LikenessData } from "./types" */

/** @typedef {{plain: string, words: Map<string, number>, pieces: Map<string, number>}} Ready A sentence made ready to compare. */

export class Likeness {
  /** @param {LikenessData} data */
  constructor(data) {
    this.data = data;
    this.small = new Set(data.small);
    /** @type {Map<string, Ready>} */
    this.ready = new Map();
  }

  /** From 0 to 1. @param {string} one @param {string} other */
  of(one, other) {
    const [here, there] = [this.sentence(one), this.sentence(other)];
    const { pieces, words, letters } = this.data.ways;
    return pieces * cosine(here.pieces, there.pieces) + words * cosine(here.words, there.words) + letters * tokenSet(here.plain, there.plain);
  }

  /** How much of what one sentence says stands in another, from 0 to 1. @param {string} one @param {string} other */
  saidWithin(one, other) {
    const [here, there] = [this.sentence(one).words, this.sentence(other).words];
    const sum = (/** @type {[string, number][]} */ stems) => stems.reduce((all, [, weight]) => all + weight, 0);
    const whole = sum([...here]);
    return whole ? sum([...here].filter(([stem]) => there.has(stem))) / whole : 0;
  }

  /** @param {string} text @returns {Ready} */
  sentence(text) {
    const known = this.ready.get(text);
    if (known) return known;
    const plain = text.replace(/[^\p{L}\p{N}_]/gu, " ").toLowerCase().trim().replace(/\bservice users?\b/g, "patient");
    const said = plain.split(/\s+/).filter((word) => word && !this.small.has(word));
    const counts = counted(said.map((word) => this.stem(word)));
    const words = new Map([...counts].map(([stem, count]) => [stem, (this.data.rarity[stem] ?? this.data.usual) * (1 + Math.log(count))]));
    const letters = [...` ${said.join(" ")} `];
    const pieces = counted(letters.slice(0, Math.max(0, letters.length - this.data.piece + 1)).map((_, at) => letters.slice(at, at + this.data.piece).join("")));
    const made = { plain, words, pieces };
    this.ready.set(text, made);
    return made;
  }

  /** A word without its ending, or the word that stands for it. @param {string} said */
  stem(said) {
    const word = this.data.same.hasOwnProperty(said) ? this.data.same[said] : said;
    const ending = this.data.endings.find((one) => word.endsWith(one) && word.length - one.length >= this.data.shortest) ?? "";
    return word.slice(0, word.length - ending.length);
  }
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
function tokenSet(one, other) {
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
