// The words of a sentence that say something: the same as `knowledge/bringing/sentence_words.py`.
/** @import { WordsData } from "./types" */

/** @param {Record<string, string>} table @param {string} word */
const inTable = (table, word) => (Object.prototype.hasOwnProperty.call(table, word) ? table[word] : undefined);

/** Each word once. What a list of the field has stands for what it means, the longest run of words first. @param {string} text @param {WordsData} data */
export function wordsMeant(text, { small, same, capitals, longest }) {
  const words = text
    .replace(/[^\p{L}\p{N}_]/gu, " ")
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => inTable(capitals, word) ?? word.toLowerCase());
  /** @type {Set<string>} */
  const found = new Set();
  for (let at = 0; at < words.length; ) {
    let size = Math.min(longest, words.length - at);
    while (size > 1 && inTable(same, words.slice(at, at + size).join(" ")) === undefined) size -= 1;
    const said = words.slice(at, at + size).join(" ");
    for (const word of (inTable(same, said) ?? said).split(" ")) found.add(word);
    at += size;
  }
  return [...found].filter((word) => !small.includes(word));
}

/** A word without its ending. @param {string} said @param {WordsData} data */
export function stem(said, { endings, adverb, shortest, doubled }) {
  const without = (/** @type {string} */ word, /** @type {string} */ end) => (word.endsWith(end) && word.length - end.length >= shortest ? word.slice(0, word.length - end.length) : word);
  const whole = without(said, adverb);
  const ending = endings.find((one) => whole.endsWith(one) && whole.length - one.length >= shortest) ?? "";
  if (!ending || (ending === "s" && whole.endsWith("ss"))) return whole;
  let word = whole.slice(0, whole.length - ending.length);
  if (word[word.length - 1] === word[word.length - 2] && doubled.includes(word[word.length - 1])) word = word.slice(0, -1);
  return without(word, "e");
}
