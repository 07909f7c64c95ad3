/**
 * The trained net behind the families: a weighted sum of a text's features. generator/knowledge/danger/net.py does the same.
 *
 * @typedef {{threshold: number, doubt: number, bias: number[], weights: import("./packed.js").Packed, hints: import("./packed.js").Packed}} PlainNet
 *   `weights` has what features that tell the cards apart add to danger of any kind and to each card, in tenths, and `hints` what the rest
 *   adds to danger of any kind. From `threshold` on the net raises a card; below `doubt` it is so sure that all is well that even what a family found counts
 *   for nothing.
 */
import { features } from "./features.js";
import { mark, unpack, weightsOf } from "./packed.js";

const OUTPUTS = ["any", "self", "harm", "child", "medical"];
const MAX_REASON_WORDS = 3; // words that are named as the reason, at most

/** @param {PlainNet} plain */
export function createNet({ threshold, doubt, bias, weights, hints }) {
  const [telling, hinting] = [unpack(weights, OUTPUTS.length), unpack(hints, 1)];
  /** @type {{reading: import("./judge.js").Reading, found: ReturnType<typeof features>} | null} */
  let last = null;

  /** The features of a text, computed once for the score and for the reason. @param {import("./judge.js").Reading} reading */
  function of(reading) {
    if (last?.reading !== reading) last = { reading, found: features(reading) };
    return last.found;
  }

  /** What a feature weighs for each output that it says something on. @param {string} name */
  function weighed(name) {
    const its = mark(name);
    return weightsOf(telling, its) ?? weightsOf(hinting, its);
  }

  /**
   * The score of a text for each card. The features of a kind count as one text of that kind, however many there are.
   * @param {import("./judge.js").Reading} reading
   * @returns {Record<string, number>}
   */
  function scores(reading) {
    const sums = [...bias];
    for (const [part, found] of of(reading)) {
      const share = part / Math.sqrt(found.size);
      for (const name of found.keys()) {
        const own = weighed(name);
        if (own) for (let card = 0; card < own.length; card++) sums[card] += share * own[card];
      }
    }
    return Object.fromEntries(OUTPUTS.map((card, i) => [card, sums[i]]));
  }

  /** The positions of the words with the highest weights for a card, or for danger of any kind, in order. @param {import("./judge.js").Reading} reading @param {string} card */
  function why(reading, card) {
    const found = of(reading).flatMap(([, kind]) => [...kind]);
    const best = heaviest(found, OUTPUTS.indexOf(card));
    return best.length ? best : heaviest(found, 0);
  }

  /** @param {[string, number[]][]} found @param {number} output */
  function heaviest(found, output) {
    /** @type {Map<number, number>} */
    const shares = new Map();
    for (const [name, places] of found) for (const place of places) shares.set(place, (shares.get(place) ?? 0) + (weighed(name)?.[output] ?? 0) / places.length);
    const best = [...shares].sort(([a, one], [b, other]) => other - one || a - b).slice(0, MAX_REASON_WORDS);
    return best.filter(([, share]) => share > 0).map(([place]) => place).sort((a, b) => a - b);
  }

  return { threshold, doubt, scores, why };
}
