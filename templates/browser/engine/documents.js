/**
 * The documents of the search: services and pages, with their words and the names that people use for them.
 *
 * @typedef {{id: string, name: string, org: string, other: string[], summary: string, needs: string[], audiences: string[], only: string[], areas: string[],
 *   stands: string[], basis: "home" | "practice" | null, numbers: string[], languages: string[], access: string[],
 *   min: number | null, max: number | null, how: string[], refer: string[], cost: string | null, open: number[][], phone: string | null,
 *   text: string | null, url: string | null, not_for: string[], confidence: string, guessed: string[], checked: string | null, copied: string | null, by: string, dated: string | null,
 *   through: string[], status: string, until: string | null, alert: string | null, leave: boolean}} Service
 *   A service as the build ships it. `only` holds the groups it is limited to, as need ids. `open` holds [days, from, to]: a bit for each day from
 *   Monday (1) to Sunday (64), and minutes from midnight; `to` may pass 1440. `phone` is null if no number may be shown.
 *   `stands` has the areas of its places where it also works in an area without one; `basis` says whether its areas go by the home or by the practice.
 *   `numbers` has every other number that may be shown; `languages` and `access` what its record says of them, in words.
 *   `checked` is the day its number, or else its record, was last checked with the provider, `copied` the day of a mere copy; `by` the kind of source; `dated` that source's own date;
 *   `through` the services that put people in touch; `leave` whether its pages need a quick way out.
 * @typedef {{id: string, path: string, title: string, kind: string, summary: string, text: string, words: string, needs?: string[], after?: number}} Page
 *   A role, network or guide.
 * @typedef {{name: import("./words.js").Read[], other: import("./words.js").Read[], org: import("./words.js").Read[], summary: import("./words.js").Read[],
 *   text: import("./words.js").Read[]}} Texts
 *   The words of a document by field. Each text is split into words only once.
 * @typedef {{words: string[], plain: boolean, whole: string}} Name
 *   A name as a list of words. It is plain if its words are everyday words: "shout", "mind". `whole` has every word of it.
 * @typedef {{id: string, kind: "service" | "page", service: Service | null, page: Page | null, fits: Map<string, number>, called: string[], texts: Texts,
 *   names: Name[] | null, turn: number, place: number, after: number}} Doc
 *   `called` has its names as they are written. `names` and `turn`, its place in the table, are worked out for the first query that needs them; they
 *   stand in every document from the beginning, because documents of several shapes are slower to go through. `place` is its place among all; of a page,
 *   `after` says how many services come before it by their ids, which a large directory sends later.
 */
import { reads, telling } from "./words.js";

/** How well a service helps with a need that its import guessed, beside one that somebody confirmed. */
const GUESS = 0.3;

