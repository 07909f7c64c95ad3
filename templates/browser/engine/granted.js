/**
 * Which documents fulfil a wish: computed when first asked for, and cached.
 *
 * @typedef {import("./asking.js").Wish} Wish
 * @typedef {import("./hours.js").Moment} Moment
 */
import { grants } from "./wishes.js";

const [NO, YES] = [1, 2];

/** The most wishes to cache: more than there are, except wishes for a time. */
const MOST = 100;

export class Granted {
  /** @param {import("./documents.js").Doc[]} docs @param {Wish} wish @param {Moment} now */
  constructor(docs, wish, now) {
    this.docs = docs;
    this.wish = wish;
    this.now = now;
    this.known = new Uint8Array(docs.length);
  }

  /** Whether a document fulfils the wish. No page does. @param {number} turn */
  has(turn) {
    const known = this.known[turn];
    return known ? known === YES : this.look(turn);
  }

  /** @param {number} turn */
  look(turn) {
    const { service } = this.docs[turn];
    const found = service !== null && grants(service, this.wish, this.now);
    this.known[turn] = found ? YES : NO;
    return found;
  }
}

/** A cache of the documents that fulfil each wish. @param {import("./documents.js").Doc[]} docs */
export function granting(docs) {
  /** @type {Map<string, Granted>} */
  const known = new Map();
  return (/** @type {Wish} */ wish, /** @type {Moment} */ now) => {
    const { facet, value, day, minutes } = wish;
    const key = facet === "open" ? [facet, value, day, minutes, now.date, now.day, now.minutes].join(" ") : `${facet} ${value}`;
    const found = known.get(key) ?? new Granted(docs, wish, now);
    if (known.size > MOST) known.clear();
    known.set(key, found);
    return found;
  };
}
