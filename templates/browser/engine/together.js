/**
 * Combine the matches of several terms, adding scores as MiniSearch does. The matches of each term can be cached, and only the best
 * documents are sorted.
 *
 * @typedef {Map<string, string[]>} Match The fields of a document in which each term stands that was met.
 * @typedef {import("./postings.js").One} One
 * @typedef {{doc: import("./documents.js").Doc, score: number, match: Match, terms: string[], queryTerms: string[]}} Met
 *   A document: `terms` are its matching terms, `queryTerms` the terms of the query that matched them.
 */

/** @param {import("./documents.js").Doc[]} docs */
export function adder(docs) {
  const [sums, counts] = [new Float64Array(docs.length), new Uint8Array(docs.length)];

  /**
   * The documents that match any term.
   * @param {One[]} all A term that stands twice in a question counts twice, but as one term.
   * @param {number} most How many of the best are wanted.
   * @returns {{count: number, best: Met[]}} Their number, and the best.
   */
  return function together(all, most) {
    /** @type {number[]} */
    const places = [];
    all.forEach(({ term, places: met, scores }, i) => {
      const again = all.findIndex((other) => other.term === term) < i;
      for (let at = 0; at < met.length; at++) {
        const place = met[at];
        if (!counts[place]) places.push(place);
        sums[place] += scores[at];
        if (!again) counts[place]++;
      }
    });
    const scores = places.map((place) => sums[place] * counts[place]);
    const chosen = highest(scores, most);
    for (const place of places) sums[place] = counts[place] = 0;
    const best = new Map(chosen.map((at) => [places[at], met(docs[places[at]], scores[at])]));
    describe(best, all);
    return { count: places.length, best: [...best.values()] };
  };
}

/** The indexes of the highest scores, best first; equal scores keep their order. @param {number[]} scores @param {number} most */
function highest(scores, most) {
  const least = scores.length > most ? Float64Array.from(scores).sort()[scores.length - most] : -Infinity;
  /** @type {number[]} */
  const found = [];
  scores.forEach((score, at) => {
    if (score >= least) found.push(at);
  });
  return found.sort((a, b) => scores[b] - scores[a]).slice(0, most);
}

/** @param {import("./documents.js").Doc} doc @param {number} score @returns {Met} */
const met = (doc, score) => ({ doc, score, match: new Map(), terms: [], queryTerms: [] });

/** Adds what was met of each. @param {Map<number, Met>} best By their places. @param {One[]} all */
function describe(best, all) {
  for (const { term: asked, stood } of all) {
    for (const { term, field, places } of stood) {
      for (let at = 0; at < places.length; at++) {
        const met = best.get(places[at]);
        if (!met) continue;
        const fields = met.match.get(term);
        if (fields) fields.push(field);
        else met.match.set(term, [field]);
        if (!met.queryTerms.includes(asked)) met.queryTerms.push(asked);
      }
    }
  }
  for (const met of best.values()) met.terms = [...met.match.keys()];
}
