/**
 * Names and free words.
 *
 * @typedef {Map<import("./documents.js").Doc, {score: number, from: string, exact?: boolean, proper?: boolean}>} Found
 *   `exact` where a document has every word that was searched for, as it was typed; `proper` where the word of its name is one
 *   that nobody says for anything else: "papyrus".
 */

import { figures } from "./asking.js";
import { namesOf } from "./documents.js";
import { MOST_ERRORS } from "./text.js";
import { reads, stem, telling } from "./words.js";

/** How many words of a long sentence are searched for: the longest say most, and every word costs time. */
const MOST = 8;

/** How many of the documents that have words of a query are looked at. */
const LOOKED_AT = 200;

/** What half a name counts where its words are ones that people say anyway. */
const HALF = 0.5;

/** @param {string[]} list */
const chosen = (list) => [...new Set(list)].sort((a, b) => b.length - a.length).slice(0, MOST);

/** Only the last word may be unfinished, and only a word that is not an ordinary one misspelt. @param {string[]} content @param {import("./words.js").Talk} talk */
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

/** Whether a number is one of a service’s, or its beginning. @param {import("./documents.js").Service} service @param {string} digits */
const answersTo = ({ phone, text, numbers }, digits) =>
  [phone, text, ...numbers].some((one) => one && (figures(one) === digits || (digits.length > 5 && figures(one).startsWith(digits))));

/**
 * Documents whose name the query says: all of a name and nothing else scores 1.
 * @param {import("./understand.js").Understood} understood
 * @param {import("./index.js").Index} index
 * @returns {Found}
 */
export function byName({ content, whole, number }, { docs, roles, text, beginning, vocabulary }) {
  const { meanings, talk } = vocabulary;
  /** @type {Found} */
  const found = new Map();
  for (const doc of packs(roles, whole, content, vocabulary)) found.set(doc, { score: 1, from: whole });
  if (number) for (const doc of docs) if (doc.service && answersTo(doc.service, number.digits)) found.set(doc, { score: 1, from: number.from });
  if (whole.includes(" ") && whole.length < 80) {
    for (const doc of beginning.get(whole.slice(0, whole.indexOf(" "))) ?? []) {
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
      // "House" is half of a name, and of many sentences about something else.
      const chance = said.length < words.length && said.every((word) => meanings.byStem.has(word)) ? HALF : 1;
      proper ||= !plain && said.some((word) => word.length > 3 && queryTerms.includes(word) && isProper(word));
      best = Math.max(best, chance * met * met * share ** (plain ? 1.5 : 0.6));
    }
    if (best > (found.get(doc)?.score ?? 0)) found.set(doc, { score: best, from: typed(queryTerms), proper });
  }
  return found;
}

/**
 * Tells the words as they were typed, each once, of the terms that they were searched by.
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

/** How much of a word was typed: all of it, or a beginning. @param {string} word @param {string[]} typed */
const likeness = (word, typed) => Math.max(...typed.map((one) => (one === word ? 1 : word.startsWith(one) ? one.length / word.length : 0.85)));

/**
 * Documents that hold the words which nothing explained, and less surely all the others.
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
      // Nearly every ordinary word stands somewhere in the long text of a page.
      const all = queryTerms.length === asked.length && queryTerms.every((term) => terms.includes(term));
      const met = weight * exact * rare * (score / best[0].score) * Math.sqrt(queryTerms.length / asked.length);
      // A service that has all of several words was asked for, however many pages have them too.
      const share = all && asked.length > 1 && doc.service ? Math.max(met, weight) : met;
      if (share > (found.get(doc)?.score ?? 0)) found.set(doc, { score: share, from: typed(queryTerms), exact: (all && (doc.service !== null || [...match].every(([term, fields]) => fields.some((field) => field !== "text") || !talk.usual.has(term)))) || found.get(doc)?.exact });
    }
  };
  tell(rest, 0.6);
  // The same words once more would only find the same less surely.
  if (chosen(rest).join(" ") !== chosen(content).join(" ")) tell(content, 0.3);
  return found;
}
