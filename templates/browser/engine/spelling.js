/** Typing errors: the edit distance of two words, and known words as corrections of an unknown one. */
import { once } from "./once.js";

/** The letters of a word as a bit mask. @param {string} word */
export function letters(word) {
  let bits = 0;
  for (let i = 0; i < word.length; i++) bits |= 1 << (word.charCodeAt(i) & 31);
  return bits;
}

/**
 * Whether two words have too few letters in common to be at most `most` errors apart: each error removes at most one letter and adds
 * one. This rules out nearly all words much faster than computing the distance.
 * @param {number} a The letters of one word.
 * @param {number} b The letters of the other.
 * @param {number} most
 */
export function unlike(a, b, most) {
  let count = 0;
  for (let left = a ^ b; left; left &= left - 1) count++;
  return count > 2 * most;
}

/**
 * The edit distance: the number of letters to add, drop, change or swap with a neighbour; `most + 1` if it is more than `most`.
 * @param {string} a
 * @param {string} b
 * @param {number} most
 */
export function distance(a, b, most) {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let [before, row] = [/** @type {number[]} */ ([]), Array.from({ length: b.length + 1 }, (_, i) => i)];
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let cost = Math.min(next[j - 1] + 1, row[j] + 1, row[j - 1] + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) cost = Math.min(cost, before[j - 2] + 1);
      next.push(cost);
      if (cost < least) least = cost;
    }
    if (least > most) return most + 1;
    [before, row] = [row, next];
  }
  return row[b.length];
}

/** Roughly how a word sounds: the same letters for the same sounds, and no vowels after the first. @param {string} word */
function sound(word) {
  const same = word
    .replace(/^(ps|s?ch?z|sk)/, (start) => (start === "ps" ? "s" : "sk"))
    .replace(/ph/g, "f").replace(/ck|qu?|c(?![eiyh])|ch(?=[rl])/g, "k").replace(/c/g, "s").replace(/z/g, "s").replace(/g(?=[eiy])/g, "j")
    .replace(/t(?=ion)/g, "s").replace(/[hwy]/g, "").replace(/(.)\1+/g, "$1");
  return same.slice(0, 1).replace(/[aeiou]/, "a") + same.slice(1).replace(/[aeiou]/g, "");
}

/** The minimum length of a prefix. */
const BEGUN = 3;

/** The maximum number of errors in a word of this length. @param {number} length */
const allowed = (length) => (length < 4 ? 0 : length < 8 ? 1 : length < 12 ? 2 : 3);

/**
 * A dictionary of known words that finds the nearest to an unknown one.
 * @param {Set<string>[]} books Where the known words stand.
 */
export function speller(books) {
  const lengths = once(() => byLength(new Set(books.flatMap((book) => [...book]))));
  const beginnings = once(() => byBeginning(lengths()));
  /** @type {Map<string, {word: string, quality: number}[]>} */
  const kept = new Map();

  /** @param {string} typed */
  function look(typed) {
    const [most, heard, its] = [allowed(typed.length), sound(typed), letters(typed)];
    const reach = most && typed.length > 3 && most < 2 ? 2 : most;
    let best = Infinity;
    /** @type {{word: string, far: number}[]} */
    let nearest = [];
    for (let length = typed.length - reach; length <= typed.length + reach; length++) {
      for (const { word, letters } of lengths().get(length) ?? []) {
        if (unlike(its, letters, reach)) continue;
        const steps = distance(typed, word, reach);
        if (steps > reach) continue;
        const alike = sound(word) === heard;
        if (steps > (alike ? reach : most) || (word[0] !== typed[0] && !alike && (steps > 1 || typed[1] !== word[0] && typed.length < 7))) continue;
        const far = steps - (alike ? 0.5 : 0) + (word[0] === typed[0] ? 0 : 0.3);
        if (far < best - 0.001) [best, nearest] = [far, []];
        if (far < best + 0.001) nearest.push({ word, far });
      }
    }
    return nearest.slice(0, 4).map(({ word, far }) => ({ word, quality: Math.max(0.6, 0.9 - 0.1 * Math.max(0, far)) }));
  }

  return {
    /** Build the indexes, before the first unknown word. */
    finish: () => void beginnings(),
    /** @param {string} word */
    knows: (word) => books.some((book) => book.has(word)),
    /** Known words nearest to a word that is not known. @param {string} typed */
    near(typed) {
      if (typed.length < 4 || /\d/.test(typed)) return [];
      let found = kept.get(typed);
      if (!found) {
        found = look(typed);
        if (kept.size > 500) kept.clear();
        kept.set(typed, found);
      }
      return found;
    },
    /** Known words that begin with what has been typed so far, three letters at least: the shortest first. @param {string} typed @param {number} most */
    begun(typed, most) {
      const longer = (beginnings().get(typed.slice(0, BEGUN)) ?? []).filter((word) => word.startsWith(typed) && word.length > typed.length && word.length <= typed.length + 9);
      return longer.slice(0, most);
    },
  };
}

/** Known words by their prefix, the shortest first. @param {Map<number, {word: string}[]>} lengths */
function byBeginning(lengths) {
  /** @type {Map<string, string[]>} */
  const found = new Map();
  for (const [, words] of [...lengths].sort(([a], [b]) => a - b)) {
    for (const { word } of words) {
      const [key, list] = [word.slice(0, BEGUN), found.get(word.slice(0, BEGUN))];
      if (list) list.push(word);
      else found.set(key, [word]);
    }
  }
  return found;
}

/** Known words by length. @param {Set<string>} words */
function byLength(words) {
  /** @type {Map<number, {word: string, letters: number}[]>} */
  const lengths = new Map();
  for (const word of words) {
    if (word.length < 4 || /\d/.test(word)) continue;
    const [list, one] = [lengths.get(word.length), { word, letters: letters(word) }];
    if (list) list.push(one);
    else lengths.set(word.length, [one]);
  }
  return lengths;
}
