// How hard a document is to read: the same as `checks/wording/reading.py`.
import { sentences, wordsIn } from "../text/sentences.js";
/** @import { ReviewData } from "../documents/types" */

const VOWELS = "aeiouy";

export class ReadingAge {
  /** @param {ReviewData} data */
  constructor({ syllables, most: { fewestWords } }) {
    this.fewest = fewestWords;
    this.more = new Map(Object.entries(syllables).flatMap(([more, words]) => words.split(" ").map((word) => /** @type {[string, number]} */ ([word, Number(more)]))));
  }

  /** The Flesch-Kincaid grade of all texts together; null for too few words. @param {string[]} texts */
  grade(texts) {
    const all = texts.flatMap((text) => sentences(text).map((sentence) => wordsIn(sentence.text)));
    const words = all.flat();
    if (words.length < this.fewest) return null;
    const syllables = words.reduce((sum, word) => sum + Math.max(1, this.syllables(word.toLowerCase())), 0);
    return (0.39 * words.length) / all.length + (11.8 * syllables) / words.length - 15.59;
  }

  /** None of a word with a figure in it. @param {string} word @returns {number} */
  syllables(word) {
    if (/\p{Nd}/u.test(word)) return 0;
    const more = this.more.get(word);
    const parts = more === undefined && /^([^-]+)-(.+)/.exec(word);
    if (!parts) return byRule(word) + (more ?? 0);
    const [first, rest] = [this.syllables(parts[1]), this.syllables(parts[2])];
    return first && rest && first + rest;
  }
}

/** Groups of vowels, without an e at the end that is not heard. @param {string} word */
function byRule(word) {
  const isVowel = (/** @type {number} */ at) => VOWELS.includes(word.charAt(at) || " ");
  let count = [...word].filter((_, at) => isVowel(at) && !(at && isVowel(at - 1))).length;
  if (word.endsWith("e")) count -= 1;
  if (word.length > 2 && word.endsWith("le") && !isVowel(word.length - 3)) count += 1;
  return count || 1;
}
