/**
 * Every word of the directory, by MiniSearch.
 *
 * Its index of thousands of services takes a third of the time until the first result. So the first query is answered from one with only
 * the terms that it can meet, and the whole one is made once the result is there. Both answer the same: MiniSearch counts how long a
 * text is before it leaves terms out. Measured and not kept: an index made by the build and read by MiniSearch.loadJSON takes half the time
 * of the whole one, but it is another 201 KB on the wire for 3,000 services.
 *
 * @typedef {ReturnType<typeof textIndex>} Text
 */
import { once } from "./once.js";
import { letters, unlike } from "./spelling.js";
import { adder } from "./together.js";
import { reads, telling } from "./words.js";

/** The most typing errors that a term may have to be met. */
export const MOST_ERRORS = 2;

/** How many documents are kept in all that were met by terms of earlier questions: the words before the last are the same at every letter. */
const KEPT = 20_000;

/** In which fields is searched for what, and how much more than 1 each counts. */
const FIELDS = {
  name: { fields: ["name", "other"] },
  words: { boost: { name: 3, other: 3, org: 1.5 } },
  aspect: { boost: { name: 2 } },
};

/**
 * @typedef {{prefix: (term: string) => boolean, fuzzy: (term: string) => number | false}} Typing Which terms may be unfinished, and how many errors each may have.
 *
 * @param {import("./documents.js").Doc[]} docs
 * @param {import("./words.js").Talk} talk
 * @param {typeof import("minisearch").default} MiniSearch
 */
export function textIndex(docs, talk, MiniSearch) {
  const terms = (/** @type {string} */ text) => telling(reads(text, talk));
  const whole = once(() => made(() => true));
  /** @type {{index: import("minisearch").default, terms: string[]} | null} */
  let first = null;
  let finished = false;
  const together = adder(docs);
  /** @type {Map<string, import("./together.js").One>} */
  const known = new Map();
  let kept = 0;

  /** An index of the terms that pass. @param {(term: string) => boolean} passes */
  function made(passes) {
    const text = new MiniSearch({
      fields: ["name", "other", "org", "summary", "text"],
      extractField: (/** @type {{doc: import("./documents.js").Doc, place: number}} */ { doc, place }, field) => (field === "id" ? place : doc.texts[/** @type {keyof import("./documents.js").Texts} */ (field)]),
      stringifyField: (read) => read,
      tokenize: (/** @type {string | import("./words.js").Read[]} */ given) => (typeof given === "string" ? terms(given) : telling(given)),
      processTerm: (term) => passes(term) && term,
    });
    text.addAll(docs.map((doc, place) => ({ doc, place })));
    return text;
  }

  function finish() {
    [finished, first] = [true, null];
    return whole();
  }

  /** The index to ask for these terms: a question that the first index was not made for needs the whole one. @param {string[]} wanted */
  function answering(wanted) {
    if (finished) return whole();
    first ??= { index: made(near(wanted)), terms: wanted };
    return wanted.every((term) => first?.terms.includes(term)) ? first.index : finish();
  }

  /** What a term meets, in the order in which MiniSearch comes upon it: nothing passes its filter, so that it has nothing to sort. @param {import("minisearch").default} index @param {string} term @param {keyof typeof FIELDS} kind @param {boolean} prefix @param {number | false} fuzzy */
  function met(index, term, kind, prefix, fuzzy) {
    /** @type {import("./together.js").One} */
    const found = { term, places: [], scores: [], matches: [] };
    const filter = (/** @type {import("minisearch").SearchResult} */ { id, score, match }) => {
      found.places.push(id);
      found.scores.push(score);
      found.matches.push(match);
      return false;
    };
    index.search(term, { ...FIELDS[kind], prefix, fuzzy, filter, tokenize: (one) => [one] });
    return found;
  }

  /** The same, kept. @param {import("minisearch").default} index @param {string} term @param {keyof typeof FIELDS} kind @param {Typing} [typing] */
  function remembered(index, term, kind, typing) {
    const [prefix, fuzzy] = [typing?.prefix(term) ?? false, typing?.fuzzy(term) ?? false];
    const key = [kind, prefix, fuzzy, term].join(" ");
    let found = known.get(key);
    if (!found) {
      found = met(index, term, kind, prefix, fuzzy);
      if (kept > KEPT) forget();
      known.set(key, found);
      kept += found.places.length;
    }
    return found;
  }

  function forget() {
    known.clear();
    kept = 0;
  }

  return {
    /**
     * The documents that have any word of a query: how many, and the best of them.
     * @param {string} query
     * @param {keyof typeof FIELDS} kind
     * @param {number} most
     * @param {Typing} [typing]
     */
    search(query, kind, most, typing) {
      const wanted = terms(query);
      const index = answering(wanted);
      return together(wanted.map((term) => remembered(index, term, kind, typing)), most);
    },
    /** Makes the whole index, if no query has needed it yet. */
    finish: () => void finish(),
  };
}

/**
 * Whether a term may be met by any of those asked for: as it is, unfinished or misspelt. It may let others pass.
 * @param {string[]} wanted
 */
function near(wanted) {
  const all = wanted.map((term) => ({ term, letters: letters(term) }));
  /** @type {Map<string, boolean>} */
  const known = new Map();
  return (/** @type {string} */ given) => {
    let found = known.get(given);
    if (found === undefined) {
      const its = letters(given);
      found = all.some(({ term, letters }) => given.startsWith(term) || (Math.abs(given.length - term.length) <= MOST_ERRORS && !unlike(its, letters, MOST_ERRORS)));
      known.set(given, found);
    }
    return found;
  };
}
