/** Aspects of needs: the words that services use for them. */

/** The most documents to consider for an aspect. */
const LOOKED_AT = 60;

/** The score of each service for the aspects of the needs, by the words that services use for them. @param {import("./understand.js").Understood} understood @param {import("./index.js").Index} index */
export function sought({ needs }, { vocabulary, text }) {
  /** @type {Map<import("./documents.js").Doc, {score: number, label: string, from: string}>} */
  const found = new Map();
  for (const need of needs) {
    for (const place of need.aspects) {
      const aspect = vocabulary.needs.get(need.id)?.aspects[place];
      for (const seek of aspect?.seek ?? []) {
        const { best } = text.search(seek, "aspect", LOOKED_AT);
        const all = seek.split(" ").length;
        const weight = vocabulary.needs.get(need.id)?.person && needs.some(({ id }) => !vocabulary.needs.get(id)?.person) ? 0.7 : 1;
        for (const { doc, score, queryTerms } of best) {
          if (!doc.fits.has(need.id)) continue;
          const share = weight * (score / best[0].score) * Math.max(queryTerms.length / all, 0.3);
          if (share > (found.get(doc)?.score ?? 0)) found.set(doc, { score: share, label: aspect?.label ?? "", from: need.from });
        }
      }
    }
  }
  return found;
}
