/**
 * What fits, best first, each with its reasons. Every part of a score has a name, so that a maintainer can see why.
 *
 * @typedef {{kind: string, label: string, from: string}} Why
 * @typedef {{doc: import("./documents.js").Doc, score: number, parts: import("./score.js").Parts, why: () => Why[], fits: boolean, met: {id: string, share: number}[]}} Hit
 *   `why` tells the reasons: for the few results that are shown, not for the thousands that are only ranked. `met` holds the needs it answers and how much of the score each gave. `fits` is false where the age or the group told rules it out: such hits come last.
 */
import { scorer } from "./score.js";
import { WEIGHTS } from "./weights.js";
import { byName, byWords } from "./wordmatch.js";

/**
 * The names and the words that were met: found once for a query, whatever it is then read as.
 * @param {import("./understand.js").Understood} understood
 * @param {import("./index.js").Index} index
 */
export const met = (understood, index) => ({ names: byName(understood, index), texts: byWords(understood, index) });

/**
 * @param {import("./understand.js").Understood} understood
 * @param {import("./index.js").Index} index
 * @param {{day: number, minutes: number}} now
 * @param {ReturnType<typeof met>} [evidence]
 * @param {boolean} [guesses] Whether nothing stands: then the first services of each need are enough.
 * @returns {Hit[]}
 */
export function rank(understood, index, now, { names, texts } = met(understood, index), guesses = false) {
  const needs = weighed(understood, index);
  const seeks = sought(understood, index);
  const lone = !needs.length;
  /** @type {Set<import("./documents.js").Doc>} */
  const candidates = new Set(needs.flatMap(({ id }) => [id, ...(lone ? [] : nearOf(id, index))]).flatMap((id) => (guesses ? index.byNeed.get(id)?.slice(0, ENOUGH) : index.byNeed.get(id)) ?? []));
  for (const [doc, { score }] of names) if (score > 0.2) candidates.add(doc);
  for (const [doc, { score }] of texts) if (score > (lone || guesses ? 0.1 : 0.4)) candidates.add(doc);
  const score = scorer(understood, index, now, { needs, names, texts, seeks });
  const hits = [...candidates].map((doc) => score(doc));
  const sorted = hits.filter(({ score, fits }) => score > 0 || !fits).sort((a, b) => Number(b.fits) - Number(a.fits) || b.score - a.score || order(a.doc) - order(b.doc) || (a.doc.id < b.doc.id ? -1 : 1));
  return varied(sorted);
}

/** How many services of each need are looked at for guesses. */
const ENOUGH = 60;

/** A role comes before the packs of networks that are made of it. @param {import("./documents.js").Doc} doc */
const order = ({ page }) => (page?.kind === "role" ? 0 : 1);

/** How many of the first results are chosen so that every need has its turn, and from how many. */
const [FIRST, AMONG] = [6, 60];

/** The same hits, so that the first few answer all that was asked and not one thing several times. @param {Hit[]} sorted */
function varied(sorted) {
  const [pool, rest] = [sorted.slice(0, AMONG), sorted.slice(AMONG)];
  /** @type {Map<string, number>} */
  const met = new Map();
  const first = [];
  while (first.length < FIRST && pool.length && pool[0].fits) {
    let [best, most] = [0, -Infinity];
    pool.forEach(({ score, met: needs, fits }, i) => {
      const again = needs.reduce((sum, { id, share }) => sum + share * Math.min(2, met.get(id) ?? 0), 0);
      const worth = score - WEIGHTS.again * again;
      if (fits && worth > most) [best, most] = [i, worth];
    });
    const [hit] = pool.splice(best, 1);
    for (const { id } of hit.met) met.set(id, (met.get(id) ?? 0) + 1);
    first.push(hit);
  }
  return [...first, ...pool, ...rest];
}

/**
 * The needs with their weights. Guesses count for less where something is sure; an age tells of a group.
 * @param {import("./understand.js").Understood} understood
 * @param {import("./index.js").Index} index
 */
function weighed({ needs, could, ages }, { byNeed, vocabulary }) {
  const sure = needs.map((need) => ({ ...need, weight: need.strength }));
  const met = sure.some(({ id }) => byNeed.has(id) && !vocabulary.needs.get(id)?.person);
  const guessed = could.map((need) => ({ ...need, weight: need.strength * (met ? WEIGHTS.guessBeside : WEIGHTS.guess) }));
  const group = !ages ? "" : ages.to < 18 ? "cyp" : ages.from >= 65 ? "older-people" : "";
  const told = vocabulary.needs.get(group);
  const aged = told && ages && !sure.some(({ id }) => id === group) ? [{ id: group, label: told.label, from: ages.said, strength: 1, aspects: [], weight: 1 }] : [];
  return [...sure, ...aged, ...guessed];
}

/** @param {string} id @param {import("./index.js").Index} index */
const nearOf = (id, { vocabulary }) => vocabulary.needs.get(id)?.near ?? [];

/** How well the words that services use for an aspect stand in each service. @param {import("./understand.js").Understood} understood @param {import("./index.js").Index} index */
function sought({ needs }, { vocabulary, text, byId }) {
  /** @type {Map<import("./documents.js").Doc, {score: number, label: string, from: string}>} */
  const found = new Map();
  for (const need of needs) {
    for (const place of need.aspects) {
      const aspect = vocabulary.needs.get(need.id)?.aspects[place];
      for (const seek of aspect?.seek ?? []) {
        const results = text.search(seek, { combineWith: "OR", boost: { name: 2 } });
        const all = seek.split(" ").length;
        const weight = vocabulary.needs.get(need.id)?.person && needs.some(({ id }) => !vocabulary.needs.get(id)?.person) ? 0.7 : 1;
        for (const { id, score, queryTerms } of results.slice(0, 60)) {
          const doc = byId.get(id);
          if (!doc?.fits.has(need.id)) continue;
          const share = weight * (score / results[0].score) * Math.max(queryTerms.length / all, 0.3);
          if (share > (found.get(doc)?.score ?? 0)) found.set(doc, { score: share, label: aspect?.label ?? "", from: need.from });
        }
      }
    }
  }
  return found;
}
