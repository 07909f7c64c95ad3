/**
 * The trained net behind the families: a sum of weights of what a text has in it. generator/knowledge/danger/net.py does the same.
 *
 * @typedef {{threshold: number, doubt: number, bias: number[], weights: string}} PlainNet
 *   `weights` has a line for each feature: its name, and what it adds to danger of any kind and to each card, in tenths. From `threshold` on
 *   the net raises a card; below `doubt` it is so sure that all is well that even what a family found counts for nothing.
 */
const CARDS = ["any", "self", "harm", "child", "medical"];
const COVERED = "COVERED"; // a harmless family explains some of the words
const TELLING = 3; // words that are named as the reason, at most

/** @param {PlainNet} plain */
export function createNet({ threshold, doubt, bias, weights }) {
  /** @type {Map<string, number[]>} */
  const all = new Map();
  for (const line of weights.split("\n")) {
    const [name, ...row] = line.split(",");
    all.set(name, row.map(Number));
  }

  /** @param {import("./judge.js").Reading} reading @returns {Record<string, number>} The score of a text for each card. */
  function scores(reading) {
    const found = features(reading);
    const scale = Math.sqrt(found.size) || 1;
    const sums = CARDS.map(() => 0);
    for (const name of found.keys()) {
      all.get(name)?.forEach((weight, card) => {
        sums[card] += weight;
      });
    }
    return Object.fromEntries(CARDS.map((card, i) => [card, bias[i] + sums[i] / scale]));
  }

  /** The places of the words that speak most for a card, in their order. @param {import("./judge.js").Reading} reading @param {string} card */
  function why(reading, card) {
    const share = reading.words.map(() => 0);
    for (const [name, places] of features(reading)) for (const place of places) share[place] += (all.get(name)?.[CARDS.indexOf(card)] ?? 0) / places.length;
    const best = share.map((_, place) => place).sort((a, b) => share[b] - share[a] || a - b).slice(0, TELLING);
    return best.filter((place) => share[place] > 0).sort((a, b) => a - b);
  }

  return { threshold, doubt, scores, why };
}

/** What a text has in it, each once, with the words it is made of: words, classes, and pairs of those that stand together. @param {import("./judge.js").Reading} reading */
export function features({ words, at, covered }) {
  /** @type {Map<string, number[]>} */
  const found = new Map();
  const put = (/** @type {string} */ name, /** @type {number[]} */ ...places) => void (found.has(name) || found.set(name, places));
  const free = words.map((_, place) => place).filter((place) => !covered.has(place));
  const heads = at.map((here, place) => [...here.keys()].filter((name) => name !== words[place]));
  const pair = (/** @type {number} */ place) => (heads[place].length ? heads[place].slice(0, 2) : [words[place]]);
  free.forEach((place, i) => {
    const word = words[place];
    if (!/^\p{Nd}/u.test(word)) put(word, place);
    for (const name of heads[place]) put(name, place);
    const after = free[i + 1];
    if (after !== undefined) for (const one of pair(place)) for (const other of pair(after)) put(`${one} ${other}`, place, after);
  });
  if (covered.size) put(COVERED);
  return found;
}
