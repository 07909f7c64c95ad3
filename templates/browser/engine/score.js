/**
 * The score of every candidate, part by part.
 *
 * @typedef {import("./parts.js").Parts} Parts
 * @typedef {{needs: import("./columns.js").Weighed[], names: import("./wordmatch.js").Found, texts: import("./wordmatch.js").Found,
 *   seeks: Map<import("./documents.js").Doc, {score: number, label: string, from: string}>}} Evidence
 */
import { column, helped, PERSON, prepared } from "./columns.js";
import { placer } from "./near.js";
import { clear, nothing, tempered } from "./parts.js";
import { suited, wanted, weigh } from "./suits.js";
import { WEIGHTS } from "./weights.js";

/** The scores of one query. Each part is a column for all candidates that is filled once, and added up for each candidate. */
export class Scoring {
  /**
   * @param {import("./understand.js").Understood} understood
   * @param {import("./index.js").Index} index
   * @param {{day: number, minutes: number}} now
   * @param {Evidence} evidence
   * @param {Uint32Array} turns The candidates.
   */
  constructor(understood, index, now, evidence, turns) {
    const [table, asked] = [index.table(), prepared(evidence.needs, index.vocabulary)];
    this.understood = understood;
    this.evidence = evidence;
    this.vocabulary = index.vocabulary;
    this.table = table;
    this.asked = asked;
    this.mixed = asked.some(({ person }) => person) && asked.some(({ person }) => !person);
    this.turns = turns;
    this.found = this.columns(table);
    this.reach = table.hours(now).reach;
    this.place = placer(understood, index);
    this.wishes = understood.wishes.map((wish) => wanted(wish, table.granted(wish, now)));
    /** @type {{fits: boolean, age: number, group: number}[]} */
    this.suits = [];
  }

  /** The columns of all candidates. `places` is one array for all queries; it is filled with -1 before and after. @param {import("./table.js").Table} table */
  columns({ helps, places }) {
    const { turns, turns: { length }, evidence: { names, texts, seeks } } = this;
    for (let at = 0; at < length; at++) places[turns[at]] = at;
    const [name, words, seek] = [column(names, WEIGHTS.name, places, length), column(texts, WEIGHTS.words, places, length), column(seeks, WEIGHTS.seek, places, length)];
    const found = { ...helped(this.asked, this.mixed, helps, places, length), name, words, seek };
    for (let at = 0; at < length; at++) places[turns[at]] = -1;
    return found;
  }

  /**
   * Compute the parts of a document's score. Returns whether it may be for this person.
   * @param {number} at Its position among the candidates.
   * @param {Parts} parts Filled.
   */
  fill(at, parts) {
    const { found: { need, near, whom, name, words, seek }, table } = this;
    const turn = this.turns[at];
    parts.need = this.mixed && whom[at] === PERSON ? need[at] * WEIGHTS.personOnly : need[at];
    parts.near = near[at];
    parts.name = name[at];
    parts.words = words[at];
    parts.seek = seek[at];
    parts.reach = this.reach[turn];
    parts.sure = table.sure[turn];
    parts.paused = table.paused[turn];
    parts.page = table.page[turn];
    const fits = this.judge(turn, parts);
    tempered(parts);
    return fits;
  }

  /** The parts that depend on the person: area, age, group and wishes. @param {number} turn @param {Parts} parts */
  judge(turn, parts) {
    clear(parts);
    const { areas, people, unreachable } = this.table;
    if (areas.of[turn] < 0) return true;
    for (const wish of this.wishes) weigh(wish, turn, parts);
    const suit = this.suit(people.of[turn]);
    parts.age = suit.age;
    parts.group = suit.group;
    const { part } = this.place(areas.of[turn]);
    parts.area = unreachable[turn] && this.understood.areas.length ? Math.min(part, WEIGHTS.national) : part;
    return suit.fits;
  }

  /** How a group of services with the same ages and audiences suits this person. @param {number} group */
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

  /** Add the reasons from a service's own fields. @param {number} turn @param {import("./rank.js").Why[]} why Added to. */
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
