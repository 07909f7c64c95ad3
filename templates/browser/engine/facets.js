/**
 * Narrowing the list: what can be chosen, how many each choice leaves, and the list that the choices leave.
 *
 * @typedef {import("./rank.js").Hit} Hit
 * @typedef {import("./documents.js").Service} Service
 * @typedef {import("./index.js").Index} Index
 * @typedef {{day: number, minutes: number}} Moment
 * @typedef {{need: string[], area: string, who: string[], age: number | null, how: string[], refer: string[], cost: string[], open: boolean, sure: boolean}} Chosen
 * @typedef {{value: string, label: string, count: number, chosen: boolean}} Choice
 */
import { isOpen } from "./hours.js";
import { outward } from "./vocabulary.js";

/** The facets that hold several choices, and what a service has of each. */
const LISTED = {
  need: (/** @type {Service} */ service) => service.needs,
  who: (/** @type {Service} */ service) => service.audiences,
  how: (/** @type {Service} */ service) => service.how,
  refer: (/** @type {Service} */ service) => service.refer,
  cost: (/** @type {Service} */ service) => (service.cost ? [service.cost] : []),
};
/** @typedef {keyof typeof LISTED} Listed */
const LISTS = /** @type {Listed[]} */ (Object.keys(LISTED));

const SURE = ["high", "medium"];

/** @type {string[]} */
const NONE = [];

/** Whether anything is chosen at all. @param {Chosen} chosen */
export const narrows = (chosen) => Boolean(LISTS.some((facet) => chosen[facet].length) || chosen.area || chosen.age !== null || chosen.open || chosen.sure);

/**
 * The facets whose choice a result does not pass. Roles and guides pass while nothing is chosen that only services have.
 * @param {Hit} hit @param {Chosen} chosen @param {Index} index @param {Moment} now
 * @returns {string[]}
 */
export function fails({ doc: { service, page } }, chosen, index, now) {
  if (!narrows(chosen)) return NONE;
  if (!service) return pageFails(page?.needs ?? [], chosen);
  const failed = /** @type {string[]} */ (LISTS.filter((facet) => chosen[facet].length && !LISTED[facet](service).some((value) => chosen[facet].includes(value))));
  if (chosen.area && !covered(service, index).has(chosen.area)) failed.push("area");
  if (chosen.age !== null && ((service.min ?? 0) > chosen.age || (service.max ?? 120) < chosen.age)) failed.push("age");
  if (chosen.sure && !SURE.includes(service.confidence)) failed.push("sure");
  if (chosen.open && !isOpen(service.open, now)) failed.push("open");
  return failed;
}

/** @param {string[]} needs @param {Chosen} chosen */
function pageFails(needs, chosen) {
  const failed = /** @type {string[]} */ (["who", "how", "refer", "cost"].filter((facet) => chosen[/** @type {"who"} */ (facet)].length));
  if (chosen.need.length && !chosen.need.some((id) => needs.includes(id))) failed.push("need");
  if (chosen.age !== null) failed.push("age");
  if (chosen.open) failed.push("open");
  return failed;
}

/** Whether a result passes every choice, or every choice but those of one facet. @param {string[]} failed @param {string} [but] */
export const passes = (failed, but = "") => !failed.length || (failed.length === 1 && failed[0] === but);

/**
 * Every area whose people can use a service: those it names, those within them, and those around them. Many services name the same.
 * @param {Service} service @param {Index} index
 * @returns {Set<string>}
 */
function covered(service, { vocabulary, reach }) {
  const key = service.areas.join(" ");
  let found = reach.get(key);
  if (!found) {
    const within = [...vocabulary.areas.keys()].filter((id) => outward(vocabulary, id).some((one) => service.areas.includes(one)));
    found = new Set([...within, ...service.areas.flatMap((id) => outward(vocabulary, id))]);
    reach.set(key, found);
  }
  return found;
}

/**
 * @param {{hit: Hit, failed: string[]}[]} judged Everything that fits the words, with the choices it does not pass.
 * @param {Chosen} chosen
 * @param {Index} index
 * @param {Moment} now
 * @returns {Record<Listed | "area", Choice[]> & {open: Choice, sure: Choice}}
 */
export function facets(judged, chosen, index, now) {
  const counts = counted(judged, index, now);
  const { needs, audiences, areas } = index.vocabulary;
  const labels = { need: needs, who: audiences, area: areas };
  const choice = (/** @type {string} */ facet, /** @type {string} */ value) => ({
    value, label: labels[/** @type {"need"} */ (facet)]?.get(value)?.label ?? value, count: counts(facet, value),
    chosen: facet === "area" ? chosen.area === value : facet in LISTED ? chosen[/** @type {Listed} */ (facet)].includes(value) : chosen[/** @type {"open"} */ (facet)],
  });
  const listed = (/** @type {Listed} */ facet) => [...new Set([...index.values[facet], ...chosen[facet]])].map((value) => choice(facet, value));
  return {
    need: listed("need"), who: listed("who"), how: listed("how"), refer: listed("refer"), cost: listed("cost"),
    area: [{ ...choice("area", ""), label: "Anywhere" }, ...[...areas.keys()].map((id) => choice("area", id))], open: choice("open", "1"), sure: choice("sure", "1"),
  };
}

/**
 * How many services each choice leaves. One that fails a single choice counts for that facet alone. Each choice of a service is a number,
 * given once: with ten thousand services there are hundreds of thousands to count at every letter.
 * @param {{hit: Hit, failed: string[]}[]} judged @param {Index} index @param {Moment} now
 * @returns {(facet: string, value: string) => number}
 */
function counted(judged, index, now) {
  const { numbers, facetOf } = index.tally;
  for (const { hit: { doc } } of judged) if (doc.service) doc.choices ??= choicesOf(doc.service, index);
  const counts = new Uint32Array(facetOf.length);
  let open = 0;
  for (const { hit: { doc }, failed } of judged) {
    if (!doc.service || !doc.choices || failed.length > 1) continue;
    const only = failed[0];
    for (const number of doc.choices) if (!only || facetOf[number] === only) counts[number]++;
    if ((!only || only === "open") && isOpen(doc.service.open, now)) open++;
  }
  return (facet, value) => (facet === "open" ? open : (counts[numbers.get(`${facet} ${value}`) ?? -1] ?? 0));
}

/** The numbers of all choices that a service passes. @param {Service} service @param {Index} index */
function choicesOf(service, index) {
  const { numbers, facetOf } = index.tally;
  const number = (/** @type {string} */ facet, /** @type {string} */ value) => {
    const key = `${facet} ${value}`;
    let found = numbers.get(key);
    if (found === undefined) {
      found = facetOf.length;
      numbers.set(key, found);
      facetOf.push(facet);
    }
    return found;
  };
  const areas = ["", ...covered(service, index)].map((id) => number("area", id));
  const lists = LISTS.flatMap((facet) => LISTED[facet](service).map((value) => number(facet, value)));
  return [...areas, ...lists, ...(SURE.includes(service.confidence) ? [number("sure", "1")] : [])];
}

/** All values that services have, those of most services first: rows keep their places while their counts change. @param {Service[]} services @returns {Record<Listed, string[]>} */
export function valuesOf(services) {
  const most = (/** @type {Listed} */ facet) => {
    /** @type {Map<string, number>} */
    const counts = new Map();
    for (const service of services) for (const value of LISTED[facet](service)) counts.set(value, (counts.get(value) ?? 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1]).map(([value]) => value);
  };
  return { need: most("need"), who: most("who"), how: most("how"), refer: most("refer"), cost: most("cost") };
}
