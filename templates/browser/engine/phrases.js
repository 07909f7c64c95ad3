/**
 * Find phrases of the vocabulary in a query, in any inflected form, with small talk between their words.
 *
 * @typedef {{kind: string, id: string, weight: number, from: string, aspect?: number}} Meaning
 *   A meaning of a phrase: a need, an area, a danger …; `weight` is how certain it is.
 * @typedef {{stems: string[], means: Meaning[], whole: boolean, tail: boolean}} Phrase
 * @typedef {{forms: Map<string, number>, classes: Set<string>, meant: string[], joins?: {word: string}, word: string, stem: string, at: number, end: number, soft: boolean, small: boolean}} Slot
 *   A word of the query with all its possible stems and their quality. `classes` are wider words, such as "partner" for "wife"; `meant` are
 *   words of names that a misspelt one may be. `soft` words may stand between those of a phrase;
 *   `small` ones are small talk.
 */
import { anyOrder, inOrder, partly, PRONOUNS } from "./matches.js";
import { reads } from "./words.js";

/** A collection of phrases, indexed by their words. */
export class Phrases {
  /** @param {import("./words.js").Talk} talk */
  constructor(talk) {
    this.talk = talk;
    /** @type {Map<string, Phrase>} */
    this.all = new Map();
    /** @type {Map<string, Phrase[]>} */
    this.byStem = new Map();
    /** @type {Set<string>} Words as they are written, for spelling. */
    this.written = new Set();
    /** @type {Map<string, string[]>} "foodbank" for "food bank". */
    this.joined = new Map();
  }

  /**
   * @param {string} text
   * @param {Meaning} meaning
   */
  add(text, meaning) {
    const all = reads(text, this.talk);
    const kept = this.telling(all);
    // "Same day mental health" must not be reduced to a phrase that exists on its own.
    const other = kept.length < all.length ? this.all.get(kept.map((word) => word.stem).join(" ")) : undefined;
    const tail = PRONOUNS.has(all[all.length - 1]?.stem);
    if (other?.whole && other.means.some(({ id }) => id !== meaning.id) && !other.means.some(({ id }) => id === meaning.id)) this.put(all, meaning, true, tail);
    else this.put(kept, meaning, kept.length === all.length, tail);
  }

  /**
   * @param {import("./words.js").Read[]} kept
   * @param {Meaning} meaning
   * @param {boolean} whole Whether the phrase was written like this, without small talk.
   * @param {boolean} tail Whether "himself" or the like ends it.
   */
  put(kept, meaning, whole, tail) {
    if (!kept.length) return;
    const stems = kept.map(({ stem }) => stem);
    const key = stems.join(" ");
    const phrase = this.all.get(key);
    if (!phrase) {
      this.all.set(key, this.found(kept, { stems, means: [meaning], whole, tail }));
      return;
    }
    phrase.whole ||= whole;
    phrase.tail ||= tail;
    const known = phrase.means.find((other) => other.kind === meaning.kind && other.id === meaning.id);
    if (!known) phrase.means.push(meaning);
    else if (meaning.aspect !== undefined && known.aspect === undefined) known.aspect = meaning.aspect;
  }

  /** Index a new phrase by its words. @param {import("./words.js").Read[]} kept @param {Phrase} phrase */
  found(kept, phrase) {
    for (let i = 0; i < kept.length; i++) {
      const { word, stem } = kept[i];
      this.written.add(word);
      if (i && phrase.stems.indexOf(stem) < i) continue;
      const list = this.byStem.get(stem);
      if (list) list.push(phrase);
      else this.byStem.set(stem, [phrase]);
    }
    if (kept.length === 2 && kept[0].stem.length + kept[1].stem.length > 5) this.joined.set(kept[0].word + kept[1].word, [kept[0].word, kept[1].word]);
    return phrase;
  }

  /**
   * The content words. "Kill himself" keeps both, and so does "on edge": one common word alone would mean something else.
   * @param {import("./words.js").Read[]} all
   */
  telling(all) {
    if (all.length === 1) return all;
    const content = all.filter(({ small }) => !small);
    const strong = content.filter(({ stem }) => !PRONOUNS.has(stem));
    const enough = strong.some(({ word }) => word !== "not" && !this.talk.weak.has(word));
    if (strong.length > 1 && enough) return strong;
    return content.length > 1 && enough ? content : all;
  }

  /**
   * Every match of a whole phrase, and of all but one word of a long phrase.
   * @param {Slot[]} slots
   * @param {{exact?: boolean}} [how] `exact` allows no gap and no other order.
   * @returns {import("./matches.js").Match[]}
   */
  find(slots, how = {}) {
    /** @type {Map<Phrase, Set<string>>} */
    const met = new Map();
    for (const slot of slots) {
      for (const form of slot.forms.keys()) {
        for (const phrase of this.byStem.get(form) ?? []) {
          if (phrase.stems.length === 1 && slot.classes.has(form)) continue;
          const stems = met.get(phrase);
          if (stems) stems.add(form);
          else met.set(phrase, new Set([form]));
        }
      }
    }
    const found = [];
    for (const [phrase, stems] of met) {
      const missing = new Set(phrase.stems).size - stems.size;
      if (missing > 1 || (missing && (how.exact || phrase.stems.length < 3))) continue;
      const match = missing ? partly(phrase, stems, slots) : (inOrder(phrase, slots, how.exact ? 0 : 2) ?? (how.exact ? null : anyOrder(phrase, slots)));
      if (match) found.push(match);
    }
    return found;
  }
}
