/**
 * The choices of all facets, and which of them each service has. For speed, each choice has a number, and services with the same choices
 * form a group: with ten thousand services there are hundreds of thousands to count at every letter.
 *
 * @typedef {import("./documents.js").Service} Service
 * @typedef {import("./documents.js").Doc} Doc
 * @typedef {import("./vocabulary.js").Vocabulary} Vocabulary
 * @typedef {{of: Int32Array, first: Service[]}} Groups The group of each document, -1 for a page, and the first service of each group.
 * @typedef {ReturnType<typeof choicesOf>} Choices
 */
import { outward } from "./vocabulary.js";
import { easeOf } from "./wishes.js";

/** The facets that hold several choices, and what a service has of each. */
export const LISTED = {
  need: (/** @type {Service} */ { needs, guessed }) => (guessed.includes("needs") ? [] : needs),
  who: (/** @type {Service} */ service) => service.audiences,
  how: (/** @type {Service} */ service) => service.how,
  refer: (/** @type {Service} */ service) => service.refer,
  cost: (/** @type {Service} */ service) => (service.cost ? [service.cost] : []),
  access: easeOf,
};
/** @typedef {keyof typeof LISTED} Listed */
export const LISTS = /** @type {Listed[]} */ (Object.keys(LISTED));
/** The facets by which services are grouped. Needs are not among them: services have too many different ones. */
const SHARED = LISTS.filter((facet) => facet !== "need");

export const SURE = ["high", "medium"];

/** All values of services, the most frequent first, so that rows keep their positions while their counts change. @param {Service[]} services @returns {Record<Listed, string[]>} */
export function valuesOf(services) {
  const most = (/** @type {Listed} */ facet) => {
    /** @type {Map<string, number>} */
    const counts = new Map();
    for (const service of services) for (const value of LISTED[facet](service)) counts.set(value, (counts.get(value) ?? 0) + 1);
    return [...counts].sort((a, b) => b[1] - a[1]).map(([value]) => value);
  };
  return { need: most("need"), who: most("who"), how: most("how"), refer: most("refer"), cost: most("cost"), access: most("access") };
}

/**
 * The documents grouped by a key.
 * @param {Doc[]} docs
 * @param {(service: Service) => string} keyOf The key that services of one group share.
 * @returns {Groups}
 */
export function grouped(docs, keyOf) {
  /** @type {Map<string, number>} */
  const known = new Map();
  /** @type {Service[]} */
  const first = [];
  const of = new Int32Array(docs.length).fill(-1);
  docs.forEach(({ service }, turn) => {
    if (!service) return;
    const key = keyOf(service);
    let group = known.get(key);
    if (group === undefined) {
      group = first.push(service) - 1;
      known.set(key, group);
    }
    of[turn] = group;
  });
  return { of, first };
}

/**
 * Every area whose residents can use services of some areas: the areas, those within them, and those around them.
 * @param {string[]} areas
 * @param {Vocabulary} vocabulary
 */
function covered(areas, vocabulary) {
  const within = [...vocabulary.areas.keys()].filter((id) => outward(vocabulary, id).some((one) => areas.includes(one)));
  return new Set([...within, ...areas.flatMap((id) => outward(vocabulary, id))]);
}

/**
 * @param {Doc[]} docs
 * @param {Groups} areas
 * @param {Vocabulary} vocabulary
 * @param {Record<Listed, string[]>} values
 */
export function choicesOf(docs, areas, vocabulary, values) {
  /** @type {Record<string, Map<string, number>>} */
  const numbers = { need: new Map(), who: new Map(), how: new Map(), refer: new Map(), cost: new Map(), access: new Map(), area: new Map(), sure: new Map() };
  /** @type {string[]} */
  const facetOf = [];
  const number = (/** @type {string} */ facet, /** @type {string} */ value) => {
    let found = numbers[facet].get(value);
    if (found === undefined) {
      found = facetOf.push(facet) - 1;
      numbers[facet].set(value, found);
    }
    return found;
  };
  const reach = areas.first.map((service) => covered(service.areas, vocabulary));
  const kinds = grouped(docs, (service) => `${SHARED.map((facet) => LISTED[facet](service).join()).join(" ")} ${SURE.includes(service.confidence)}`);
  const labels = { need: vocabulary.needs, who: vocabulary.audiences, area: vocabulary.areas };
  const label = (/** @type {string} */ facet, /** @type {string} */ value) => labels[/** @type {"need"} */ (facet)]?.get(value)?.label ?? value;
  const rows = (/** @type {string} */ facet, /** @type {string[]} */ all) => all.map((value) => ({ value, label: label(facet, value), number: number(facet, value) }));
  const row = {
    need: rows("need", values.need), who: rows("who", values.who), how: rows("how", values.how), refer: rows("refer", values.refer), cost: rows("cost", values.cost), access: rows("access", values.access),
    area: rows("area", ["", ...vocabulary.areas.keys()]), sure: rows("sure", ["1"]),
  };
  row.area[0].label = "Anywhere";
  return {
    facetOf, reach, label, row, needs: rowed(docs, (id) => number("need", id)),
    areas: { of: areas.of, lists: reach.map((ids) => ["", ...ids].map((id) => number("area", id))) },
    kinds: { of: kinds.of, lists: kinds.first.map((service) => [...SHARED.flatMap((facet) => LISTED[facet](service).map((value) => number(facet, value))), ...(SURE.includes(service.confidence) ? [number("sure", "1")] : [])]) },
  };
}

/** The needs of all documents in one array, and where those of each document begin. @param {Doc[]} docs @param {(id: string) => number} numberOf */
function rowed(docs, numberOf) {
  /** @type {number[]} */
  const all = [];
  const from = new Uint32Array(docs.length + 1);
  docs.forEach(({ service }, turn) => {
    if (service) for (const id of service.needs) all.push(numberOf(id));
    from[turn + 1] = all.length;
  });
  return { from, all: Uint32Array.from(all) };
}

/**
 * Count the choices of services: first the services of each group, then the choices of each group.
 * @param {Uint32Array} counts The counts so far, by the number of the choice. Updated.
 * @param {number[]} turns The services.
 * @param {string} only The only facet to count; empty for all.
 * @param {Choices} choices
 */
export function count(counts, turns, only, { facetOf, needs, areas, kinds }) {
  for (const { of, lists } of [areas, kinds]) {
    const met = new Uint32Array(lists.length);
    for (const turn of turns) met[of[turn]]++;
    lists.forEach((list, group) => {
      if (met[group]) for (const number of list) if (!only || facetOf[number] === only) counts[number] += met[group];
    });
  }
  if (only && only !== "need") return;
  for (const turn of turns) for (let at = needs.from[turn]; at < needs.from[turn + 1]; at++) counts[needs.all[at]]++;
}
