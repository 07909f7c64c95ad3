/**
 * What the directory has no service for, so that nothing that was asked for is silently replaced by something else.
 *
 * @typedef {{words: string[], guesses: boolean}} Unlisted
 *   `words` has what nothing is listed for, as it was typed; `guesses` is true if no result answers anything that was asked.
 * @typedef {{facet: string, value: string, from: string}} Unmet
 *   A wish that no result is known to fulfil.
 * @typedef {import("./understand.js").Understood} Understood
 * @typedef {import("./asking.js").Wish} Wish
 */
import { MUST } from "./suits.js";
import { NAMED, WEIGHTS } from "./weights.js";

/** The score above which a name was meant, if its word has no other meaning. */
const HALF_NAMED = 0.3;
/** The number of unknown words from which a single word of a need is no answer. */
const STRANGE = 2;
/** The minimum strength of a need that was read from most words of a phrase. */
const LIKELY = 0.6;
/** The ways of getting help that no other way can replace. */
const ONLY_WAY = new Set(["home-visit", "overnight-stay", "text"]);

/**
 * Whether anything answers the query: a need that is more than a kind of help, a name, a place, a number, or a service that has the words.
 * @param {Understood} understood
 * @param {ReturnType<typeof import("./rank.js").met>} evidence
 * @param {import("./index.js").Index} index
 * @returns {Unlisted}
 */
export function unlisted({ needs, could, topics, unknown, told, feels, number, wishes, placeOnly, danger }, { names, texts }, { vocabulary, byNeed }) {
  const missing = topics.map(({ from }) => from);
  const narrow = missing.length > 0 || unknown.some(({ beside }) => beside);
  // One word with several meanings, and the others strange: "kidney stone clinic nurse wants sieve picked up" is not about drugs.
  const strange = unknown.length >= STRANGE && told < 2;
  const thing = strange && !feels && unknown.length > STRANGE;
  const clear = (/** @type {import("./understand.js").UnderstoodNeed} */ { id, generic }) => (vocabulary.needs.get(id)?.person ? !narrow && !unknown.length : !(generic && (narrow || strange)) && !thing);
  const stands = (needs.some((need) => byNeed.has(need.id) && clear(need)) || (!narrow && !strange && could.some(({ strength }) => strength >= LIKELY)));
  // A crisis card that words of danger raised is an answer. What comes after the first call is a guess all the same where a narrow thing was
  // typed alone ("sextortion"), or where only the net took the words for danger ("coach trips to the seaside").
  const doubtful = danger?.cards.every(({ family }) => family === "net") || (missing.length > 0 && !needs.length && !unknown.length);
  const endangered = danger !== null && !doubtful;
  const guesses = !endangered && !stands && !placeOnly && !named(names, missing.length > 0) && (missing.length > 0 || ![...texts.values()].some(({ exact }) => exact));
  if (!guesses) return { words: missing, guesses };
  const telling = unknown.filter(({ beside }) => beside || !(needs.length && narrow));
  const known = telling.filter(({ stem }) => !vocabulary.kinds.has(stem));
  const typed = number?.alone ? [number.from] : [...missing, ...(known.length ? known : telling).map(({ word }) => word), ...wishes.filter(({ facet }) => MUST.has(facet)).map(({ from }) => from)];
  return { words: [...new Set(typed)], guesses };
}

/** Whether a name was meant. Half the name of a page is enough if the query names nothing narrower. @param {import("./wordmatch.js").Found} names @param {boolean} [narrow] */
export const named = (names, narrow = false) => [...names].some(([{ page }, { score, proper }]) => WEIGHTS.name * score > (proper || (page && !narrow) ? HALF_NAMED : NAMED));

/**
 * The wishes that none of the results for the need fulfils.
 * @param {Understood} understood
 * @param {import("./rank.js").Hit[]} hits
 * @param {{day: number, minutes: number}} now
 * @param {import("./index.js").Index} index
 * @returns {Unmet[]}
 */
export function unmet({ wishes, placeOnly, wishOnly }, hits, now, index) {
  const musts = wishes.filter(({ facet, value, minutes }) => MUST.has(facet) || facet === "way" || (facet === "how" && ONLY_WAY.has(value)) || (facet === "open" && (minutes !== undefined || placeOnly)));
  if (!musts.length) return [];
  const helps = (/** @type {import("./rank.js").Hit} */ { parts }) => wishOnly || parts.need > 0 || parts.name > NAMED || parts.area > 0;
  const met = (/** @type {Wish} */ wish) => {
    const granted = index.table().granted(wish, now);
    return hits.some((hit) => hit.fits && granted.has(hit.turn) && helps(hit));
  };
  return musts.filter((wish) => !met(wish)).map(({ facet, value, from }) => ({ facet, value, from }));
}
