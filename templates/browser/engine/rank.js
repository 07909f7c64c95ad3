/**
 * Rank the results, best first, each with its reasons. Every part of a score has a name, so that a maintainer can see why.
 *
 * @typedef {{kind: string, label: string, from: string}} Why
 * @typedef {{doc: import("./documents.js").Doc, turn: number, score: number, readonly parts: import("./parts.js").Parts, why: () => Why[], fits: boolean, readonly met: {id: string, share: number}[]}} Hit
 *   `turn` is the place of the document in the table. `parts`, `met` and `why`, which tells the reasons, are made for the few results that need them, not for the thousands that are only ranked. `met` holds the needs it answers and how much of the score each gave. `fits` is false where the age or the group told rules it out: such hits come last.
 */
import { sought } from "./aspects.js";
import { Scored } from "./hit.js";
import { nothing, sum } from "./parts.js";
import { Scoring } from "./score.js";
import { WEIGHTS } from "./weights.js";
import { byName, byWords } from "./wordmatch.js";

/**
 * The matches of names and words: computed once for a query, however it is interpreted afterwards.
 * @param {import("./understand.js").Understood} understood
 * @param {import("./index.js").Index} index
 */
export const met = (understood, index) => ({ names: byName(understood, index), texts: byWords(understood, index) });

/**
 * @param {import("./understand.js").Understood} understood
 * @param {import("./index.js").Index} index
 * @param {{day: number, minutes: number}} now
 * @param {ReturnType<typeof met>} [evidence]
 * @param {boolean} [guesses] Whether the results are only guesses: then the first services of each need are enough.
 * @returns {Hit[]}
 */
export function rank(understood, index, now, { names, texts } = met(understood, index), guesses = false) {
  const needs = weighed(understood, index);
  const turns = candidates(needs, names, texts, guesses, index);
  const { fitting, others } = scored(new Scoring(understood, index, now, { needs, names, texts, seeks: sought(understood, index) }, turns));
  return varied(byScore(fitting).concat(byScore(others)));
}

/** The parts of the current document's score: one object, reused for all. */
const PARTS = nothing();

/** The candidates with their scores: those that may fit, and those that the age or the group rules out. @param {Scoring} scoring */
function scored(scoring) {
  /** @type {Hit[]} */
  const fitting = [];
  /** @type {Hit[]} */
  const others = [];
  for (let at = 0; at < scoring.turns.length; at++) {
    const fits = scoring.fill(at, PARTS);
    const score = sum(PARTS);
    if (!fits) others.push(new Scored(at, score, fits, scoring));
    else if (score > 0) fitting.push(new Scored(at, score, fits, scoring));
  }
  return { fitting, others };
}

/**
 * The turns of the candidates: documents of the needs and nearby needs, and those whose name or words matched.
 * @param {import("./columns.js").Weighed[]} needs
 * @param {import("./wordmatch.js").Found} names
 * @param {import("./wordmatch.js").Found} texts
 * @param {boolean} guesses
 * @param {import("./index.js").Index} index
 */
function candidates(needs, names, texts, guesses, index) {
  const { docs, helps } = index.table();
  const [meant, lone] = [new Uint8Array(docs.length), !needs.length];
  for (const id of new Set(needs.flatMap(({ id }) => [id, ...nearOf(id, index)]))) {
    const { turns } = helps(id);
    const length = guesses ? Math.min(turns.length, ENOUGH) : turns.length;
    for (let at = 0; at < length; at++) meant[turns[at]] = 1;
  }
  for (const [{ turn }, { score }] of names) if (score > 0.2) meant[turn] = 1;
  for (const [{ turn }, { score }] of texts) if (score > (lone || guesses ? 0.1 : 0.4)) meant[turn] = 1;
  return placesOf(meant);
}

/** The indexes of the ones in a list. @param {Uint8Array} list */
function placesOf(list) {
  const found = [];
  for (let at = list.indexOf(1); at >= 0; at = list.indexOf(1, at + 1)) found.push(at);
  return Uint32Array.from(found);
}

/** Sort hits by score; equal scores keep their order. Many are equal, so sorting the scores is faster than sorting the hits. @param {Hit[]} hits */
function byScore(hits) {
  /** @type {Map<number, Hit[]>} */
  const groups = new Map();
  for (const hit of hits) {
    const group = groups.get(hit.score);
    if (group) group.push(hit);
    else groups.set(hit.score, [hit]);
  }
  const sorted = [];
  const scores = Float64Array.from(groups.keys()).sort();
  for (let at = scores.length - 1; at >= 0; at--) for (const hit of groups.get(scores[at]) ?? []) sorted.push(hit);
  return sorted;
}

/** The most services of each need to consider for guesses. */
const ENOUGH = 60;

/** How many of the first results are chosen to cover every need, and from how many. */
const [FIRST, AMONG] = [6, 60];

/** The same hits, reordered so that the first few cover all needs of the query. @param {Hit[]} sorted */
function varied(sorted) {
  const [pool, rest] = [sorted.slice(0, AMONG).map((hit) => ({ hit, needs: hit.met })), sorted.slice(AMONG)];
  /** @type {Map<string, number>} */
  const met = new Map();
  /** @type {Hit[]} */
  const first = [];
  while (first.length < FIRST && pool.length && pool[0].hit.fits) {
    let [best, most] = [0, -Infinity];
    pool.forEach(({ hit: { score, fits }, needs }, i) => {
      const again = needs.reduce((sum, { id, share }) => sum + share * Math.min(2, met.get(id) ?? 0), 0);
      const worth = score - WEIGHTS.again * again;
      if (fits && worth > most) [best, most] = [i, worth];
    });
    const [{ hit, needs }] = pool.splice(best, 1);
    for (const { id } of needs) met.set(id, (met.get(id) ?? 0) + 1);
    first.push(hit);
  }
  return first.concat(pool.map(({ hit }) => hit), rest);
}

/**
 * The needs with their weights. Guesses count for less beside certain needs; an age implies a group.
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
