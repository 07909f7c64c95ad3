/**
 * What can be found, made ready: services by need, and every word by MiniSearch.
 *
 * @typedef {{id: string, name: string, org: string, other: string[], summary: string, needs: string[], audiences: string[], only: string[], areas: string[],
 *   min: number | null, max: number | null, how: string[], refer: string[], cost: string | null, open: number[][], phone: string | null,
 *   text: string | null, url: string | null, not_for: string[], confidence: string, checked: string | null, by: string, dated: string | null,
 *   through: string[], status: string, until: string | null, alert: string | null, leave: boolean}} Service
 *   A service as the build ships it. `only` holds the groups it is limited to, as need ids. `open` holds [days, from, to]: a bit for each day from
 *   Monday (1) to Sunday (64), and minutes from midnight; `to` may pass 1440. `phone` is null where no number is fit to show.
 *   `checked` is the day its number, or else its record, was last checked; `by` the kind of source; `dated` that source's own date;
 *   `through` the services that put people in touch; `leave` whether its pages need a quick way out.
 * @typedef {{id: string, path: string, title: string, kind: string, summary: string, text: string, words: string, needs?: string[]}} Page
 *   A role, network or guide.
 * @typedef {{id: string, kind: "service" | "page", service: Service | null, page: Page | null, fits: Map<string, number>, names: {words: string[], plain: boolean, whole: string}[], choices?: number[]}} Doc
 * @typedef {{docs: Doc[], byId: Map<string, Doc>, byNeed: Map<string, Doc[]>, beginning: Map<string, Doc[]>, text: import("minisearch").default, vocabulary: import("./vocabulary.js").Vocabulary, home: string[],
 *   reach: Map<string, Set<string>>, tally: {numbers: Map<string, number>, facetOf: string[]}, district: string | null, values: ReturnType<typeof valuesOf>}} Index
 *   `beginning` has the documents by the first words of their names; `reach` keeps the areas that are covered by services of the same areas; `district` is the part of home that most services name; `values` all that facets can hold;
 *   `tally` numbers every choice, as "how phone", and knows its facet.
 */
import { valuesOf } from "./facets.js";
import { outward } from "./vocabulary.js";
import { evened, stem, terms } from "./words.js";

const PARTED = /\(| [-–] |[,:] /;
const CAPITALS = /(?:^|[\s-])[A-Z]/g;

/**
 * @param {{services: Partial<Service>[], pages: Page[], home: string | null}} data `home` is the area of whoever runs the site, by id.
 * @param {import("./vocabulary.js").Vocabulary} vocabulary
 * @param {typeof import("minisearch").default} MiniSearch
 * @returns {Index}
 */
export function index(data, vocabulary, MiniSearch) {
  const docs = [...data.services.map(whole).filter(({ status }) => status !== "closed").map((one) => serviceDoc(one, vocabulary)), ...data.pages.map((one) => pageDoc(one, vocabulary))];
  const { talk } = vocabulary;
  const text = new MiniSearch({
    fields: ["name", "other", "org", "summary", "text"],
    tokenize: (all) => terms(all, talk),
    processTerm: (term) => term,
  });
  text.addAll(docs.map(searched));
  /** @type {Map<string, Doc[]>} */
  const byNeed = new Map();
  for (const doc of docs) {
    for (const need of doc.fits.keys()) {
      const list = byNeed.get(need);
      if (list) list.push(doc);
      else byNeed.set(need, [doc]);
    }
  }
  /** @type {Map<string, Doc[]>} */
  const beginning = new Map();
  for (const doc of docs) {
    for (const first of new Set(doc.names.map(({ whole }) => whole.split(" ", 1)[0]))) {
      const list = beginning.get(first);
      if (list) list.push(doc);
      else beginning.set(first, [doc]);
    }
  }
  return {
    docs, beginning, byId: new Map(docs.map((doc) => [doc.id, doc])), byNeed, text, vocabulary, home: data.home ? outward(vocabulary, data.home) : [], reach: new Map(), tally: { numbers: new Map(), facetOf: [] },
    district: district(docs, data.home, vocabulary), values: valuesOf(docs.flatMap(({ service }) => service ?? [])),
  };
}

/** The part of home that most services name. @param {Doc[]} docs @param {string | null} home @param {import("./vocabulary.js").Vocabulary} vocabulary */
function district(docs, home, vocabulary) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const id of docs.flatMap(({ service }) => service?.areas ?? [])) {
    if (home && vocabulary.areas.get(id)?.inside === home) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null;
}

