// Which sentence of a role each sentence of a document is: the same as `knowledge/bringing/matching.py`.
/** @import { Likeness } from "./likeness.js" */
/** @import { Bounds, LikenessData, SentenceMatch } from "./types" */

/**
 * For the place of each sentence that says what one of the known says: which, and how surely. Others are new.
 * @param {string[]} texts
 * @param {Map<string, string>} known
 * @param {Likeness} likeness
 * @param {Bounds} bounds
 * @returns {Map<number, SentenceMatch>}
 */
export function matches(texts, known, likeness, bounds) {
  const { behind, twice } = likeness.data.bounds;
  const scores = texts.map((text) => new Map([...known].map(([name, words]) => /** @type {const} */ ([name, likeness.of(text, words)]))));
  const pairs = pairsOf(scores, bounds.asked);
  const used = new Set(pairs.values());
  const left = [...known].filter(([name]) => !used.has(name));
  const before = [...pairs.keys()];
  return new Map(
    scores.flatMap((row, at) => {
      const said = pairs.has(at) && before.some((other) => other < at && likeness.of(texts[at], texts[other]) >= twice);
      const match = matchOf(row, pairs.get(at), used, bounds, said ? 0 : behind);
      if (!match) return [];
      const [text, main] = [likeness.words(texts[at]), likeness.words(known.get(match.id) ?? "")];
      const also = left.filter(([, words]) => holds(text, main, likeness.words(words), likeness.data.bounds)).map(([name]) => name);
      return [/** @type {const} */ ([at, { ...match, also }])];
    }),
  );
}

/**
 * What a sentence is: its own one of the role, or one that another line is more like.
 * @param {Map<string, number>} row
 * @param {string | undefined} own
 * @param {Set<string>} used
 * @param {Bounds} bounds
 * @param {number} behind by how much another may be more like; 0 where the document says the sentence twice
 * @returns {Omit<SentenceMatch, "also"> | undefined}
 */
function matchOf(row, own, used, bounds, behind) {
  const [best, score] = [...row].reduce((most, one) => (one[1] > most[1] || (one[1] === most[1] && one[0] < most[0]) ? one : most), ["", 0]);
  const again = used.has(best) && score >= bounds.again;
  if (own !== undefined) {
    const like = row.get(own) ?? 0;
    const second = Math.max(0, ...[...row].filter(([rival]) => rival !== own).map(([, other]) => other));
    const taken = (like >= bounds.taken || like - second >= bounds.lead) && score - like < behind;
    if (taken || !again || best === own) return { id: own, likeness: like, taken, again: false };
  }
  return again ? { id: best, likeness: score, taken: true, again } : undefined;
}

/**
 * Whether a paragraph that says what `main` says holds the `other` as well, by what is not in `main`.
 * @param {Map<string, number>} said
 * @param {Map<string, number>} main
 * @param {Map<string, number>} other
 * @param {LikenessData["bounds"]} bounds
 */
function holds(said, main, other, { held, held_weight, rest, rest_weight }) {
  const sum = (/** @type {[string, number][]} */ weights) => weights.reduce((all, [, weight]) => all + weight, 0);
  const both = [...other].filter(([one]) => said.has(one));
  const beyond = [...said].filter(([one]) => !main.has(one));
  if (sum(both.filter(([one]) => !main.has(one))) >= held_weight && sum(both) >= held * sum([...other])) return true;
  return sum(beyond) >= rest_weight && sum(beyond.filter(([one]) => other.has(one))) >= rest * sum(beyond);
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
