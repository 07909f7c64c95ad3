/**
 * What a query is about. Nothing here ranks or draws.
 *
 * @typedef {{id: string, label: string, from: string, strength: number, aspects: number[]}} UnderstoodNeed
 * @typedef {{needs: UnderstoodNeed[], could: UnderstoodNeed[], areas: {id: string, label: string, from: string}[],
 *   audiences: {id: string, label: string, from: string}[], ages: {from: number, to: number, said: string} | null, women: boolean,
 *   wishes: {facet: string, value: string, from: string}[], danger: {level: "emergency" | "urgent", cards: import("../danger/judge.js").Raised[]} | null,
 *   rest: string[], content: string[], whole: string}} Understood
 *   `could` holds what it may also be about; `rest` the words that nothing explained; `content` all words of substance;
 *   `whole` every word, evened.
 * @typedef {ReturnType<import("../danger/judge.js").Judge["read"]> | undefined} Judged The text as the judge of danger read it.
 */
import { readAge } from "./ages.js";
import { longestFirst } from "./matches.js";
import { slots } from "./slots.js";

/** Below this, a need is only a guess, offered as "could also be". */
const SURE_ENOUGH = 0.5;

/** Above this, a word of a phrase stands as it was typed, and the words of a phrase in their order. */
const [AS_TYPED, ORDERED] = [0.95, 0.76];

/**
 * @param {string} query
 * @param {import("./vocabulary.js").Vocabulary} vocabulary
 * @param {string[]} [without] What was taken away: ids of needs and areas, "age", and wishes as "how-phone".
 * @returns {Understood}
 */
export function understand(query, vocabulary, without = []) {
  const text = query.slice(0, 400);
  const list = slots(text, vocabulary);
  const said = (/** @type {number[]} */ places) => text.slice(Math.min(...places.map((p) => list[p].at)), Math.max(...places.map((p) => list[p].end)));
  const judged = vocabulary.judge?.read(text);
  const matches = longestFirst(vocabulary.meanings.find(list).filter((match) => match.quality > 0.35 && !idle(match, list, judged, vocabulary)), (match) => personal(match, vocabulary));
  const kept = (/** @type {{id: string}} */ { id }) => !without.includes(id);
  const needs = gather(matches, list, vocabulary, said).filter(kept);
  const used = new Set(matches.flatMap(({ places, quality }) => (quality > 0.55 ? between(places) : [])));
  const guesses = guess(list, used, vocabulary).filter(kept);
  const sure = needs.filter(({ strength }) => strength >= SURE_ENOUGH);
  const could = merge([...needs.filter(({ strength }) => strength < SURE_ENOUGH), ...guesses], sure);
  const content = list.filter(({ soft }) => !soft).flatMap(searched);
  const wishes = longestFirst(vocabulary.wishes.find(list, { exact: true }));
  return {
    needs: sure,
    could,
    areas: matches.flatMap((m) => named(m, "area", vocabulary.areas, said)).filter(kept),
    audiences: wishes.flatMap((m) => named(m, "audience", vocabulary.audiences, said)),
    ages: kept({ id: "age" }) ? (readAge(text) ?? agesOf(wishes, vocabulary, said)) : null,
    women: list.some(({ word }) => vocabulary.women.has(word)) || / (she|her|hers|herself) /i.test(` ${text} `),
    wishes: wishes.flatMap((m) => m.phrase.means.filter(({ kind }) => !["age", "audience"].includes(kind)).map(({ kind, id }) => ({ facet: kind, value: id, from: said(m.places) }))).filter(({ facet, value }) => kept({ id: `${facet}-${value}` })),
    danger: dangerOf(list, matches, judged, vocabulary),
    rest: list.filter((slot, i) => !used.has(i) && !slot.soft).flatMap(searched),
    whole: list.map(({ word }) => word).join(" "),
    content: content.length ? content : list.map(({ word }) => word),
  };
}

/** The places of a match with those between them: a word inside "not been out of the house since" says nothing of its own. @param {number[]} places */
const between = (places) => Array.from({ length: Math.max(...places) - Math.min(...places) + 1 }, (_, i) => Math.min(...places) + i);

/** What a word is searched for as: itself, what it joins up to, and names that it may be a misspelling of. @param {import("./phrases.js").Slot} slot */
const searched = ({ word, joins, meant }) => [word, ...(joins ? [joins.word] : []), ...meant];

/** Whether a match of a dangerous need is explained by a harmless family: "cutting" in "cutting down". */
function idle(/** @type {import("./matches.js").Match} */ match, /** @type {import("./phrases.js").Slot[]} */ list, /** @type {Judged} */ judged, /** @type {import("./vocabulary.js").Vocabulary} */ vocabulary) {
  const dangerous = match.phrase.means.some(({ kind, id }) => kind === "need" && vocabulary.needs.get(id)?.danger);
  return dangerous && judged && match.places.every((place) => vocabulary.judge?.idle(judged.reading, list[place].at, list[place].end));
}

