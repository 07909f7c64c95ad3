/**
 * The vocabulary as the build ships it, and made ready for reading queries.
 *
 * @typedef {{id: string, label: string, group: string, person?: boolean, danger?: {level: string, kind: string}, near: string[], words: string[],
 *   said: string[], staff: string[], medicines: string[], diagnoses: string[], typos: string[],
 *   aspects: {label: string, words: string[], seek: string[], also?: string[]}[]}} PlainNeed
 * @typedef {{id: string, label: string, inside: string | null, words: string[]}} PlainArea
 * @typedef {{id: string, label: string, words: string[]}} PlainAudience
 * @typedef {{needs: PlainNeed[], areas: PlainArea[], audiences: PlainAudience[],
 *   talk: {small_talk: string[], weak: string[], forms: string[][], alike: string[][], ordinary: string[], women: string[],
 *     ages: {words: string[], from: number, to: number}[], wishes: {facet: string, value: string, words: string[]}[]},
 *   danger: {dangers: {kind: string, level: string, phrases: string[]}[], not_danger: string[]}}} PlainVocabulary
 *   What the build ships: lists straight from data/vocabularies/.
 * @typedef {ReturnType<typeof readVocabulary>} Vocabulary
 */
import { Phrases } from "./phrases.js";
import { speller } from "./spelling.js";
import { even, stem } from "./words.js";

/** How surely each kind of word points to its need. A medicine is given for several things, so it points less surely. */
const SURE = { words: 1, diagnoses: 1, staff: 0.95, typos: 0.95, said: 0.95, medicines: 0.85 };

/**
 * @param {PlainVocabulary} plain
 * @param {import("./words.js").Talk} talk
 * @param {Set<string>} named The words of names of services and organisations, so that they are known words.
 */
export function readVocabulary(plain, talk, named) {
  const [meanings, wishes, dangers, harmless] = [new Phrases(talk), new Phrases(talk), new Phrases(talk), new Phrases(talk)];
  const lists = plain.needs.flatMap(({ id, ...need }) => Object.entries(SURE).flatMap(([from, weight]) => (need[/** @type {"words"} */ (from)] ?? []).map((text) => ({ text, meaning: { kind: "need", id, weight, from } }))));
  lists.sort((a, b) => a.text.length - b.text.length); // the short ones first: longer ones must not shrink to them
  for (const { text, meaning } of lists) meanings.add(text, meaning);
  for (const need of plain.needs) {
    need.aspects?.forEach((aspect, i) => {
      for (const text of aspect.words) {
        meanings.add(text, { kind: "need", id: need.id, weight: 1, from: "words", aspect: i });
        for (const other of aspect.also ?? []) meanings.add(text, { kind: "need", id: other, weight: 0.7, from: "words" });
      }
    });
  }
  for (const area of plain.areas) for (const text of [area.label, ...area.words]) meanings.add(text, { kind: "area", id: area.id, weight: 1, from: "words" });
  for (const audience of plain.audiences) for (const text of audience.words) wishes.add(text, { kind: "audience", id: audience.id, weight: 1, from: "words" });
  plain.talk.ages.forEach((age, i) => age.words.forEach((text) => wishes.add(text, { kind: "age", id: String(i), weight: 1, from: "words" })));
  for (const wish of plain.talk.wishes) {
    for (const text of wish.words) wishes.add(text, { kind: wish.facet, id: wish.value, weight: 1, from: "words" });
  }
  for (const { kind, level, phrases } of plain.danger.dangers) for (const text of phrases) dangers.add(text, { kind, id: level, weight: 1, from: "words" });
  for (const text of plain.danger.not_danger) harmless.add(text, { kind: "harmless", id: "", weight: 1, from: "words" });
  const written = [meanings.written, wishes.written, dangers.written, named];
  return {
    plain,
    talk,
    meanings,
    wishes,
    dangers,
    harmless,
    named,
    needs: new Map(plain.needs.map((need) => [need.id, need])),
    areas: new Map(plain.areas.map((area) => [area.id, area])),
    paths: /** @type {Map<string, string[]>} */ (new Map()),
    audiences: new Map(plain.audiences.map((audience) => [audience.id, audience])),
    women: new Set(plain.talk.women.map(even)),
    hints: once(() => hints(meanings)),
    stems: once(() => new Set(written.flatMap((words) => [...words].map((word) => stem(word, talk))))),
    spelling: speller(written),
  };
}

/** What not every query needs is made for the first that does. @template Made @param {() => Made} make */
function once(make) {
  /** @type {Made | undefined} */
  let made;
  return () => (made ??= make());
}

/**
 * Words that point to one need even outside a phrase, learnt from the phrases: "landlord" stands in many, nearly all of housing.
 * @param {Phrases} meanings
 * @returns {Map<string, {id: string, weight: number}[]>}
 */
function hints(meanings) {
  const found = new Map();
  for (const [word, phrases] of meanings.byStem) {
    if (word.length < 4 || word === "not" || meanings.talk.weak.has(word)) continue;
    /** @type {Map<string, number>} */
    const shares = new Map();
    let all = 0;
    for (const phrase of phrases) {
      for (const meaning of phrase.means) {
        if (meaning.kind !== "need") continue;
        const share = 1 / phrase.stems.length;
        shares.set(meaning.id, (shares.get(meaning.id) ?? 0) + share);
        all += share;
      }
    }
    const strong = [...shares].map(([id, share]) => ({ id, weight: (share / all) * Math.min(1, all + 0.4) })).filter(({ weight }) => weight > 0.34);
    if (strong.length) found.set(word, strong.sort((a, b) => b.weight - a.weight));
  }
  return found;
}

/** An area and every area around it, smallest first. Asked for every service of every query, so each path is kept. @param {Vocabulary} vocabulary @param {string} id */
export function outward(vocabulary, id) {
  let path = vocabulary.paths.get(id);
  if (!path) {
    path = [];
    for (let area = vocabulary.areas.get(id); area && !path.includes(area.id); area = vocabulary.areas.get(area.inside ?? "")) path.push(area.id);
    vocabulary.paths.set(id, path);
  }
  return path;
}

/** Whether an area is a country or holds countries: a service there is for everyone, not a local one. @param {Vocabulary} vocabulary @param {string} id */
export const wide = (vocabulary, id) => outward(vocabulary, id).length < 3;
