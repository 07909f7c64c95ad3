/**
 * The concepts of each word, and corrections of misspelt danger words. generator/knowledge/danger/lexicon.py does the same.
 *
 * @typedef {{rewrite: Record<string, string>, single: Map<string, string[]>, longer: Map<string, {rest: string[], names: string[]}[]>,
 *   meant: {word: string, letters: number}[], known: Set<string>}} Lexicon
 *   `longer` has phrases of several words by their first; `meant` the words that a correction may give; `known` those that are never corrected.
 */
import { distance, letters, unlike } from "../engine/spelling.js";

const SHORTEST = 4;
const LONG = 10;

/**
 * @param {import("./judge.js").PlainDanger} plain
 * @returns {Lexicon}
 */
export function lexicon({ concepts, rewrite, meant, known }) {
  /** @type {Lexicon} */
  const made = { rewrite, single: new Map(), longer: new Map(), meant: meant.split(" ").map((word) => ({ word, letters: letters(word) })), known: new Set(known.split(" ")) };
  for (const name of Object.keys(concepts)) {
    for (const form of inside(name, concepts, [])) {
      if (!form.includes(" ")) put(made.single, form, name); // most forms: worth a short way
      else {
        const [first, ...rest] = form.split(" ");
        const among = made.longer.get(first) ?? [];
        made.longer.set(first, among);
        const entry = among.find((other) => other.rest.join(" ") === rest.join(" "));
        if (entry) entry.names.push(name);
        else among.push({ rest, names: [name] });
      }
    }
  }
  return made;
}

/** The forms of a concept, with those of the concepts that it includes, which are marked with an @. @param {string} name @param {Record<string, string>} concepts @param {string[]} above @returns {Set<string>} */
function inside(name, concepts, above) {
  const found = (concepts[name] ?? "").split(",").flatMap((form) => (form[0] !== "@" ? [form] : above.includes(form.slice(1)) ? [] : [...inside(form.slice(1), concepts, [...above, name])]));
  return new Set(found);
}

/** @param {Map<string, string[]>} map @param {string} key @param {string} value */
function put(map, key, value) {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}

/** The danger word that corrects a misspelt word; the word itself if it is known or similar to none. @param {string} word @param {Lexicon} lexicon */
export function corrected(word, { single, known, meant }) {
  if (word.length < SHORTEST || !/^[a-z]+$/.test(word) || single.has(word) || known.has(word)) return word;
  const its = letters(word);
  let [best, nearest] = [word, 3];
  for (const other of meant) {
    const most = Math.min(other.word.length >= LONG ? 2 : 1, nearest - 1);
    if (Math.abs(other.word.length - word.length) > most || unlike(its, other.letters, most)) continue;
    const steps = distance(word, other.word, most);
    if (steps <= most) [best, nearest] = [other.word, steps];
  }
  return best;
}
