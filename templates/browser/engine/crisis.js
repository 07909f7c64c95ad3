/**
 * The crisis cards of a query, and dangerous words that are harmless in their context.
 *
 * @typedef {import("./matches.js").Match} Match
 * @typedef {import("./phrases.js").Slot} Slot
 * @typedef {import("./vocabulary.js").Vocabulary} Vocabulary
 * @typedef {import("./understand.js").Judged} Judged
 * @typedef {import("./understand.js").Understood} Understood
 */
import { denied } from "./classify.js";

/** Above these qualities, a word was typed without error, and the words of a phrase are in order. */
const [AS_TYPED, ORDERED] = [0.95, 0.76];

/**
 * Whether a match of a dangerous need is explained by a harmless family: "cutting" in "cutting down".
 * @param {Match} match
 * @param {Slot[]} list
 * @param {Judged} judged
 * @param {Vocabulary} vocabulary
 */
export function idle(match, list, judged, vocabulary) {
  const dangerous = match.phrase.means.some(({ kind, id }) => kind === "need" && vocabulary.needs.get(id)?.danger);
  return dangerous && judged && match.places.every((place) => vocabulary.judge?.idle(judged.reading, list[place].at, list[place].end));
}

/**
 * Whether every word of a match was typed without error: a guessed correction does not count as danger.
 * @param {Match} match
 * @param {Slot[]} list
 */
function meant({ phrase, places }, list) {
  return places.every((place) => phrase.stems.every((stem) => (list[place].forms.get(stem) ?? 1) > AS_TYPED));
}

/**
 * The crisis cards: those of the judge for the whole text, and those of the dangerous needs that were read in it. Null if there are none.
 * @param {Slot[]} list
 * @param {Match[]} matches
 * @param {Judged} judged
 * @param {Vocabulary} vocabulary
 * @returns {Understood["danger"]}
 */
export function dangerOf(list, matches, judged, vocabulary) {
  if (!judged || !vocabulary.judge) return null;
  const needs = matches.filter((match) => match.quality > ORDERED && meant(match, list) && !denied(match, list)).flatMap(({ phrase, places }) => phrase.means.flatMap(({ kind, id }) => {
    const danger = kind === "need" ? vocabulary.needs.get(id)?.danger : undefined;
    return danger ? [{ kind: danger.kind, now: danger.level === "emergency", at: Math.min(...places.map((p) => list[p].at)), end: Math.max(...places.map((p) => list[p].end)) }] : [];
  }));
  const cards = vocabulary.judge.raised(judged, needs);
  return cards.length ? { level: cards.some(({ now }) => now) ? "emergency" : "urgent", cards } : null;
}