/** A service with what the build left out because it was empty. @param {Partial<Service>} given @returns {Service} */
const whole = (given) => /** @type {Service} */ ({
  org: "", other: [], summary: "", audiences: [], only: [], min: null, max: null, how: [], refer: [], cost: null, open: [], phone: null,
  text: null, url: null, not_for: [], checked: null, by: "", dated: null, through: [], status: "active", until: null, alert: null, leave: false, ...given,
});

/** The names by which people may ask for a service, so that their words are not taken for typing errors. @param {Partial<Service>[]} services */
export const namesOf = (services) => services.flatMap(({ name = "", org = "", other = [] }) => [name, org, ...other, ...initials(name, org)]);

/** "Change Grow Live" is asked for as CGL. @param {string[]} names */
function initials(...names) {
  return names.flatMap((name) => {
    const capitals = (name.includes("(") ? name.replace(/\(.*?\)/g, "") : name).match(CAPITALS) ?? [];
    return capitals.length > 1 && capitals.length < 6 ? [capitals.map((found) => found[found.length - 1]).join("")] : [];
  });
}

/** @param {Service} service @param {import("./vocabulary.js").Vocabulary} vocabulary @returns {Doc} */
function serviceDoc(service, vocabulary) {
  const count = service.needs.length;
  const fits = new Map(service.needs.map((need, i) => [need, (1 - 0.05 * Math.min(i, 5)) * (1 - 0.02 * Math.min(count - 1, 8))]));
  return { id: service.id, kind: "service", service, page: null, fits, names: asked([service.name, ...service.other, ...initials(service.name, service.org)], vocabulary) };
}

/** @param {Page} page @param {import("./vocabulary.js").Vocabulary} vocabulary @returns {Doc} */
function pageDoc(page, vocabulary) {
  return { id: page.id, kind: "page", service: null, page, fits: new Map((page.needs ?? []).map((need) => [need, 0.5])), names: asked([page.title], vocabulary) };
}

/**
 * Names as lists of words. A name is plain where people say its words without meaning it: "shout", "mind". `whole` has every word of it.
 * @param {string[]} names @param {import("./vocabulary.js").Vocabulary} vocabulary
 */
function asked(names, { talk, meanings }) {
  const parted = names.flatMap((name) => (PARTED.test(name) ? [name, name.replace(/\(.*?\)/g, "").split(/ [-–] |[,:] /)[0]] : [name])).filter(Boolean);
  return [...new Set(parted)].map((name) => {
    const all = evened(name);
    const telling = all.filter((word) => !talk.small.has(word));
    const stems = (telling.length ? telling : all).map((word) => stem(word, talk));
    const plain = telling.length === 0 || stems.every((word) => meanings.byStem.has(word) || talk.ordinary.has(word) || talk.weak.has(word));
    return { words: stems, plain, whole: all.join(" ") };
  });
}

/** @param {Doc} doc */
function searched({ id, service, page }) {
  if (service) {
    const other = [...service.other, ...initials(service.name, service.org)].join(" ");
    return { id, name: service.name, other, org: service.org, summary: service.summary, text: "" };
  }
  return { id, name: page?.title ?? "", other: page?.words ?? "", org: "", summary: page?.summary ?? "", text: page?.text ?? "" };
}
