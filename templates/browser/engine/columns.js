/**
 * What each document has of the needs, names and words of a question, in columns: filled once for a question, by their turns.
 *
 * @typedef {import("./understand.js").UnderstoodNeed & {weight: number}} Weighed
 * @typedef {{id: string, label: string, from: string, weight: number, person: boolean, near: string[]}} Asked
 * @typedef {{need: Float64Array, near: Float64Array, whom: Uint8Array}} Helped
 *   How far each document helps with what was asked, or with what lies near; `whom` has a bit for needs that tell of a person, and one for others.
 */
import { WEIGHTS } from "./weights.js";

export const [PERSON, OTHER] = [1, 2];

/** @param {Weighed[]} needs @param {import("./vocabulary.js").Vocabulary} vocabulary @returns {Asked[]} */
export function prepared(needs, vocabulary) {
  return needs.map(({ id, label, from, weight }) => {
    const { person = false, near = [] } = vocabulary.needs.get(id) ?? {};
    return { id, label, from, weight, person, near: near.filter((one) => !needs.some((other) => other.id === one)) };
  });
}

/** The share that a need has in a score. @param {Asked} asked @param {boolean} mixed Whether needs that tell of a person stand beside others. */
export const shareOf = ({ weight, person }, mixed) => weight * (mixed && person ? WEIGHTS.person : 1);

/** @param {Asked[]} asked @param {boolean} mixed @param {import("./table.js").Table} table @returns {Helped} */
export function helped(asked, mixed, { docs, helps, none }) {
  if (!asked.length) return { need: none, near: none, whom: new Uint8Array(docs.length) };
  const [need, near, whom] = [new Float64Array(docs.length), new Float64Array(docs.length), new Uint8Array(docs.length)];
  /** The last need that each document was found to help with, from 1. */
  const met = new Uint16Array(docs.length);
  asked.forEach((one, i) => {
    const [{ turns, fits }, share] = [helps(one.id), shareOf(one, mixed)];
    for (let at = 0; at < turns.length; at++) {
      need[turns[at]] += share * fits[at];
      whom[turns[at]] |= one.person ? PERSON : OTHER;
      met[turns[at]] = i + 1;
    }
    if (!one.person) beside(one, (turn) => met[turn] === i + 1, near, helps);
  });
  return { need, near, whom };
}

/** The first near need of the first need that a document does not help with itself. @param {Asked} asked @param {(turn: number) => boolean} met @param {Float64Array} near @param {import("./table.js").Table["helps"]} helps */
function beside({ weight, near: others }, met, near, helps) {
  const share = WEIGHTS.near * Math.min(1, weight);
  for (const other of others) {
    const { turns, fits } = helps(other);
    for (let at = 0; at < turns.length; at++) if (!near[turns[at]] && !met(turns[at])) near[turns[at]] = share * fits[at];
  }
}

/** @param {Map<import("./documents.js").Doc, {score: number}>} found @param {number} weight @param {Float64Array} none What it is where nothing was found. */
export function column(found, weight, none) {
  if (!found.size) return none;
  const filled = new Float64Array(none.length);
  for (const [{ turn }, { score }] of found) filled[turn] = weight * score;
  return filled;
}
