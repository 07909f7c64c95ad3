/**
 * Match names and free words.
 *
 * @typedef {Map<import("./documents.js").Doc, {score: number, from: string, exact?: boolean, proper?: boolean}>} Found
 *   `exact` where a document has every word that was searched for, as it was typed; `proper` where the word of its name is one
 *   that nobody says for anything else: "papyrus".
 */

import { figures } from "./asking.js";
import { namesOf } from "./documents.js";
import { MOST_ERRORS } from "./text.js";
import { reads, stem, telling } from "./words.js";

/** The most words of a long query to search for: the longest words are the most specific, and every word costs time. */
const MOST = 8;

/** The most documents with words of a query to consider. */
const LOOKED_AT = 200;

/** The weight of half a name whose words are everyday words. */
const HALF = 0.5;

/** @param {string[]} list */
const chosen = (list) => [...new Set(list)].sort((a, b) => b.length - a.length).slice(0, MOST);

/** Only the last word may be a prefix, and only a word that is not ordinary may be misspelt. @param {string[]} content @param {import("./words.js").Talk} talk */
const typing = (content, { usual }) => ({
  prefix: (/** @type {string} */ term) => term.length > 3 && content[content.length - 1].startsWith(term),
  fuzzy: (/** @type {string} */ term) => (usual.has(term) ? false : term.length > 7 ? MOST_ERRORS : term.length > 4 ? 1 : /** @type {false} */ (false)),
});

/** Job packs that have every word of a query in their title and the words they are known by: "job description band 7". */
function packs(/** @type {import("./documents.js").Doc[]} */ known, /** @type {string} */ whole, /** @type {string[]} */ content, /** @type {import("./vocabulary.js").Vocabulary} */ { talk }) {
  if (content.length < 2) return [];
  const wanted = telling(reads(whole, talk));
  return known.filter(({ texts: { name, other } }) => wanted.every((stem) => [name, other].some((text) => text.some((read) => read.stem === stem))));
}

/** How many figures a number is looked up by, before those that begin so are compared. */
const BEGUN = 3;

/** The numbers of each directory by their first figures, read once. @type {WeakMap<import("./documents.js").Doc[], Map<string, {doc: import("./documents.js").Doc, digits: string}[]>>} */
const dialled = new WeakMap();

/** @param {import("./documents.js").Doc[]} docs */
function numbersOf(docs) {
  /** @type {Map<string, {doc: import("./documents.js").Doc, digits: string}[]>} */
  const found = dialled.get(docs) ?? new Map();
  if (dialled.has(docs)) return found;
  for (const doc of docs) {
    for (const one of doc.service ? [doc.service.phone, doc.service.text, ...doc.service.numbers] : []) {
      if (!one) continue;
      const digits = figures(one);
      const begun = digits.slice(0, BEGUN);
      const list = found.get(begun) ?? [];
      if (!list.length) found.set(begun, list);
      list.push({ doc, digits });
    }
  }
  dialled.set(docs, found);
  return found;
}

/** Services that a number is one of, or its beginning. @param {import("./documents.js").Doc[]} docs @param {string} asked */
const answering = (docs, asked) =>
  (numbersOf(docs).get(asked.slice(0, BEGUN)) ?? []).filter(({ digits }) => digits === asked || (asked.length > 5 && digits.startsWith(asked))).map(({ doc }) => doc);

/**
 * Documents whose name is in the query: a query that is exactly a name scores 1.
 * @param {import("./understand.js").Understood} understood
 * @param {import("./index.js").Index} index
 * @returns {Found}
 */