const PARTED = /\(| [-–] |[,:] /;
const CAPITALS = /(?:^|[\s-])[A-Z]/g;

/**
 * All documents of the search.
 * @param {{services: Partial<Service>[], pages: Page[]}} data
 * @param {import("./words.js").Talk} talk
 * @returns {Doc[]}
 */
export function documents({ services, pages }, talk) {
  const listed = services.map(whole).filter(({ status }) => status !== "closed");
  const docs = [...listed.map((service) => serviceDoc(service, talk)), ...pages.map((page) => pageDoc(page, talk))];
  docs.forEach((doc, place) => {
    doc.place = place;
  });
  return docs;
}

/** A service with the empty fields that the build left out. @param {Partial<Service>} given @returns {Service} */
const whole = (given) => /** @type {Service} */ ({
  id: "", name: "", org: "", other: [], summary: "", audiences: [], only: [], min: null, max: null, how: [], refer: [], cost: null, open: [], phone: null, stands: [], basis: null, numbers: [],
  languages: [], access: [], text: null, url: null, not_for: [], checked: null, copied: null, by: "", dated: null, through: [], status: "active", until: null, alert: null, leave: false, needs: [], areas: [], guessed: [], ...given,
});

/** The words in names of services and organisations, which must not be taken for typing errors. @param {Doc[]} docs */
export function namedWords(docs) {
  /** @type {Set<string>} */
  const found = new Set();
  for (const { service, texts: { name, org, other } } of docs) {
    if (service) for (const list of [name, org, other]) for (const { word } of list) found.add(word);
  }
  return found;
}

/** Initials of names: people search for "Change Grow Live" as CGL. @param {string[]} names */
export function initials(...names) {
  return names.flatMap((name) => {
    const capitals = (name.includes("(") ? name.replace(/\(.*?\)/g, "") : name).match(CAPITALS) ?? [];
    return capitals.length > 1 && capitals.length < 6 ? [capitals.map((found) => found[found.length - 1]).join("")] : [];
  });
}

/** The words of a service whose texts have not come. @type {Texts} */
const UNREAD = { name: [], other: [], org: [], summary: [], text: [] };

/** @param {Service} service @param {import("./words.js").Talk} talk @returns {Doc} */
function serviceDoc(service, talk) {
  const { id, name, org, needs } = service;
  const later = !name; // a large directory sends names and texts in parts
  const other = later ? [] : [...service.other, ...initials(name, org)];
  const few = (1 - 0.02 * Math.min(needs.length - 1, 8)) * (service.guessed.includes("needs") ? GUESS : 1);
  return {
    id, kind: "service", service, page: null, called: [name, ...other], names: null, turn: -1, place: -1, after: 0,
    fits: new Map(needs.map((need, i) => [need, (1 - 0.05 * Math.min(i, 5)) * few])),
    texts: later ? UNREAD : textsOf(service, talk),
  };
}

/** The words of a service. @param {Service} service @param {import("./words.js").Talk} talk @returns {Texts} */
export function textsOf({ name, org, other, summary }, talk) {
  return { name: reads(name, talk), other: reads([...other, ...initials(name, org)].join(" "), talk), org: reads(org, talk), summary: reads(summary, talk), text: [] };
}

/** @param {Page} page @param {import("./words.js").Talk} talk @returns {Doc} */
function pageDoc(page, talk) {
  const { id, title, summary, text, words, needs = [] } = page;
  return {
    id, kind: "page", service: null, page, called: [title], names: null, turn: -1, place: -1, after: page.after ?? 0, fits: new Map(needs.map((need) => [need, 0.5])),
    texts: { name: reads(title, talk), other: reads(words, talk), org: [], summary: reads(summary, talk), text: reads(text, talk) },
  };
}

/** The names of a document, and the first part of names in parts. Computed when first needed. @param {Doc} doc @param {import("./vocabulary.js").Vocabulary} vocabulary */
export function namesOf(doc, { talk, meanings }) {
  doc.names ??= doc.called.flatMap(variants).map((name) => {
    const all = reads(name, talk);
    const stems = telling(all);
    const plain = !stems.length || stems.every((word) => meanings.byStem.has(word) || talk.ordinary.has(word) || talk.weak.has(word));
    return { words: stems.length ? stems : all.map(({ stem }) => stem), plain, whole: all.map(({ word }) => word).join(" ") };
  });
  return doc.names;
}

/** Variants of a name: people search for "Mind (Hertfordshire)" as Mind. @param {string} name */
const variants = (name) => (PARTED.test(name) ? [...new Set([name, name.replace(/\(.*?\)/g, "").split(/ [-–] |[,:] /)[0]])].filter(Boolean) : [name]);

/** The first words of its names, each once: of most documents, the first word of the one name that has several. @param {Doc} doc @param {import("./words.js").Talk} talk */
export function beginnings({ called, texts: { name } }, talk) {
  if (!PARTED.test(called[0]) && !called.some((one, i) => i && one.includes(" "))) return [name[0]?.word ?? ""];
  return new Set(called.flatMap(variants).map((one) => reads(one, talk)[0]?.word ?? ""));
}
