/**
 * The needs of the matches of a query, and guesses from single words or a topic.
 *
 * @typedef {import("./matches.js").Match} Match
 * @typedef {import("./phrases.js").Slot} Slot
 * @typedef {import("./vocabulary.js").Vocabulary} Vocabulary
 * @typedef {import("./understand.js").UnderstoodNeed} UnderstoodNeed
 */
import { denied, isKind } from "./classify.js";

/** The minimum quality of a word for a need beside a topic, and for a language. */
export const CLOSE = 0.9;

/**
 * The needs of the matches, strongest first, each once with the words it was read from.
 * @param {Match[]} matches
 * @param {Slot[]} list
 * @param {Vocabulary} vocabulary
 * @param {(places: number[]) => string} said
 */
export function gather(matches, list, vocabulary, said) {
  /** @type {Map<string, UnderstoodNeed>} */
  const found = new Map();
  for (const match of matches) {
    const { phrase, places, quality } = match;
    const generic = isKind(match, vocabulary) || (places.length === 1 && quality < CLOSE) || (quality < CLOSE && places.every((place) => list[place].soft));
    for (const meaning of phrase.means.filter(({ kind }) => kind === "need")) {
      const strength = meaning.weight * quality * (denied({ phrase, places, quality }, list) ? 0.4 : 1) * (1 + 0.05 * Math.min(places.length - 1, 3));
      const known = found.get(meaning.id);
      const aspects = meaning.aspect === undefined ? [] : [meaning.aspect];
      if (known) {
        known.aspects.push(...aspects.filter((aspect) => !known.aspects.includes(aspect)));
        known.strength = Math.min(1.3, Math.max(known.strength, strength) + 0.1);
        known.generic &&= generic;
      } else found.set(meaning.id, { id: meaning.id, label: vocabulary.needs.get(meaning.id)?.label ?? meaning.id, from: said(places), strength, aspects, generic });
    }
  }
  return [...found.values()].sort((a, b) => b.strength - a.strength);
}

/**
 * The needs nearest to a topic, as guesses.
 * @param {Match} match
 * @param {Vocabulary} vocabulary
 * @param {(places: number[]) => string} said
 */
export function nearTopic({ phrase, places }, vocabulary, said) {
  const ids = phrase.means.filter(({ kind }) => kind === "topic").flatMap(({ id }) => vocabulary.plain.talk.topics[Number(id)].near);
  return ids.map((id, i) => ({ id, label: vocabulary.needs.get(id)?.label ?? id, from: said(places), strength: 0.59 - 0.1 * i, aspects: [] }));
}

/**
 * Guesses from single words that no phrase explains.
 * @param {Slot[]} list
 * @param {Set<number>} used
 * @param {Vocabulary} vocabulary
 */
export function guess(list, used, vocabulary) {
  /** @type {Map<string, UnderstoodNeed>} */
  const found = new Map();
  list.forEach((slot, i) => {
    if (used.has(i) || slot.soft) return;
    for (const [form, quality] of slot.forms) {
      if (slot.classes.has(form)) continue;
      for (const { id, weight } of vocabulary.hints().get(form) ?? []) {
        const strength = 0.45 * weight * quality;
        const known = found.get(id);
        if (known) known.strength = Math.min(0.8, known.strength + strength);
        else found.set(id, { id, label: vocabulary.needs.get(id)?.label ?? id, from: slot.word, strength, aspects: [] });
      }
    }
  });
  return [...found.values()];
}

/** The guesses that are not sure already, strongest first. @param {UnderstoodNeed[]} guesses @param {UnderstoodNeed[]} sure */
export function merge(guesses, sure) {
  /** @type {Map<string, UnderstoodNeed>} */
  const kept = new Map();
  for (const need of guesses) {
    if (sure.some(({ id }) => id === need.id)) continue;
    const known = kept.get(need.id);
    if (known) known.strength = Math.min(0.8, known.strength + need.strength);
    else kept.set(need.id, { ...need });
  }
  return [...kept.values()].sort((a, b) => b.strength - a.strength).slice(0, 4);
}
