/**
 * The services of a place, or with what was wished for, where nothing else was asked; and all of them for a page without a question.
 *
 * @typedef {import("./rank.js").Hit} Hit
 */
import { once } from "./once.js";
import { nothing } from "./parts.js";
import { placer } from "./suits.js";
import { wide } from "./vocabulary.js";

const SURENESS = ["unverified", "low", "medium", "high"];

/** @param {import("./documents.js").Doc} doc @param {number} score @param {import("./parts.js").Parts} parts @param {import("./rank.js").Why[]} why @returns {Hit} */
const hit = (doc, score, parts, why) => ({ doc, turn: doc.turn, score, parts, why: () => why, fits: true, met: [] });

/** @param {import("./index.js").Index} ready */
export function everyService(ready) {
  /** Every service, local ones and the surest first, for a page without a question. */
  const everything = once(() => ready.table().docs.flatMap((doc) => (doc.service ? hit(doc, standing(doc.service), { ...nothing(), words: 1 }, []) : [])).sort((a, b) => b.score - a.score));

  /** Every service that has all that was wished for. */
  function having(/** @type {import("./asking.js").Wish[]} */ wishes, /** @type {{day: number, minutes: number}} */ now) {
    const all = wishes.map((wish) => ready.table().granted(wish, now));
    return everything().filter(({ turn }) => all.every((granted) => granted.has(turn)));
  }

  /** Services for people of a place, where nothing else was asked: those of the place first, then those around it. */
  function located(/** @type {import("./understand.js").Understood["areas"]} */ asked) {
    const [place, { areas }] = [placer({ areas: asked }, ready), ready.table()];
    /** @type {Map<number, Hit[]>} By how near they are: each of these is in the order of everything. */
    const rings = new Map();
    for (const { doc } of everything()) {
      const { part, why } = place(areas.of[doc.turn]);
      if (part <= 0) continue;
      const [ring, found] = [rings.get(part), hit(doc, part, { ...nothing(), area: part }, why ? [why] : [])];
      if (ring) ring.push(found);
      else rings.set(part, [found]);
    }
    return [...rings].sort(([a], [b]) => b - a).flatMap(([, ring]) => ring);
  }

  /** @param {import("./documents.js").Service} service */
  const standing = (service) => Number(service.areas.some((id) => !wide(ready.vocabulary, id))) + SURENESS.indexOf(service.confidence);

  return { everything, having, located };
}
