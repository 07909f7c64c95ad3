/**
 * The score of every document that may be meant, part by part.
 *
 * @typedef {{need: number, near: number, name: number, words: number, seek: number, area: number, age: number, group: number, wish: number, reach: number,
 *   oneWay: number, otherWay: number, sure: number, paused: number, page: number}} Parts
 * @typedef {import("./understand.js").UnderstoodNeed & {weight: number}} Weighed
 * @typedef {{needs: Weighed[], names: import("./wordmatch.js").Found, texts: import("./wordmatch.js").Found,
 *   seeks: Map<import("./documents.js").Doc, {score: number, label: string, from: string}>}} Evidence
 * @typedef {{id: string, label: string, from: string, weight: number, person: boolean, near: string[]}} Asked
 * @typedef {{need: Float64Array, near: Float64Array, whom: Uint8Array}} Helped
 *   How far each document helps with what was asked, or with what lies near; `whom` has a bit for needs that tell of a person, and one for others.
 */
import { placer, suited, wanted, weigh } from "./suits.js";
import { WEIGHTS } from "./weights.js";

const [PERSON, OTHER] = [1, 2];

/** No score at all. @returns {Parts} */
export const nothing = () => ({ need: 0, near: 0, name: 0, words: 0, seek: 0, area: 0, age: 0, group: 0, wish: 0, reach: 0, oneWay: 0, otherWay: 0, sure: 0, paused: 0, page: 0 });

/** The scores of one question. Each part is a column for all documents, filled once: what a document has is only added up. */
export class Scoring {
  /**
   * @param {import("./understand.js").Understood} understood
   * @param {import("./index.js").Index} index
   * @param {{day: number, minutes: number}} now
   * @param {Evidence} evidence
   */
  constructor(understood, index, now, evidence) {
    const [table, asked] = [index.table(), prepared(evidence.needs, index.vocabulary)];
    this.understood = understood;
    this.evidence = evidence;
    this.vocabulary = index.vocabulary;
    this.table = table;
    this.asked = asked;
    this.mixed = asked.some(({ person }) => person) && asked.some(({ person }) => !person);
    this.helped = helped(asked, this.mixed, table);
    this.name = column(evidence.names, WEIGHTS.name, table.none);
    this.words = column(evidence.texts, WEIGHTS.words, table.none);
    this.seek = column(evidence.seeks, WEIGHTS.seek, table.none);
    this.reach = table.hours(now).reach;
    this.place = placer(understood, index);
    this.wishes = understood.wishes.map((wish) => wanted(wish, table.granted(wish, now)));
    /** @type {{fits: boolean, age: number, group: number}[]} */
    this.suits = [];
  }

  /**
   * Whether a document may be for this person, and the parts of its score.
   * @param {number} turn
   * @param {Parts} parts Filled.
   */
  fill(turn, parts) {
    const { helped: { need, near, whom }, table } = this;
    parts.need = this.mixed && whom[turn] === PERSON ? need[turn] * WEIGHTS.personOnly : need[turn];
    parts.near = near[turn];
    parts.name = this.name[turn];
    parts.words = this.words[turn];
    parts.seek = this.seek[turn];
    parts.reach = this.reach[turn];
    parts.sure = table.sure[turn];
    parts.paused = table.paused[turn];
    parts.page = table.page[turn];
    const fits = this.judge(turn, parts);
    tempered(parts);
    return fits;
  }

  /** What suits the person: the place, the age and the group, and the wishes. @param {number} turn @param {Parts} parts */
  judge(turn, parts) {
    clear(parts);
    const { areas, people } = this.table;
    if (areas.of[turn] < 0) return true;
    for (const wish of this.wishes) weigh(wish, turn, parts);
    const suit = this.suit(people.of[turn]);
    parts.age = suit.age;
    parts.group = suit.group;
    parts.area = this.place(areas.of[turn]).part;
    return suit.fits;
  }

  /** Whether services for the same people are for this person. @param {number} group */
  suit(group) {
    let found = this.suits[group];
    if (!found) {
      const parts = nothing();
      const fits = suited(this.table.people.first[group], this.understood, parts, null);
      found = { fits, age: parts.age, group: parts.group };
      this.suits[group] = found;
    }
    return found;
  }

  /** The reasons that lie in a service itself. @param {number} turn @param {import("./rank.js").Why[]} why Takes them. */
  tell(turn, why) {
    const { docs, areas } = this.table;
    const { service } = docs[turn];
    if (!service) return;
    for (const { wish, granted } of this.wishes) if (granted.has(turn)) why.push({ kind: wish.facet, label: wish.value, from: wish.from });
    suited(service, this.understood, nothing(), why);
    const { why: near } = this.place(areas.of[turn]);
    if (near) why.push(near);
  }
}

/** @param {Parts} parts */
function clear(parts) {
  parts.age = 0;
  parts.group = 0;
  parts.wish = 0;
  parts.area = 0;
  parts.oneWay = 0;
  parts.otherWay = 0;
}

/** What suits the person counts only as far as the service suits the need. @param {Parts} parts */
function tempered(parts) {
  const base = Math.min(1, parts.need + parts.near + parts.name + parts.words);
  if (parts.age > 0) parts.age *= base;
  if (parts.group > 0) parts.group *= base;
  if (parts.wish > 0) parts.wish *= base;
  if (parts.area > 0) parts.area *= base;
  parts.reach *= base;
}

/** All parts together, always added in the same order. @param {Parts} parts */
export const sum = ({ need, near, name, words, seek, area, age, group, wish, reach, oneWay, otherWay, sure, paused, page }) =>
  need + near + name + words + seek + area + age + group + wish + reach + oneWay + otherWay + sure + paused + page;

/** @param {Weighed[]} needs @param {import("./vocabulary.js").Vocabulary} vocabulary @returns {Asked[]} */
function prepared(needs, vocabulary) {
  return needs.map(({ id, label, from, weight }) => {
    const { person = false, near = [] } = vocabulary.needs.get(id) ?? {};
    return { id, label, from, weight, person, near: near.filter((one) => !needs.some((other) => other.id === one)) };
  });
}

/** The share that a need has in a score. @param {Asked} asked @param {boolean} mixed Whether needs that tell of a person stand beside others. */
export const shareOf = ({ weight, person }, mixed) => weight * (mixed && person ? WEIGHTS.person : 1);

/** @param {Asked[]} asked @param {boolean} mixed @param {import("./table.js").Table} table @returns {Helped} */
function helped(asked, mixed, { docs, helps, none }) {
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
function column(found, weight, none) {
  if (!found.size) return none;
  const filled = new Float64Array(none.length);
  for (const [{ turn }, { score }] of found) filled[turn] = weight * score;
  return filled;
}
