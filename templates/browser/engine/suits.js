/**
 * How well a service suits the person: area, age, group and wishes.
 *
 * @typedef {import("./rank.js").Why} Why
 * @typedef {import("./parts.js").Parts} Parts
 * @typedef {{part: number, why: Why | null}} Place
 */
import { holds, isOpen, next } from "./hours.js";
import { outward, wide } from "./vocabulary.js";
import { WEIGHTS } from "./weights.js";

/** How a service's record describes wheelchair access. */
const STEP_FREE = /step[- ]free|wheelchair|accessible|level access|ground floor|\blifts?\b/i;
const SIGNED = /\bBSL\b|sign language/i;
const INTERPRETED = /interpret|languageline|language line|translat/i;

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

/**
 * How near a group of services is, by its areas, to the areas of the query or else to home. Results are cached; those for home permanently.
 * @param {Pick<import("./understand.js").Understood, "areas">} understood @param {import("./index.js").Index} index
 * @returns {(group: number) => Place}
 */
export function placer({ areas }, index) {
  const { areas: { first }, homely } = index.table();
  /** @type {Place[]} */
  const known = areas.length ? [] : homely;
  return (group) => (known[group] ??= areas.length ? asked(first[group].areas, areas, index) : local(first[group].areas, index));
}

/** Without an area in the query: services of home come first, those of other counties last. @param {string[]} named @param {import("./index.js").Index} index */
function local(named, { vocabulary, home }) {
  const near = named.filter((id) => !wide(vocabulary, id));
  if (!near.length) return { part: 0, why: null };
  const ours = !home.length || near.some((id) => outward(vocabulary, id).some((one) => home.includes(one) && !wide(vocabulary, one)));
  if (!ours) return { part: WEIGHTS.farLocal, why: null };
  const nearest = near.find((id) => outward(vocabulary, id).includes(home[0])) ?? near[0];
  return { part: WEIGHTS.local, why: { kind: "local", label: vocabulary.areas.get(nearest)?.label ?? nearest, from: "" } };
}

/** @param {string[]} named @param {import("./understand.js").Understood["areas"]} areas @param {import("./index.js").Index} index */
function asked(named, areas, { vocabulary }) {
  let [best, nearest] = [WEIGHTS.elsewhere, areas[0]];
  for (const wanted of areas) {
    const around = outward(vocabulary, wanted.id);
    const before = best;
    for (const id of named) {
      if (id === wanted.id || outward(vocabulary, id).includes(wanted.id)) best = Math.max(best, WEIGHTS.inArea);
      else if (around.includes(id)) best = Math.max(best, wide(vocabulary, id) ? 0.1 : WEIGHTS.aroundArea - 0.1 * (around.indexOf(id) - 1));
      else if (outward(vocabulary, id).some((one) => around.includes(one) && !wide(vocabulary, one))) best = Math.max(best, -0.35);
    }
    if (best > before) nearest = wanted;
  }
  return { part: best, why: best > 0 ? { kind: "area", label: nearest.label, from: nearest.from } : null };
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

/** Whether it is open on the day and at the time of a wish; either may be missing. @param {number[][]} open @param {import("./asking.js").Wish} wish @param {import("./hours.js").Moment} now */
function openAt(open, { day, minutes }, now) {
  if (typeof minutes === "number") return isOpen(open, { day: day ?? now.day, minutes, date: next(now, day ?? now.day) });
  return typeof day === "number" && open.some((row) => holds(row, day, next(now, day)));
}

/** Whether a service fulfils a wish. @param {import("./documents.js").Service} service @param {import("./asking.js").Wish} wish @param {{day: number, minutes: number}} now */
export function grants(service, wish, now) {
  const { facet, value } = wish;
  if (facet === "access") return value === "bsl" ? service.languages.some((one) => SIGNED.test(one)) : service.access.some((one) => STEP_FREE.test(one));
  if (facet === "language") return service.languages.some((one) => INTERPRETED.test(one) || one.toLowerCase().includes(value));
  if (facet === "open" && wish.minutes !== undefined) return openAt(service.open, wish, now);
  if (facet === "how") return service.how.includes(value);
  if (facet === "refer") return service.refer.includes(value);
  if (facet === "cost") return service.cost === value;
  return facet === "open" && (isOpen(service.open, now) || isOpen(service.open, { ...now, minutes: 22 * 60 }));
}
