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
import { reads, telling } from "./words.js";

/** The most typing errors that a term may have to be met. */
export const MOST_ERRORS = 2;

/**
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

  /** An index of the terms that pass. @param {(term: string) => boolean} passes */
  function made(passes) {
    const text = new MiniSearch({
      fields: ["name", "other", "org", "summary", "text"],
      extractField: (/** @type {import("./documents.js").Doc} */ doc, field) => (field === "id" ? doc.id : doc.texts[/** @type {keyof import("./documents.js").Texts} */ (field)]),
      stringifyField: (read) => read,
      tokenize: (/** @type {string | import("./words.js").Read[]} */ given) => (typeof given === "string" ? terms(given) : telling(given)),
      processTerm: (term) => passes(term) && term,
    });
    text.addAll(docs);
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

  return {
    /** @param {string} query @param {import("minisearch").SearchOptions} options */
    search: (query, options) => answering(terms(query)).search(query, options),
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
