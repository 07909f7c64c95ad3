/**
 * An inverted index with prefix and fuzzy matching. It computes the scores of MiniSearch (BM25+),
 * with its constants and in its order, from lists that are much faster to build and to read. MiniSearch's map of terms is used unchanged.
 *
 * @typedef {typeof import("minisearch/SearchableMap").default} TermMap
 * @typedef {{places: number[], counts: number[]}} Posting The documents with a term in one field, and its count in each.
 * @typedef {{term: string, field: string, places: number[]}} Stood A term that was found in a field, and the documents.
 * @typedef {{term: string, places: number[], scores: number[], stood: Stood[]}} One
 *   The results of one term of a query: the documents with their scores, in the order in which they were found, and the terms that matched.
 * @typedef {ReturnType<typeof postings>} Postings
 */
import { telling } from "./words.js";

const FIELDS = /** @type {const} */ (["name", "other", "org", "summary", "text"]);
/** The weight of a prefix match, and of a fuzzy match. */
const [BEGUN, MISSPELT] = [0.375, 0.45];
/** The constants k, b and d of BM25+: term frequency saturation, length normalisation, and the bonus of any occurrence. */
const [OFTEN, LENGTH, HAVING] = [1.2, 0.7, 0.5];

/**
 * @param {import("./documents.js").Doc[]} docs
 * @param {(term: string) => boolean} passes Which terms are kept.
 * @param {TermMap} TermMap
 * @param {import("./shelf.js").Shelf | null} shelf Of a large directory: its services are read from there.
 */
export function postings(docs, passes, TermMap, shelf) {
  /** @type {import("minisearch/SearchableMap").default<Posting[]>} */
  const terms = new TermMap();
  const lengths = FIELDS.map(() => new Uint32Array(docs.length));
  const means = FIELDS.map((_, i) => shelf?.means[i] ?? 0);
  for (const term of shelf?.words ?? []) if (passes(term)) terms.fetch(term, () => []);
  docs.forEach(({ texts, service }, place) => {
    if (shelf && service) return;
    FIELDS.forEach((field, i) => {
      const told = telling(texts[field]);
      lengths[i][place] = new Set(told).size;
      means[i] = (means[i] * place + lengths[i][place]) / (place + 1);
      for (const term of told) if (passes(term)) put(terms.fetch(term, () => []), i, place);
    });
  });
  const scores = new Float64Array(docs.length);

  /** Add the scores of a term in each field. @param {One} found @param {string} term @param {Posting[]} own @param {number} weight @param {Record<string, number>} boosts */
  function add(found, term, own, weight, boosts) {
    FIELDS.forEach((field, i) => {
      if (!own[i] || !boosts[field]) return;
      const { places, counts } = own[i];
      const [rarity, share, of, mean] = [Math.log(1 + (docs.length - places.length + 0.5) / (places.length + 0.5)), weight * boosts[field], lengths[i], means[i]];
      for (let at = 0; at < places.length; at++) {
        const [place, count] = [places[at], counts[at]];
        if (!scores[place]) found.places.push(place);
        scores[place] += share * (rarity * (HAVING + (count * (OFTEN + 1)) / (count + OFTEN * (1 - LENGTH + (LENGTH * of[place]) / mean))));
      }
      found.stood.push({ term, field, places });
    });
  }

  /** The terms that are meant, itself first, and how much each counts. @param {string} term @param {boolean} prefix @param {number | false} fuzzy */
  function meant(term, prefix, fuzzy) {
    /** @type {Map<string, number>} */
    const found = new Map();
    for (const [other, [, far]] of fuzzy ? terms.fuzzyGet(term, fuzzy) : []) found.set(other, (MISSPELT * other.length) / (other.length + far));
    for (const [other] of prefix ? terms.atPrefix(term) : []) found.set(other, (BEGUN * other.length) / (other.length + 0.3 * (other.length - term.length)));
    found.delete(term);
    // In an order that does not depend on how the map was filled, so that equal scores always come in the same order.
    const others = [...found].sort(([a], [b]) => (a < b ? -1 : 1));
    return terms.has(term) ? [/** @type {[string, number]} */ ([term, 1]), ...others] : others;
  }

  /** @param {string} term @param {Record<string, number>} boosts What each field counts. @param {boolean} prefix @param {number | false} fuzzy @returns {One} */
  function meet(term, boosts, prefix, fuzzy) {
    /** @type {One} */
    const found = { term, places: [], scores: [], stood: [] };
    const all = meant(term, prefix, fuzzy);
    shelf?.reading(all.map(([other]) => other));
    for (const [other, weight] of all) {
      const own = terms.get(other) ?? [];
      add(found, other, shelf ? shelf.postings(other, own, lengths) : own, weight, boosts);
    }
    found.scores = found.places.map((place) => scores[place]);
    for (const place of found.places) scores[place] = 0;
    return found;
  }

  return meet;
}

/** Count one occurrence of a term in a field. @param {Posting[]} own @param {number} field @param {number} place */
function put(own, field, place) {
  own[field] ??= { places: [], counts: [] };
  const { places, counts } = own[field];
  const last = places.length - 1;
  if (places[last] === place) counts[last]++;
  else {
    places.push(place);
    counts.push(1);
  }
}
