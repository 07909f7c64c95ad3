// The index, made in the browser from the plain documents. Titles and other names count most, running text least.
import MiniSearch from "minisearch";
import { wanted, words } from "./words.js";

const BOOST = { title: 6, words: 4, summary: 2, text: 1 };

export function engine(documents) {
  const index = new MiniSearch({
    fields: Object.keys(BOOST),
    tokenize: words,
    processTerm: (term) => term,
    searchOptions: {
      boost: BOOST,
      prefix: (term) => term.length > 1,
      // One wrong letter in a short word, two in a long one; none where a letter makes another word.
      fuzzy: (term) => (term.length > 7 ? 2 : term.length > 3 ? 1 : false),
      weights: { prefix: 0.5, fuzzy: 0.2 },
      tokenize: wanted,
    },
  });
  index.addAll(documents);
  const byId = new Map(documents.map((one) => [one.id, one]));

  // All the words first; where nothing has them all, any of them.
  return function search(query) {
    for (const combineWith of ["AND", "OR"]) {
      const found = index.search(query, { combineWith });
      if (found.length) return found.map((hit) => ({ document: byId.get(hit.id), terms: hit.terms }));
    }
    return [];
  };
}
