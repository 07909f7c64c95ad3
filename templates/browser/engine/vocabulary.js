/**
 * The vocabulary: the plain data of the build, and its indexes for interpreting queries.
 *
 * @typedef {{id: string, label: string, group: string, person?: boolean, leave?: boolean, danger?: {level: string, kind: string}, near: string[], words: string[],
 *   said: string[], staff: string[], medicines: string[], diagnoses: string[], typos: string[],
 *   aspects: {label: string, words: string[], seek: string[], also?: string[]}[]}} PlainNeed
 * @typedef {{id: string, label: string, inside: string | null, words: string[]}} PlainArea
 * @typedef {{id: string, label: string, words: string[]}} PlainAudience
 * @typedef {{needs: PlainNeed[], areas: PlainArea[], postcodes?: import("./postcodes.js").PlainDistrict[], audiences: PlainAudience[],
 *   talk: {small_talk: string[], weak: string[], forms: string[][], alike: string[][], ordinary: string[], women: string[],
 *     kinds: string[], topics: {near: string[], words: string[]}[], ages: {words: string[], from: number, to: number}[], wishes: {facet: string, value: string, words: string[]}[]},
 *   danger: import("../danger/judge.js").PlainDanger | {}}} PlainVocabulary
 *   What the build ships: lists straight from data/vocabularies/.
 * @typedef {ReturnType<typeof readVocabulary>} Vocabulary
 */
import { createJudge } from "../danger/judge.js";
import { once } from "./once.js";
import { Phrases } from "./phrases.js";
import { speller } from "./spelling.js";
import { even, reads, stem } from "./words.js";

/** The weight of each kind of word for its need. Medicines have several uses, so they have less. */
const SURE = { words: 1, diagnoses: 1, staff: 0.95, typos: 0.95, said: 0.95, medicines: 0.85 };

/**
 * @param {PlainVocabulary} plain
 * @param {import("./words.js").Talk} talk
 * @param {Set<string>} named The words of names of services and organisations, so that they are known words.
 */
export function readVocabulary(plain, talk, named) {
  const { meanings, wishes } = readPhrases(plain, talk);
  const judge = "concepts" in plain.danger ? createJudge(plain.danger) : null;
  const books = [meanings.written, wishes.written, named];
  const spelling = speller(books);
  const [pointing, stems] = [once(() => hints(meanings)), once(() => new Set(books.flatMap((book) => [...book].map((word) => stem(word, talk)))))];
  return {
    plain, talk, meanings, wishes, judge, named, spelling, stems, hints: pointing,
    needs: new Map(plain.needs.map((need) => [need.id, need])),
    areas: new Map(plain.areas.map((area) => [area.id, area])),
    districts: new Map((plain.postcodes ?? []).map((district) => [district.code, district])),
    paths: /** @type {Map<string, string[]>} */ (new Map()),
    audiences: new Map(plain.audiences.map((audience) => [audience.id, audience])),
    women: new Set(plain.talk.women.map(even)),
    kinds: new Set((plain.talk.kinds ?? []).map((text) => meanings.telling(reads(text, talk)).map((word) => word.stem).join(" "))),
    /** Build what only some queries need. */
    finish() {
      pointing();
      stems();
      spelling.finish();
    },
  };
}

/** All phrases, in a collection for each use. @param {PlainVocabulary} plain @param {import("./words.js").Talk} talk */
function readPhrases({ needs, areas, audiences, talk: { ages, topics = [], wishes: asked } }, talk) {
  const [meanings, wishes] = [new Phrases(talk), new Phrases(talk)];
  const put = (/** @type {Phrases} */ book, /** @type {string[]} */ texts, /** @type {string} */ kind, /** @type {string} */ id) => {
    for (const text of texts) book.add(text, { kind, id, weight: 1, from: "words" });
  };
  readNeeds(needs, meanings);
  for (const { id, label, words } of areas) put(meanings, [label, ...words], "area", id);
  for (const [i, { words }] of topics.entries()) put(meanings, words, "topic", String(i));
  for (const { id, words } of audiences) put(wishes, words, "audience", id);
  for (const [i, { words }] of ages.entries()) put(wishes, words, "age", String(i));
  for (const { facet, value, words } of asked) put(wishes, words, facet, value);
  return { meanings, wishes };
}

/** Add the phrases of each need, and of each of its aspects. @param {PlainNeed[]} needs @param {Phrases} meanings */
function readNeeds(needs, meanings) {
  const texts = needs.flatMap(({ id, ...need }) => Object.entries(SURE).flatMap(([from, weight]) => (need[/** @type {"words"} */ (from)] ?? []).map((text) => ({ text, meaning: { kind: "need", id, weight, from } }))));
  texts.sort((a, b) => a.text.length - b.text.length); // the short ones first: longer ones must not shrink to them
  for (const { text, meaning } of texts) meanings.add(text, meaning);
  for (const { id, aspects } of needs) {
    for (const [aspect, { words, also = [] }] of (aspects ?? []).entries()) {
      for (const text of words) {
        meanings.add(text, { kind: "need", id, weight: 1, from: "words", aspect });
        for (const other of also) meanings.add(text, { kind: "need", id: other, weight: 0.7, from: "words" });
      }
    }
  }
}

/**
 * Words that suggest a need even outside a phrase, derived from the phrases: "landlord" is in many, nearly all about housing.
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

/** An area and every area around it, smallest first. Cached, because every query needs it for every service. @param {Vocabulary} vocabulary @param {string} id */
export function outward(vocabulary, id) {
  let path = vocabulary.paths.get(id);
  if (!path) {
    path = [];
    for (let area = vocabulary.areas.get(id); area && !path.includes(area.id); area = vocabulary.areas.get(area.inside ?? "")) path.push(area.id);
    vocabulary.paths.set(id, path);
  }
  return path;
}

/** Whether an area is a country or contains countries: its services are national, not local. @param {Vocabulary} vocabulary @param {string} id */
export const wide = (vocabulary, id) => outward(vocabulary, id).length < 3;
