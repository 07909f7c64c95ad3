/**
 * How well a service suits the person: age, group and wishes. `near.js` has how near it is.
 *
 * @typedef {import("./rank.js").Why} Why
 * @typedef {import("./parts.js").Parts} Parts
 */
import { WEIGHTS } from "./weights.js";

/** Ways of getting help that people name because no other way will do. */
const ONE_WAY = new Set(["text", "home-visit", "overnight-stay"]);
/** Audiences of services that take children. */
const YOUNG = ["children", "young-people", "families"];
/** Facets of wishes that must be fulfilled. */
export const MUST = new Set(["language", "access"]);

/** A key of the fields that `suited` reads: services with the same key are evaluated once. @param {import("./documents.js").Service} service */
export const peopled = ({ only, min, max, audiences }) => `${only.join()} ${min} ${max} ${YOUNG.some((id) => audiences.includes(id))}`;

/** Score age and group. Returns false if the service is not for this person. */
export function suited(/** @type {import("./documents.js").Service} */ service, /** @type {import("./understand.js").Understood} */ understood, /** @type {Parts} */ parts, /** @type {Why[] | null} */ why) {
  return grouped(service, understood, parts) && aged(service, understood, parts, why);
}

/**
 * A wish with the services that fulfil it. `way` is true for a way of getting help that no other can replace, `must` for a wish that must be fulfilled.
 * @param {import("./asking.js").Wish} wish
 * @param {import("./granted.js").Granted} granted
 */
export function wanted(wish, granted) {
  const way = wish.facet === "how" && ONE_WAY.has(wish.value);
  return { wish, granted, way, must: way || MUST.has(wish.facet) };
}

/** Score a wish: what a service gains by fulfilling it, or loses. */
export function weigh(/** @type {ReturnType<typeof wanted>} */ { granted, way, must }, /** @type {number} */ turn, /** @type {Parts} */ parts) {
  if (granted.has(turn)) {
    if (must) parts.oneWay = WEIGHTS.oneWay;
    else parts.wish += WEIGHTS.wish;
  } else if (way && granted.docs[turn].service?.how.length) parts.otherWay = WEIGHTS.otherWay;
}

/** @param {import("./documents.js").Service} service @param {import("./understand.js").Understood} understood @param {Parts} parts @param {Why[] | null} why */
function aged({ min, max, audiences }, { ages }, parts, why) {
  if (!ages) return true;
  if (min === null && max === null) {
    // Its record does not say that it takes children.
    if (ages.to < 16 && !YOUNG.some((id) => audiences.includes(id))) parts.age = WEIGHTS.notYoung;
    return true;
  }
  const [from, to] = [min ?? 0, max ?? 110];
  if (ages.to < from || ages.from > to) {
    parts.age = WEIGHTS.wrongAge;
    return false;
  }
  const narrow = to - from < 60 || from >= 50;
  parts.age = narrow ? WEIGHTS.age : 0;
  if (narrow) why?.push({ kind: "age", label: ageLabel(min, max), from: ages.said });
  return true;
}

/** @param {number | null} min @param {number | null} max */
function ageLabel(min, max) {
  if (min !== null && max !== null) return `${min} to ${max}`;
  if (min !== null) return `${min} and over`;
  return max === null ? "any age" : `under ${max + 1}`;
}

/** @param {import("./documents.js").Service} service @param {import("./understand.js").Understood} understood @param {Parts} parts */
function grouped({ only, min, max }, { needs, women, ages }, parts) {
  if (!only.length) return true;
  if (women && only.includes("men") && only.length === 1 && !needs.some(({ id }) => id === "men")) {
    parts.group = WEIGHTS.wrongGroup;
    return false;
  }
  const asked = only.some((id) => needs.some((need) => need.id === id));
  const byAge = ages && ((min !== null && min >= 50 && ages.from >= min) || (max !== null && max <= 40 && ages.to <= max));
  parts.group = asked || byAge ? WEIGHTS.theirs : WEIGHTS.notTheirs;
  return true;
}

/** Of equally suitable services, one that can be contacted now comes first. @param {import("./documents.js").Service} service @param {boolean} isOpen Whether it is open now. */
export function reachable({ phone, text, open, refer, confidence }, isOpen) {
  if (phone || text) return open.length && !isOpen ? WEIGHTS.reach * 0.75 : WEIGHTS.reach;
  if (refer.includes("turn-up") || (refer.includes("self") && confidence === "high")) return WEIGHTS.reach * 0.5;
  return WEIGHTS.unreached;
}
