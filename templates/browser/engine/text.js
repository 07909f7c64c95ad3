/**
 * Full-text search over all documents.
 *
 * Indexing thousands of services takes a third of the time until the first result. So the first query uses an index of only the terms that
 * it can match, and the whole index is built after the result is shown. Both give the same scores, because the length of a text is counted
 * before terms are left out. An index of all words made by the build would add 201 KB to the download for 3,000 services. Of a large
 * directory the build makes one in parts: see `shelf.js`.
 *
 * @typedef {ReturnType<typeof textIndex>} Text
 */
import { once } from "./once.js";
import { postings } from "./postings.js";
import { letters, unlike } from "./spelling.js";
import { adder } from "./together.js";
import { atOnce } from "./wanting.js";
import { reads, telling } from "./words.js";

/** The maximum number of typing errors in a matching term. */
export const MOST_ERRORS = 2;

/** The size of the cache of matches, in documents: while a query is typed, the words before the last stay the same. */
const KEPT = 20_000;

/** The weights of fields, by what is searched for. */
const FIELDS = {
  name: { name: 1, other: 1 },
  words: { name: 3, other: 3, org: 1.5, summary: 1, text: 1 },
  aspect: { name: 2, other: 1, org: 1, summary: 1, text: 1 },
};

/**
 * @typedef {{prefix: (term: string) => boolean, fuzzy: (term: string) => number | false}} Typing Which terms may be unfinished, and how many errors each may have.
 *
 * @param {import("./documents.js").Doc[]} docs
 * @param {import("./words.js").Talk} talk
 * @param {import("./postings.js").TermMap} TermMap
 * @param {import("./shelf.js").Shelf | null} shelf
 */
export function textIndex(docs, talk, TermMap, shelf) {
  const terms = (/** @type {string} */ text) => telling(reads(text, talk));
  const whole = once(() => postings(docs, () => true, TermMap, shelf));
  /** @type {{meet: import("./postings.js").Postings, terms: string[]} | null} */
  let first = null;
  let finished = false;
  const together = adder(docs);
  /** @type {Map<string, import("./together.js").One>} */
  const known = new Map();
  let kept = 0;

  function finish() {
    [finished, first] = [true, null];
    return whole();
  }

  /** The index for these terms: the first, partial index if it was built for them, or else the whole one. @param {string[]} wanted */
  function answering(wanted) {
    if (finished) return whole();
    first ??= { meet: postings(docs, near(wanted), TermMap, shelf), terms: wanted };
    return wanted.every((term) => first?.terms.includes(term)) ? first.meet : finish();
  }

  /** The matches of a term, cached. @param {import("./postings.js").Postings} meet @param {string} term @param {keyof typeof FIELDS} kind @param {Typing} [typing] */
  function remembered(meet, term, kind, typing) {
    const [prefix, fuzzy] = [typing?.prefix(term) ?? false, typing?.fuzzy(term) ?? false];
    const key = [kind, prefix, fuzzy, term].join(" ");
    let found = known.get(key);
    if (!found) {
      found = meet(term, FIELDS[kind], prefix, fuzzy);
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
     * The documents with any word of a query: their number, and the best of them.
     * @param {string} query
     * @param {keyof typeof FIELDS} kind
     * @param {number} most
     * @param {Typing} [typing]
     */
    search(query, kind, most, typing) {
      const wanted = terms(query);
      const meet = answering(wanted);
      if (shelf) atOnce(...wanted.map((term) => () => remembered(meet, term, kind, typing)));
      return together(wanted.map((term) => remembered(meet, term, kind, typing)), most);
    },
    /** Build the whole index, if no query has needed it yet. */
    finish: () => void finish(),
  };
}

/**
 * A filter of the terms that a query may match: exactly, as a prefix, or misspelt. It may let other terms pass.
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