/** Whether a match only tells who somebody is: its words may tell more. */
function personal(/** @type {import("./matches.js").Match} */ { phrase }, /** @type {import("./vocabulary.js").Vocabulary} */ vocabulary) {
  return phrase.means.every(({ kind, id }) => kind === "need" && vocabulary.needs.get(id)?.person);
}

/** Whether "not" stands right before a phrase: "not suicidal". */
function denied(/** @type {import("./matches.js").Match} */ { phrase, places }, /** @type {import("./phrases.js").Slot[]} */ list) {
  return places[0] > 0 && list[places[0] - 1].word === "not" && phrase.stems[0] !== "not" && list[places[0]].at - list[places[0] - 1].end < 2;
}

/** The needs of the matches, strongest first, each once with the words it was read from. */
function gather(/** @type {import("./matches.js").Match[]} */ matches, /** @type {import("./phrases.js").Slot[]} */ list, /** @type {import("./vocabulary.js").Vocabulary} */ vocabulary, /** @type {(places: number[]) => string} */ said) {
  /** @type {Map<string, UnderstoodNeed>} */
  const found = new Map();
  for (const { phrase, places, quality } of matches) {
    for (const meaning of phrase.means.filter(({ kind }) => kind === "need")) {
      const strength = meaning.weight * quality * (denied({ phrase, places, quality }, list) ? 0.4 : 1) * (1 + 0.05 * Math.min(places.length - 1, 3));
      const known = found.get(meaning.id);
      const aspects = meaning.aspect === undefined ? [] : [meaning.aspect];
      if (known) {
        known.aspects.push(...aspects.filter((aspect) => !known.aspects.includes(aspect)));
        known.strength = Math.min(1.3, Math.max(known.strength, strength) + 0.1);
      } else found.set(meaning.id, { id: meaning.id, label: vocabulary.needs.get(meaning.id)?.label ?? meaning.id, from: said(places), strength, aspects });
    }
  }
  return [...found.values()].sort((a, b) => b.strength - a.strength);
}

/** What single words that no phrase explained point to. */
function guess(/** @type {import("./phrases.js").Slot[]} */ list, /** @type {Set<number>} */ used, /** @type {import("./vocabulary.js").Vocabulary} */ vocabulary) {
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

/** @param {UnderstoodNeed[]} guesses @param {UnderstoodNeed[]} sure */
function merge(guesses, sure) {
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

/** @template {{id: string, label: string}} Named @param {import("./matches.js").Match} match @param {string} kind @param {Map<string, Named>} all @param {(places: number[]) => string} said */
function named(match, kind, all, said) {
  return match.phrase.means.filter((meaning) => meaning.kind === kind).map(({ id }) => ({ id, label: all.get(id)?.label ?? id, from: said(match.places) }));
}

/** @param {import("./matches.js").Match[]} wishes @param {import("./vocabulary.js").Vocabulary} vocabulary @param {(places: number[]) => string} said */
function agesOf(wishes, vocabulary, said) {
  const told = wishes.flatMap((m) => m.phrase.means.filter(({ kind }) => kind === "age").map(({ id }) => ({ ...vocabulary.plain.talk.ages[Number(id)], said: said(m.places) })));
  return told.length ? { from: Math.max(...told.map((a) => a.from)), to: Math.max(Math.max(...told.map((a) => a.from)), Math.min(...told.map((a) => a.to))), said: told[0].said } : null;
}

/** Whether every word of a match stands as it was typed: a typing error is not read into danger. */
function meant(/** @type {import("./matches.js").Match} */ { phrase, places }, /** @type {import("./phrases.js").Slot[]} */ list) {
  return places.every((place) => phrase.stems.every((stem) => (list[place].forms.get(stem) ?? 1) > AS_TYPED));
}

/** The crisis cards: what the judge says to the whole text, and those of needs with danger that it was read as. @returns {Understood["danger"]} */
function dangerOf(/** @type {import("./phrases.js").Slot[]} */ list, /** @type {import("./matches.js").Match[]} */ matches, /** @type {Judged} */ judged, /** @type {import("./vocabulary.js").Vocabulary} */ vocabulary) {
  if (!judged || !vocabulary.judge) return null;
  const needs = matches.filter((match) => match.quality > ORDERED && meant(match, list) && !denied(match, list)).flatMap(({ phrase, places }) => phrase.means.flatMap(({ kind, id }) => {
    const danger = kind === "need" ? vocabulary.needs.get(id)?.danger : undefined;
    return danger ? [{ kind: danger.kind, now: danger.level === "emergency", at: Math.min(...places.map((p) => list[p].at)), end: Math.max(...places.map((p) => list[p].end)) }] : [];
  }));
  const cards = vocabulary.judge.raised(judged, needs);
  return cards.length ? { level: cards.some(({ now }) => now) ? "emergency" : "urgent", cards } : null;
}
