/**
 * The parts of the score of each document for one query, as columns that are filled once.
 *
 * @typedef {import("./understand.js").UnderstoodNeed & {weight: number}} Weighed
 * @typedef {{id: string, label: string, from: string, weight: number, person: boolean, near: string[]}} Asked
 * @typedef {{need: Float64Array, near: Float64Array, whom: Uint8Array}} Helped
 *   The score of each document for the needs, and for nearby needs; `whom` has one bit for needs that describe a person, and one for others.
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

/** The share that a need has in a score. @param {Asked} asked @param {boolean} mixed Whether there are both needs that describe a person and others. */
export const shareOf = ({ weight, person }, mixed) => weight * (mixed && person ? WEIGHTS.person : 1);

/**
 * @param {Asked[]} asked
 * @param {boolean} mixed
 * @param {import("./table.js").Table["helps"]} helps
 * @param {Int32Array} places The position of each document in the columns, by its turn; -1 if it is not a candidate.
 * @param {number} length Of the columns.
 * @returns {Helped}
 */
export function helped(asked, mixed, helps, places, length) {
  const [need, near, whom] = [new Float64Array(length), new Float64Array(length), new Uint8Array(length)];
  /** The last need that each document helps with, from 1. */
  const met = new Uint16Array(length);
  asked.forEach((one, i) => {
    const [{ turns, fits }, share, kind] = [helps(one.id), shareOf(one, mixed), one.person ? PERSON : OTHER];
    for (let at = 0; at < turns.length; at++) {
      const place = places[turns[at]];
      if (place < 0) continue;
      need[place] += share * fits[at];
      whom[place] |= kind;
      met[place] = i + 1;
    }
    if (!one.person) beside(one, (place) => met[place] === i + 1, near, helps, places);
  });
  return { need, near, whom };
}

/** Score a document's first nearby need of the first need that it does not help with itself. @param {Asked} asked @param {(place: number) => boolean} met @param {Float64Array} near @param {import("./table.js").Table["helps"]} helps @param {Int32Array} places */
function beside({ weight, near: others }, met, near, helps, places) {
  const share = WEIGHTS.near * Math.min(1, weight);
  for (const other of others) {
    const { turns, fits } = helps(other);
    for (let at = 0; at < turns.length; at++) {
      const place = places[turns[at]];
      if (place >= 0 && !near[place] && !met(place)) near[place] = share * fits[at];
    }
  }
}

/** @param {Map<import("./documents.js").Doc, {score: number}>} found @param {number} weight @param {Int32Array} places @param {number} length */
export function column(found, weight, places, length) {
  const filled = new Float64Array(length);
  for (const [{ turn }, { score }] of found) if (places[turn] >= 0) filled[places[turn]] = weight * score;
  return filled;
}
