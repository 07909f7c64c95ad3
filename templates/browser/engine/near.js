/**
 * How near a service is to where somebody lives or is registered with a practice.
 *
 * @typedef {import("./documents.js").Service} Service
 * @typedef {import("./rank.js").Why} Why
 * @typedef {{id: string, label: string, from: string, registered?: boolean}} Area An area of a query. `registered` is true where it is that of the practice, and not of the home.
 * @typedef {{part: number, why: Why | null}} Place
 */
import { outward, wide } from "./vocabulary.js";
import { WEIGHTS } from "./weights.js";

/** What `placer` and the facets read of a service: services with the same key are evaluated once. @param {Service} service */
export const placed = ({ areas, stands, basis }) => `${areas.join()} ${stands.join()} ${basis}`;

/**
 * The areas that decide whether somebody may use a service: of the home, of the practice, or either where its record does not say.
 * @template {{registered?: boolean}} One
 * @param {Pick<Service, "basis">} service @param {One[]} areas
 */
export function deciding({ basis }, areas) {
  const own = basis ? areas.filter(({ registered = false }) => registered === (basis === "practice")) : areas;
  return own.length ? own : areas;
}

/**
 * How near a group of services is, by its areas, to the areas of the query or else to home. Results are cached; those for home permanently.
 * @param {{areas: Area[]}} understood @param {import("./index.js").Index} index
 * @returns {(group: number) => Place}
 */
export function placer({ areas }, index) {
  const { areas: { first }, homely } = index.table();
  /** @type {Place[]} */
  const known = areas.length ? [] : homely;
  return (group) => (known[group] ??= areas.length ? asked(first[group], areas, index) : local(first[group], index));
}

/** Without an area in the query: services of home come first, those of other counties last. @param {Service} service @param {import("./index.js").Index} index */
function local(service, { vocabulary, home }) {
  const near = service.areas.filter((id) => !wide(vocabulary, id));
  if (!near.length || (home.length && away(service, home[0], vocabulary))) return { part: 0, why: null };
  const ours = !home.length || near.some((id) => outward(vocabulary, id).some((one) => home.includes(one) && !wide(vocabulary, one)));
  if (!ours) return { part: WEIGHTS.farLocal, why: null };
  const nearest = near.find((id) => outward(vocabulary, id).includes(home[0])) ?? near[0];
  return { part: WEIGHTS.local, why: { kind: "local", label: vocabulary.areas.get(nearest)?.label ?? nearest, from: "" } };
}

/** Whether all places of a service are outside the county of an area. @param {Service} service @param {string} area @param {import("./vocabulary.js").Vocabulary} vocabulary */
function away({ stands }, area, vocabulary) {
  const county = outward(vocabulary, area).filter((id) => !wide(vocabulary, id)).pop();
  return county !== undefined && stands.length > 0 && !stands.some((id) => outward(vocabulary, id).includes(county));
}

/** @param {Service} service @param {Area[]} areas @param {import("./index.js").Index} index */
function asked(service, areas, { vocabulary }) {
  const told = deciding(service, areas);
  let [best, nearest] = [WEIGHTS.elsewhere, told[0]];
  for (const wanted of told) {
    const before = best;
    best = Math.max(best, nearness(service, wanted.id, vocabulary));
    if (best > before) nearest = wanted;
  }
  return { part: best, why: best > 0 ? { kind: "area", label: nearest.label, from: nearest.from } : null };
}

/** How near a service is to one area: in it, around it, in the next district, or elsewhere. @param {Service} service @param {string} wanted @param {import("./vocabulary.js").Vocabulary} vocabulary */
function nearness(service, wanted, vocabulary) {
  const around = outward(vocabulary, wanted);
  let best = WEIGHTS.elsewhere;
  for (const id of service.areas) {
    if (id === wanted || outward(vocabulary, id).includes(wanted)) best = Math.max(best, WEIGHTS.inArea);
    else if (around.includes(id)) best = Math.max(best, wide(vocabulary, id) ? WEIGHTS.national : WEIGHTS.aroundArea - 0.1 * (around.indexOf(id) - 1));
    else if (outward(vocabulary, id).some((one) => around.includes(one) && !wide(vocabulary, one))) best = Math.max(best, WEIGHTS.nextDistrict);
  }
  return best > WEIGHTS.standsElsewhere && away(service, wanted, vocabulary) ? WEIGHTS.standsElsewhere : best;
}
