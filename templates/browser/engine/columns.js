/**
 * What each document has of the needs, names and words of a question, in columns: filled once for a question.
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

/**
 * @param {Asked[]} asked
 * @param {boolean} mixed
 * @param {import("./table.js").Table["helps"]} helps
 * @param {Int32Array} places Where each document stands in the columns, by its turn; -1 where nobody looks at it.
 * @param {number} length Of the columns.
 * @returns {Helped}
 */
export function helped(asked, mixed, helps, places, length) {
  const [need, near, whom] = [new Float64Array(length), new Float64Array(length), new Uint8Array(length)];
  /** The last need that each document was found to help with, from 1. */
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

/** The first near need of the first need that a document does not help with itself. @param {Asked} asked @param {(place: number) => boolean} met @param {Float64Array} near @param {import("./table.js").Table["helps"]} helps @param {Int32Array} places */
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
