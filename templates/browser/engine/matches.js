/**
 * Match phrases in a query, and choose which matches count.
 *
 * @typedef {import("./phrases.js").Phrase} Phrase
 * @typedef {import("./phrases.js").Slot} Slot
 * @typedef {{phrase: Phrase, places: number[], quality: number}} Match
 *   `places` are indexes of slots; `quality` is 1 if every word is exactly as in the phrase.
 */

/** Stems of pronouns, which have a meaning only beside one other word. */
export const PRONOUNS = new Set(["himself", "him"]);

/**
 * The best match of a phrase with its words in order.
 * @param {Phrase} phrase
 * @param {Slot[]} slots
 * @param {number} most The most content words between them.
 * @returns {Match | null}
 */
export function inOrder(phrase, slots, most) {
  let best = null;
  for (let start = 0; start < slots.length; start++) {
    if (!slots[start].forms.has(phrase.stems[0])) continue;
    const places = [start];
    let [gap, quality] = [0, slots[start].forms.get(phrase.stems[0]) ?? 0];
    for (let next = 1, at = start + 1; next < phrase.stems.length && at < slots.length; at++) {
      const fit = slots[at].forms.get(phrase.stems[next]);
      if (fit !== undefined) {
        places.push(at);
        quality = Math.min(quality, fit);
        next++;
      } else {
        // Small talk that was left out of the phrase may stand in an exact match too: "hard of hearing", "pay what you can".
        if (most > 0 || phrase.whole || !slots[at].small) gap += slots[at].soft ? 0.25 : 1;
        if (gap > most) break;
      }
    }
    if (places.length < phrase.stems.length) continue;
    const after = places[places.length - 1] + 1;
    if (phrase.tail && slots[after] && PRONOUNS.has(slots[after].stem)) places.push(after);
    const match = { phrase, places, quality: quality * (1 - 0.1 * gap) };
    if (!best || match.quality > best.quality) best = match;
  }
  return best;
}

/** A match of the words in any order, with at most one other word between them. @param {Phrase} phrase @param {Slot[]} slots @returns {Match | null} */
export function anyOrder(phrase, slots) {
  if (phrase.stems.length < 2 || phrase.stems.includes("not")) return null;
  /** @type {number[]} */
  const places = [];
  let quality = 1;
  for (const stem of phrase.stems) {
    const at = slots.findIndex((slot, place) => slot.forms.has(stem) && !places.includes(place));
    if (at < 0) return null;
    places.push(at);
    quality = Math.min(quality, slots[at].forms.get(stem) ?? 0);
  }
  places.sort((a, b) => a - b);
  const between = slots.slice(places[0], places[places.length - 1]).filter((slot, i) => !slot.soft && !places.includes(i + places[0])).length;
  return between > 1 ? null : { phrase, places, quality: quality * (0.75 - 0.1 * between) };
}

/** All but one word of a long phrase, in order and close together. @param {Phrase} phrase @param {Set<string>} stems @param {Slot[]} slots */
export function partly(phrase, stems, slots) {
  const left = phrase.stems.filter((stem) => stems.has(stem));
  if (left.length < 2 || (phrase.stems.includes("not") && !stems.has("not"))) return null;
  const match = inOrder({ ...phrase, stems: left }, slots, 1);
  // "On the" of "on the sauce" has no content.
  if (match?.places.every((place) => slots[place].small)) return null;
  return match && { phrase, places: match.places, quality: match.quality * (left.length > 2 ? 0.6 : 0.42) };
}

/**
 * The matches that do not overlap, longest first: the words of a match are not available to shorter ones.
 * @param {Match[]} matches
 * @param {(match: Match) => boolean} [beside] Matches that leave their words to others.
 */
export function longestFirst(matches, beside = (/** @type {Match} */ _) => false) {
  const size = (/** @type {Match} */ m) => m.places.length * Math.min(1, m.quality + 0.3);
  const sorted = [...matches].sort((a, b) => size(b) - size(a) || b.quality - a.quality);
  /** @type {Match[]} */
  const kept = [];
  for (const match of sorted) {
    const taken = kept.find((other) => !beside(other) && match.places.some((place) => other.places.includes(place)) && !(equal(other.places, match.places) && match.quality > 0.75 * other.quality));
    if (!taken) kept.push(match);
  }
  return kept;
}

/** @param {number[]} a @param {number[]} b */
const equal = (a, b) => a.length === b.length && a.every((place, i) => place === b[i]);
