/**
 * Facets: the choices, how many results each choice leaves, and which results pass the chosen ones.
 *
 * @typedef {import("./rank.js").Hit} Hit
 * @typedef {import("./documents.js").Service} Service
 * @typedef {import("./index.js").Index} Index
 * @typedef {import("./choices.js").Listed} Listed
 * @typedef {import("./hours.js").Moment} Moment
 * @typedef {{need: string[], area: string, gp: string, who: string[], age: number | null, how: string[], refer: string[], cost: string[], access: string[], open: boolean, sure: boolean}} Chosen
 * @typedef {import("./choices.js").Choices["row"]["need"][number]} Row
 * @typedef {{value: string, label: string, count: number, chosen: boolean}} Choice
 */
import { count, LISTED, LISTS, SURE } from "./choices.js";
import { deciding } from "./near.js";

/** @type {string[]} */
const NONE = [];

/** Whether anything is chosen at all. @param {Chosen} chosen */
export const narrows = (chosen) => Boolean(LISTS.some((facet) => chosen[facet].length) || chosen.area || chosen.gp || chosen.age !== null || chosen.open || chosen.sure);

/**
 * The facets whose choice a result does not pass. Roles and guides pass unless something is chosen that only services have.
 * @param {Hit} hit @param {Chosen} chosen @param {Index} index @param {Moment} now
 * @returns {string[]}
 */
export function fails({ doc: { service, page }, turn }, chosen, index, now) {
  if (!service) return pageFails(page?.needs ?? [], chosen);
  const { choices, hours } = index.table();
  const failed = /** @type {string[]} */ (LISTS.filter((facet) => chosen[facet].length && !LISTED[facet](service).some((value) => chosen[facet].includes(value))));
  if (!reaches(service, chosen, choices.reach[choices.areas.of[turn]])) failed.push(chosen.area ? "area" : "gp");
  if (chosen.age !== null && ((service.min ?? 0) > chosen.age || (service.max ?? 120) < chosen.age)) failed.push("age");
  if (chosen.sure && !SURE.includes(service.confidence)) failed.push("sure");
  if (chosen.open && !hours(now).open[turn]) failed.push("open");
  return failed;
}

/** Whether a service is for a home and a practice. @param {Service} service @param {Pick<Chosen, "area" | "gp">} chosen @param {Set<string>} reach The areas whose residents can use it. */
function reaches(service, chosen, reach) {
  const where = deciding(service, living(chosen));
  return !where.length || where.some(({ id }) => reach.has(id));
}

/** Where somebody lives and is registered, as far as it is chosen. @param {Pick<Chosen, "area" | "gp">} chosen */
export const living = ({ area, gp }) => [...(area ? [{ id: area, registered: false }] : []), ...(gp ? [{ id: gp, registered: true }] : [])];

/** @param {string[]} needs @param {Chosen} chosen */
function pageFails(needs, chosen) {
  const failed = /** @type {string[]} */ (["who", "how", "refer", "cost", "access"].filter((facet) => chosen[/** @type {"who"} */ (facet)].length));
  if (chosen.need.length && !chosen.need.some((id) => needs.includes(id))) failed.push("need");
  if (chosen.age !== null) failed.push("age");
  if (chosen.open) failed.push("open");
  return failed;
}

/** Whether a result passes every choice, or every choice but those of one facet. @param {string[]} failed @param {string} [but] */
export const passes = (failed, but = "") => !failed.length || (failed.length === 1 && failed[0] === but);

/**
 * @param {Hit[]} hits All results of the query, before narrowing.
 * @param {string[][] | null} failed The facets that each does not pass; null if nothing is chosen.
 * @param {Chosen} chosen
 * @param {Index} index
 * @param {Moment} now
 * @returns {Record<Listed | "area", Choice[]> & {open: Choice, sure: Choice}}
 */
export function facets(hits, failed, chosen, index, now) {
  const { counts, open } = counted(hits, failed, index, now);
  const { label, row: { area, sure, ...rows } } = index.table().choices;
  const choice = (/** @type {Row} */ { value, label, number }, /** @type {boolean} */ chosen) => ({ value, label, count: counts[number], chosen });
  const listed = (/** @type {Listed} */ facet) => {
    const strange = chosen[facet].filter((value) => !index.values[facet].includes(value));
    return [...rows[facet].map((row) => choice(row, chosen[facet].includes(row.value))), ...[...new Set(strange)].map((value) => ({ value, label: label(facet, value), count: 0, chosen: true }))];
  };
  const beside = chosen.gp && failed ? besidePractice(hits, failed, chosen.gp, index) : null;
  return {
    need: listed("need"), who: listed("who"), how: listed("how"), refer: listed("refer"), cost: listed("cost"), access: listed("access"),
    area: area.map((row) => ({ ...choice(row, chosen.area === row.value), ...(beside ? { count: beside(row.value) } : {}) })), open: { value: "1", label: "1", count: open, chosen: chosen.open }, sure: choice(sure[0], chosen.sure),
  };
}

/**
 * How many services each choice leaves. A service that fails one facet only counts for that facet.
 * @param {Hit[]} hits @param {string[][] | null} failed @param {Index} index @param {Moment} now
 * @returns {{counts: Uint32Array, open: number}} The counts by the numbers of choices, and how many are open.
 */
function counted(hits, failed, { table }, now) {
  const { choices, hours } = table();
  const [counts, { open }] = [new Uint32Array(choices.facetOf.length), hours(now)];
  let opened = 0;
  for (const [only, turns] of parted(hits, failed, choices.areas.of)) {
    count(counts, turns, only, choices);
    if (!only || only === "open") for (const turn of turns) opened += open[turn];
  }
  return { counts, open: opened };
}

/**
 * How many services each home leaves beside a practice: those that go by the practice do not come or go with the home.
 * @param {Hit[]} hits @param {string[][]} failed @param {string} gp @param {Index} index
 */
function besidePractice(hits, failed, gp, { table }) {
  const { areas: { of, first }, choices: { reach } } = table();
  /** @type {number[]} */
  const met = [];
  failed.forEach((own, at) => {
    const group = of[hits[at].turn];
    if (group >= 0 && own.every((facet) => facet === "area" || facet === "gp")) met[group] = (met[group] ?? 0) + 1;
  });
  return (/** @type {string} */ area) => met.reduce((sum, count, group) => sum + (reaches(first[group], { area, gp }, reach[group]) ? count : 0), 0);
}

/** The services by the only facet that they do not pass: "" if they pass all. @param {Hit[]} hits @param {string[][] | null} failed @param {Int32Array} areas The group of areas of each document, -1 for a page. @returns {Map<string, number[]>} */
function parted(hits, failed, areas) {
  /** @type {Map<string, number[]>} */
  const parts = new Map([["", []]]);
  hits.forEach(({ turn }, at) => {
    const own = failed ? failed[at] : NONE;
    if (areas[turn] < 0 || own.length > 1) return;
    const only = own.length ? own[0] : "";
    const part = parts.get(only);
    if (part) part.push(turn);
    else parts.set(only, [turn]);
  });
  return parts;
}
