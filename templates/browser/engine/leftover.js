/**
 * The words of a query that no match explains, and words without content.
 *
 * @typedef {import("./matches.js").Match} Match
 * @typedef {import("./phrases.js").Slot} Slot
 * @typedef {import("./vocabulary.js").Vocabulary} Vocabulary
 */
import { isKind, personal } from "./classify.js";
import { MUST } from "./suits.js";

/** Words without content. */
const EMPTY = new Set(["somewhere", "anywhere", "instead", "everything", "everyone", "nobody", "nothing", "today", "tonight", "tomorrow", "morning", "night", "already", "maybe", "asking"]);
/** Words that belong to an opening time, and to a language. */
const TIMED = new Set(["open", "opens", "opening", "close", "closes", "closed", "shut", "shuts", "available", "midnight", "midday", "noon"]);
const SPOKEN = new Set(["speaking", "speaker", "speakers", "speaks", "speak", "spoken", "language"]);

/** Words that may stand between a kind of help and what it is for: "classes in pottery". */
const LINKS = new Set(["for", "about", "with", "after", "on", "in", "of", "to"]);

/**
 * Whether a word has no content, or belongs to a wish: the digits of a time, "open" beside it, "speaking" beside a language.
 * @param {Slot} slot
 * @param {import("./asking.js").Wish | null} timed
 * @param {Match[]} wishes
 */
export function aside({ word }, timed, wishes) {
  if (word.length < 2 || EMPTY.has(word)) return true;
  if (timed && (/\d|day$/.test(word) || TIMED.has(word))) return true;
  return SPOKEN.has(word) && wishes.some(({ phrase }) => phrase.means.some(({ kind }) => kind === "language"));
}

/**
 * Whether a query only says how or when help is wanted.
 * @param {Slot[]} list
 * @param {Match[]} wishes
 * @param {import("./asking.js").Wish | null} timed
 */
export function wishesAlone(list, wishes, timed) {
  const covered = new Set(wishes.flatMap(({ places }) => places));
  const must = wishes.some(({ phrase }) => phrase.means.some(({ kind }) => MUST.has(kind)));
  return covered.size + Number(Boolean(timed)) > 0 && !must && list.every((slot, i) => slot.soft || covered.has(i) || aside(slot, timed, wishes));
}

/**
 * The content words that no phrase, area or wish explains.
 * @param {Slot[]} list
 * @param {Set<number>} used
 * @param {Match[]} matches
 * @param {Match[]} wishes
 * @param {Vocabulary} vocabulary
 * @returns {{word: string, stem: string, beside: boolean}[]}
 */
export function unexplained(list, used, matches, wishes, vocabulary) {
  const wanted = new Set(wishes.flatMap(({ places }) => places));
  const kinds = new Set(matches.filter((match) => isKind(match, vocabulary) || personal(match, vocabulary)).flatMap(({ places }) => places));
  const places = list.flatMap(({ soft, stem }, i) => (soft || used.has(i) || wanted.has(i) || vocabulary.talk.alike.has(stem) ? [] : [i]));
  const touches = (/** @type {number} */ at) => kinds.has(at + 1) || kinds.has(at - 1) || (kinds.has(at - 2) && LINKS.has(list[at - 1].word) && !vocabulary.meanings.byStem.has(list[at].stem));
  const beside = new Set(places.filter(touches));
  for (const at of [...places].reverse()) if (beside.has(at + 1)) beside.add(at); // "head lice clinic"
  return places.map((i) => ({ word: list[i].word, stem: list[i].stem, beside: beside.has(i) }));
}
