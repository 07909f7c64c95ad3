// Which sentence of a role each sentence of a document is: the same as `knowledge/bringing/matching.py`.
/** @import { Likeness } from "./likeness.js" */
/** @import { Bounds, SentenceMatch } from "./types" */

/**
 * For the place of each sentence that says what one of the known says: which, and how surely. Others are new.
 * @param {string[]} texts
 * @param {Map<string, string>} known
 * @param {Likeness} likeness
 * @param {Bounds} bounds
 * @returns {Map<number, SentenceMatch>}
 */
export function matches(texts, known, likeness, { taken, asked }) {
  const { lead, twice, within } = likeness.data.bounds;
  const scores = texts.map((text) => new Map([...known].map(([name, words]) => /** @type {const} */ ([name, likeness.of(text, words)]))));
  const pairs = pairsOf(scores, asked);
  const used = new Set(pairs.values());
  const left = [...known].filter(([name]) => !used.has(name));
  return new Map([...pairs].sort(([one], [other]) => one - other).map(([at, name]) => {
    const score = scores[at].get(name) ?? 0;
    const second = Math.max(0, ...[...scores[at]].filter(([rival]) => rival !== name).map(([, other]) => other));
    const said = [...pairs.keys()].some((other) => other < at && likeness.of(texts[at], texts[other]) >= twice);
    const also = left.filter(([, words]) => likeness.saidWithin(words, texts[at]) >= within).map(([rival]) => rival);
    return [at, { id: name, likeness: score, taken: !said && (score >= taken || score - second >= lead), also }];
  }));
}

/** Each sentence with the one it is, the likest pairs first, and none twice. @param {Map<string, number>[]} scores @param {number} least */
function pairsOf(scores, least) {
  const ordered = scores.flatMap((row, at) => [...row].filter(([, score]) => score >= least).map(([name, score]) => ({ score, at, name })));
  ordered.sort((one, other) => other.score - one.score || one.at - other.at || (one.name < other.name ? -1 : 1));
  /** @type {Map<number, string>} */
  const pairs = new Map();
  const taken = new Set();
  for (const { at, name } of ordered) {
    if (pairs.has(at) || taken.has(name)) continue;
    pairs.set(at, name);
    taken.add(name);
  }
  return pairs;
}
