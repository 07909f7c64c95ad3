/**
 * Results of queries without a need: the services of a place, those that fulfil the wishes, or all services for an empty query.
 *
 * @typedef {import("./rank.js").Hit} Hit
 */
import { placer } from "./near.js";
import { once } from "./once.js";
import { nothing } from "./parts.js";
import { wide } from "./vocabulary.js";

const SURENESS = ["unverified", "low", "medium", "high"];

/** @param {import("./documents.js").Doc} doc @param {number} score @param {import("./parts.js").Parts} parts @param {import("./rank.js").Why[]} why @returns {Hit} */
const hit = (doc, score, parts, why) => ({ doc, turn: doc.turn, score, parts, why: () => why, fits: true, met: [] });

/** @param {import("./index.js").Index} ready */
export function everyService(ready) {
  /** Every service, local ones and those of highest confidence first, for an empty query. */
  const everything = once(() => ready.table().docs.flatMap((doc) => (doc.service ? hit(doc, standing(doc.service), { ...nothing(), words: 1 }, []) : [])).sort((a, b) => b.score - a.score));

  /** Every service that fulfils all wishes. */
  function having(/** @type {import("./asking.js").Wish[]} */ wishes, /** @type {{day: number, minutes: number}} */ now) {
    const all = wishes.map((wish) => ready.table().granted(wish, now));
    return everything().filter(({ turn }) => all.every((granted) => granted.has(turn)));
  }

  /** Services for residents of a place: those of the place first, then those around it. */
  function located(/** @type {import("./understand.js").Understood["areas"]} */ asked) {
    const [place, { areas }] = [placer({ areas: asked }, ready), ready.table()];
    /** @type {Map<number, Hit[]>} By their score for the place; each list is in the order of `everything`. */
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