export function byName({ content, whole, number }, { docs, roles, text, beginning, shelf, vocabulary }) {
  const { meanings, talk } = vocabulary;
  /** @type {Found} */
  const found = new Map();
  for (const doc of packs(roles, whole, content, vocabulary)) found.set(doc, { score: 1, from: whole });
  if (number) {
    shelf?.dialling();
    const its = answering(docs, number.digits);
    shelf?.meeting(its);
    for (const doc of its) found.set(doc, { score: 1, from: number.from });
  }
  if (whole.includes(" ") && whole.length < 80) {
    const first = whole.slice(0, whole.indexOf(" "));
    for (const doc of [...(shelf?.beginning(first) ?? []), ...(beginning.get(first) ?? [])]) {
      const begun = namesOf(doc, vocabulary).find((name) => name.whole === whole || name.whole.startsWith(`${whole} `));
      if (begun) found.set(doc, { score: Math.sqrt(whole.length / begun.whole.length), from: whole });
    }
  }
  if (!content.length) return found;
  const isProper = (/** @type {string} */ word) => !meanings.byStem.has(word) && !talk.ordinary.has(word) && !talk.weak.has(word) && !talk.alike.has(word);
  const [asked, typed] = [chosen(content), asTyped(content, talk)];
  for (const { doc, terms, queryTerms } of text.search(asked.join(" "), "name", LOOKED_AT, typing(content, talk)).best) {
    let [best, proper] = [0, false];
    const share = Math.min(1, queryTerms.length / content.length);
    for (const { words, plain } of namesOf(doc, vocabulary)) {
      const said = words.filter((word) => terms.includes(word));
      const met = said.reduce((sum, word) => sum + likeness(word, queryTerms), 0) / words.length;
      // "House" is half of a name, and a word of many unrelated sentences.
      const chance = said.length < words.length && said.every((word) => meanings.byStem.has(word)) ? HALF : 1;
      proper ||= !plain && said.some((word) => word.length > 3 && queryTerms.includes(word) && isProper(word));
      best = Math.max(best, chance * met * met * share ** (plain ? 1.5 : 0.6));
    }
    if (best > (found.get(doc)?.score ?? 0)) found.set(doc, { score: best, from: typed(queryTerms), proper });
  }
  return found;
}

/**
 * A function from search terms to the words as they were typed, each once.
 * @param {string[]} content
 * @param {import("./words.js").Talk} talk
 */
function asTyped(content, talk) {
  const typed = [...new Set(content)].map((word) => ({ word, term: stem(word, talk) }));
  /** @type {Map<string, string>} */
  const told = new Map();
  return (/** @type {string[]} */ terms) => {
    const key = terms.join(" ");
    const found = told.get(key) ?? typed.filter(({ term }) => terms.includes(term)).map(({ word }) => word).join(" ");
    told.set(key, found);
    return found;
  };
}

/** The share of a word that was typed. @param {string} word @param {string[]} typed */
const likeness = (word, typed) => Math.max(...typed.map((one) => (one === word ? 1 : word.startsWith(one) ? one.length / word.length : 0.85)));

/**
 * Documents with the unexplained words of a query; all its other words count for less.
 * @param {import("./understand.js").Understood} understood
 * @param {import("./index.js").Index} index
 * @returns {Found}
 */
export function byWords({ rest, content }, { text, docs, vocabulary: { talk } }) {
  /** @type {Found} */
  const found = new Map();
  const typed = asTyped(content, talk);
  const tell = (/** @type {string[]} */ list, /** @type {number} */ weight) => {
    const asked = chosen(list);
    if (!asked.length) return;
    const { count, best } = text.search(asked.join(" "), "words", LOOKED_AT, typing(content, talk));
    const rare = 1 - count / docs.length;
    for (const { doc, score, terms, queryTerms, match } of best) {
      const exact = 0.4 + (0.6 * queryTerms.filter((term) => terms.includes(term)).length) / queryTerms.length;
      // Nearly every ordinary word is somewhere in the long text of a page.
      const all = queryTerms.length === asked.length && queryTerms.every((term) => terms.includes(term));
      const met = weight * exact * rare * (score / best[0].score) * Math.sqrt(queryTerms.length / asked.length);
      // A service with all of several words was meant, however many pages have them too.
      const share = all && asked.length > 1 && doc.service ? Math.max(met, weight) : met;
      if (share > (found.get(doc)?.score ?? 0)) found.set(doc, { score: share, from: typed(queryTerms), exact: (all && (doc.service !== null || [...match].every(([term, fields]) => fields.some((field) => field !== "text") || !talk.usual.has(term)))) || found.get(doc)?.exact });
    }
  };
  tell(rest, 0.6);
  // Searching for the same words again would only give the same documents a lower score.
  if (chosen(rest).join(" ") !== chosen(content).join(" ")) tell(content, 0.3);
  return found;
}
