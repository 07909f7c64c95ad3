/**
 * Narrowing the list: what can be chosen, how many each choice leaves, and the list that the choices leave.
 *
 * @typedef {import("./rank.js").Hit} Hit
 * @typedef {{need: string[], area: string, who: string[], age: number | null, how: string[], refer: string[], cost: string[], open: boolean, sure: boolean}} Chosen
 * @typedef {{value: string, label: string, count: number, chosen: boolean}} Choice
 */
import { isOpen } from "./hours.js";
import { outward } from "./vocabulary.js";

/** Each facet by name: whether a service passes a choice of it. */
const PASSES = {
  need: (/** @type {import("./documents.js").Service} */ s, /** @type {string} */ value) => s.needs.includes(value),
  who: (/** @type {import("./documents.js").Service} */ s, /** @type {string} */ value) => s.audiences.includes(value),
  how: (/** @type {import("./documents.js").Service} */ s, /** @type {string} */ value) => s.how.includes(value),
  refer: (/** @type {import("./documents.js").Service} */ s, /** @type {string} */ value) => s.refer.includes(value),
  cost: (/** @type {import("./documents.js").Service} */ s, /** @type {string} */ value) => s.cost === value,
};
/** @typedef {keyof typeof PASSES} Listed */
const LISTED = /** @type {Listed[]} */ (Object.keys(PASSES));

/**
 * Whether a service passes every choice but those of one facet. Roles and guides pass while nothing is chosen that only services have.
 * @param {Hit} hit @param {Chosen} chosen @param {import("./documents.js").Index} index @param {{day: number, minutes: number}} now @param {string} [but]
 */
export function passes({ doc }, chosen, index, now, but = "") {
  const { service, page } = doc;
  if (!service) return !["who", "how", "refer", "cost"].some((facet) => facet !== but && chosen[/** @type {"who"} */ (facet)].length) && chosen.age === null && !chosen.open && (but === "need" || !chosen.need.length || chosen.need.some((id) => page?.needs?.includes(id)));
  for (const facet of LISTED) {
    if (facet !== but && chosen[facet].length && !chosen[facet].some((value) => PASSES[facet](service, value))) return false;
  }
  if (but !== "area" && chosen.area && !covers(service, chosen.area, index)) return false;
  if (but !== "age" && chosen.age !== null && ((service.min ?? 0) > chosen.age || (service.max ?? 120) < chosen.age)) return false;
  if (but !== "sure" && chosen.sure && !["high", "medium"].includes(service.confidence)) return false;
  return but === "open" || !chosen.open || isOpen(service.open, now);
}

/** Whether a service can be used by someone who lives in an area: it covers it, a part of it, or all around it. @param {import("./documents.js").Service} service @param {string} area @param {import("./documents.js").Index} index */
export function covers(service, area, { vocabulary }) {
  const around = outward(vocabulary, area);
  return service.areas.some((id) => around.includes(id) || outward(vocabulary, id).includes(area));
}

/**
 * @param {Hit[]} hits Everything that fits the words.
 * @param {Chosen} chosen
 * @param {import("./documents.js").Index} index
 * @param {{day: number, minutes: number}} now
 * @returns {Record<Listed | "area", Choice[]> & {open: Choice, sure: Choice}}
 */
export function facets(hits, chosen, index, now) {
  const { needs, audiences, areas } = index.vocabulary;
  const labels = { need: needs, who: audiences };
  /** @type {any} */
  const found = {};
  for (const facet of LISTED) {
    /** @type {Map<string, number>} */
    const counts = new Map(chosen[facet].map((value) => [value, 0]));
    for (const { doc: { service } } of hits.filter((hit) => passes(hit, chosen, index, now, facet))) {
      const values = !service ? [] : facet === "need" ? service.needs : facet === "who" ? service.audiences : facet === "cost" ? [service.cost ?? ""] : service[facet];
      for (const value of values) if (value) counts.set(value, (counts.get(value) ?? 0) + 1);
    }
    const label = (/** @type {string} */ value) => labels[/** @type {"need"} */ (facet)]?.get(value)?.label ?? value;
    found[facet] = [...counts].map(([value, count]) => ({ value, label: label(value), count, chosen: chosen[facet].includes(value) })).sort((a, b) => b.count - a.count || a.label.localeCompare(b.label));
  }
  const reach = hits.filter((hit) => hit.doc.service && passes(hit, chosen, index, now, "area"));
  found.area = [...areas.values()].map(({ id, label }) => ({ value: id, label, count: reach.filter(({ doc }) => doc.service && covers(doc.service, id, index)).length, chosen: chosen.area === id }));
  const one = (/** @type {"open" | "sure"} */ facet, /** @type {(service: import("./documents.js").Service) => boolean} */ test) => ({
    value: "1", label: facet, chosen: chosen[facet], count: hits.filter((hit) => hit.doc.service && passes(hit, chosen, index, now, facet) && test(hit.doc.service)).length,
  });
  found.open = one("open", (service) => isOpen(service.open, now));
  found.sure = one("sure", ({ confidence }) => ["high", "medium"].includes(confidence));
  return found;
}
