/**
 * What a match means: a topic, a kind of help only, who a person is only, or a negation.
 *
 * @typedef {import("./matches.js").Match} Match
 * @typedef {import("./phrases.js").Slot} Slot
 * @typedef {import("./vocabulary.js").Vocabulary} Vocabulary
 */

/** @param {Match} match */
export const isTopic = ({ phrase }) => phrase.means.some(({ kind }) => kind === "topic");

/** @param {Match} match */
export const topicOnly = ({ phrase }) => phrase.means.every(({ kind }) => kind === "topic");

/** Whether a match only names a kind of help. @param {Match} match @param {Vocabulary} vocabulary */
export const isKind = ({ phrase }, vocabulary) => vocabulary.kinds.has(phrase.stems.join(" "));

/**
 * Whether a match only says who the person is.
 * @param {Match} match
 * @param {Vocabulary} vocabulary
 */
export function personal({ phrase }, vocabulary) {
  return phrase.means.every(({ kind, id }) => kind === "need" && vocabulary.needs.get(id)?.person);
}

/**
 * Whether "not" is directly before a phrase: "not suicidal".
 * @param {Match} match
 * @param {Slot[]} list
 */
export function denied({ phrase, places }, list) {
  return places[0] > 0 && list[places[0] - 1].word === "not" && phrase.stems[0] !== "not" && list[places[0]].at - list[places[0] - 1].end < 2;
}
