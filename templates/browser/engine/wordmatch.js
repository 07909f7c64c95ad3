/**
 * Names and free words, by MiniSearch.
 *
 * @typedef {Map<import("./documents.js").Doc, {score: number, from: string}>} Found
 */

/** How many words of a long sentence are searched for: the longest say most, and every word costs time. */
const MOST = 8;

/** @param {string[]} list */
const chosen = (list) => [...new Set(list)].sort((a, b) => b.length - a.length).slice(0, MOST);

/** Only the last word may be unfinished. @param {string[]} content */
const typing = (content) => ({
  prefix: (/** @type {string} */ term) => term.length > 3 && content[content.length - 1].startsWith(term),
  fuzzy: (/** @type {string} */ term) => (term.length > 7 ? 2 : term.length > 4 ? 1 : false),
  combineWith: /** @type {"OR"} */ ("OR"),
});

/**
 * Documents whose name the query says: all of a name and nothing else scores 1.
 * @param {import("./understand.js").Understood} understood
 * @param {import("./documents.js").Index} index
 * @returns {Found}
 */
export function byName({ content, whole }, { text, byId, docs }) {
  /** @type {Found} */
  const found = new Map();
  if (whole.includes(" ") && whole.length < 80) {
    for (const doc of docs) {
      const begun = doc.names.find((name) => name.whole === whole || name.whole.startsWith(`${whole} `));
      if (begun) found.set(doc, { score: Math.sqrt(whole.length / begun.whole.length), from: whole });
    }
  }
  if (!content.length) return found;
  const asked = chosen(content);
  for (const { id, terms, queryTerms } of text.search(asked.join(" "), { ...typing(content), fields: ["name", "other"] }).slice(0, 200)) {
    const doc = byId.get(id);
    if (!doc) continue;
    let best = 0;
    const share = Math.min(1, queryTerms.length / content.length);
    for (const { words, plain } of doc.names) {
      const met = words.reduce((sum, word) => sum + (terms.includes(word) ? likeness(word, queryTerms) : 0), 0) / words.length;
      best = Math.max(best, met * met * share ** (plain ? 1.5 : 0.6));
    }
    if (best > (found.get(doc)?.score ?? 0)) found.set(doc, { score: best, from: queryTerms.join(" ") });
  }
  return found;
}

/** How much of a word was typed: all of it, or a beginning. @param {string} word @param {string[]} typed */
const likeness = (word, typed) => Math.max(...typed.map((one) => (one === word ? 1 : word.startsWith(one) ? one.length / word.length : 0.85)));

/**
 * Documents that hold the words which nothing explained, and less surely all the others.
 * @param {import("./understand.js").Understood} understood
 * @param {import("./documents.js").Index} index
 * @returns {Found}
 */
export function byWords({ rest, content }, { text, byId }) {
  /** @type {Found} */
  const found = new Map();
  const tell = (/** @type {string[]} */ list, /** @type {number} */ weight) => {
    const asked = chosen(list);
    if (!asked.length) return;
    const results = text.search(asked.join(" "), { ...typing(content), boost: { name: 3, other: 3, org: 1.5 } });
    const rare = 1 - results.length / byId.size;
    for (const { id, score, terms, queryTerms } of results.slice(0, 200)) {
      const doc = byId.get(id);
      const exact = 0.4 + (0.6 * queryTerms.filter((term) => terms.includes(term)).length) / queryTerms.length;
      const share = weight * exact * rare * (score / results[0].score) * Math.sqrt(queryTerms.length / asked.length);
      if (doc && share > (found.get(doc)?.score ?? 0)) found.set(doc, { score: share, from: queryTerms.join(" ") });
    }
  };
  tell(rest, 0.6);
  tell(content, 0.45);
  return found;
}
