/**
 * The score of one document, part by part, and the reasons for it.
 *
 * @typedef {{need: number, near: number, name: number, words: number, seek: number, area: number, age: number, group: number, wish: number, reach: number,
 *   oneWay: number, otherWay: number, sure: number, paused: number, page: number}} Parts
 * @typedef {import("./understand.js").UnderstoodNeed & {weight: number}} Weighed
 * @typedef {{needs: Weighed[], names: import("./wordmatch.js").Found, texts: import("./wordmatch.js").Found,
 *   seeks: Map<import("./documents.js").Doc, {score: number, label: string, from: string}>}} Evidence
 * @typedef {import("./rank.js").Why} Why
 * @typedef {{id: string, label: string, from: string, weight: number, person: boolean, near: string[]}} Asked
 */
import { judged, placer } from "./suits.js";
import { WEIGHTS } from "./weights.js";

/** No score at all. @returns {Parts} */
export const nothing = () => ({ need: 0, near: 0, name: 0, words: 0, seek: 0, area: 0, age: 0, group: 0, wish: 0, reach: 0, oneWay: 0, otherWay: 0, sure: 0, paused: 0, page: 0 });

/**
 * @param {import("./understand.js").Understood} understood
 * @param {import("./index.js").Index} index
 * @param {{day: number, minutes: number}} now
 * @param {Evidence} evidence
 * @returns {(doc: import("./documents.js").Doc) => import("./rank.js").Hit}
 */
export function scorer(understood, index, now, { needs, names, texts, seeks }) {
  const { vocabulary } = index;
  const place = placer(understood, index);
  const asked = prepared(needs, vocabulary);
  const mixed = asked.some(({ person }) => person) && asked.some(({ person }) => !person);

  /** @param {import("./documents.js").Doc} doc @param {Why[] | null} why Takes the reasons, where they are wanted. */
  function score(doc, why) {
    const parts = nothing();
    const met = helped(doc, asked, mixed, vocabulary, parts, why);
    matched(doc, { names, texts, seeks }, parts, why);
    const fits = doc.service ? judged(doc.service, understood, now, parts, why) : true;
    if (doc.service) placed(place(doc.service), parts, why);
    else parts.page = WEIGHTS.page;
    if (mixed && met.length && met.every(({ person }) => person)) parts.need *= WEIGHTS.personOnly;
    // What suits the person counts only as far as the service suits the need.
    const base = Math.min(1, parts.need + parts.near + parts.name + parts.words);
    if (parts.age > 0) parts.age *= base;
    if (parts.group > 0) parts.group *= base;
    if (parts.wish > 0) parts.wish *= base;
    if (parts.area > 0) parts.area *= base;
    parts.reach *= base;
    return { parts, fits, met };
  }

  return (doc) => {
    const { parts, fits, met } = score(doc, null);
    let sum = 0;
    for (const part in parts) sum += parts[/** @type {keyof Parts} */ (part)];
    return { doc, parts, fits, met, score: sum, why };
  };

  /** @this {import("./rank.js").Hit} One function for thousands of results. */
  function why() {
    return reasons(this.doc);
  }

  /** @param {import("./documents.js").Doc} doc */
  function reasons(doc) {
    /** @type {Why[]} */
    const why = [];
    score(doc, why);
    return why;
  }
}

/** @param {Weighed[]} needs @param {import("./vocabulary.js").Vocabulary} vocabulary @returns {Asked[]} */
function prepared(needs, vocabulary) {
  return needs.map(({ id, label, from, weight }) => {
    const { person = false, near = [] } = vocabulary.needs.get(id) ?? {};
    return { id, label, from, weight, person, near: near.filter((one) => !needs.some((other) => other.id === one)) };
  });
}

/** How far it helps with what was asked, or with what lies near. */
function helped(/** @type {import("./documents.js").Doc} */ doc, /** @type {Asked[]} */ asked, /** @type {boolean} */ mixed, /** @type {import("./vocabulary.js").Vocabulary} */ vocabulary, /** @type {Parts} */ parts, /** @type {Why[] | null} */ why) {
  const met = [];
  for (const { id, label, from, weight, person, near } of asked) {
    const fit = doc.fits.get(id);
    if (fit === undefined) {
      const other = doc.fits.size && !parts.near && !person ? near.find((one) => doc.fits.has(one)) : undefined;
      if (!other) continue;
      parts.near = WEIGHTS.near * Math.min(1, weight) * (doc.fits.get(other) ?? 0);
      why?.push({ kind: "near", label: vocabulary.needs.get(other)?.label ?? other, from });
      continue;
    }
    const share = weight * (mixed && person ? WEIGHTS.person : 1) * fit;
    parts.need += share;
    met.push({ id, share, person });
    why?.push({ kind: "need", label, from });
  }
  return met;
}

/** Names, words, and the words that services use for what was meant. */
function matched(/** @type {import("./documents.js").Doc} */ doc, /** @type {Omit<Evidence, "needs">} */ { names, texts, seeks }, /** @type {Parts} */ parts, /** @type {Why[] | null} */ why) {
  const [name, words, seek] = [names.get(doc), texts.get(doc), seeks.get(doc)];
  if (name) {
    parts.name = WEIGHTS.name * name.score;
    if (name.score > 0.3) why?.push({ kind: "name", label: doc.service?.name ?? doc.page?.title ?? "", from: name.from });
  }
  if (words) {
    parts.words = WEIGHTS.words * words.score;
    if (words.score > 0.3 && !why?.length) why?.push({ kind: "words", label: words.from, from: words.from });
  }
  if (seek) {
    parts.seek = WEIGHTS.seek * seek.score;
    if (seek.score > 0.5) why?.push({ kind: "aspect", label: seek.label, from: seek.from });
  }
}

/** @param {{part: number, why: Why | null}} place @param {Parts} parts @param {Why[] | null} why */
function placed(place, parts, why) {
  parts.area = place.part;
  if (place.why) why?.push(place.why);
}
