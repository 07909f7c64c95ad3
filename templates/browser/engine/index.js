/**
 * The indexes of all documents: by need, by name and by word.
 *
 * @typedef {import("./documents.js").Doc} Doc
 * @typedef {import("./vocabulary.js").Vocabulary} Vocabulary
 * @typedef {{docs: Doc[], roles: Doc[], byId: Map<string, Doc>, byNeed: Map<string, Doc[]>, beginning: Map<string, Doc[]>, text: import("./text.js").Text, vocabulary: Vocabulary, home: string[],
 *   shelf: import("./shelf.js").Shelf | null, table: () => import("./table.js").Table, district: string | null, values: ReturnType<typeof valuesOf>}} Index
 *   `roles` has the job packs; `beginning` has the documents by the first words of their names; `shelf` has the parts of a large directory; `table` has their numeric columns; `district` is the area in home that most services name; `values` has all values of facets.
 */
import { valuesOf } from "./choices.js";
import { beginnings } from "./documents.js";
import { once } from "./once.js";
import { table } from "./table.js";
import { textIndex } from "./text.js";
import { outward } from "./vocabulary.js";

/** The kinds of pages that are job packs. */
const PACKS = new Set(["role", "network"]);

/**
 * @param {Doc[]} docs
 * @param {Vocabulary} vocabulary
 * @param {string | null} home The id of the area of the site's publisher.
 * @param {import("./postings.js").TermMap} TermMap
 * @param {import("./shelf.js").Shelf | null} shelf
 * @returns {Index}
 */
export function index(docs, vocabulary, home, TermMap, shelf) {
  const values = valuesOf(docs.flatMap(({ service }) => service ?? []));
  const byNeed = grouped(docs, ({ fits }) => fits.keys());
  return {
    docs, roles: docs.filter(({ page }) => page && PACKS.has(page.kind)), shelf, byId: shelf?.byId ?? new Map(docs.map((doc) => [doc.id, doc])), byNeed, beginning: grouped(docs, (doc) => beginnings(doc, vocabulary.talk)),
    text: textIndex(docs, vocabulary.talk, TermMap, shelf), vocabulary, home: home ? outward(vocabulary, home) : [], table: once(() => table(docs, byNeed, vocabulary, values)),
    district: district(docs, home, vocabulary), values,
  };
}

/** The documents by each of their keys. @param {Doc[]} docs @param {(doc: Doc) => Iterable<string>} keysOf */
function grouped(docs, keysOf) {
  /** @type {Map<string, Doc[]>} */
  const groups = new Map();
  for (const doc of docs) {
    for (const key of keysOf(doc)) {
      const list = groups.get(key);
      if (list) list.push(doc);
      else groups.set(key, [doc]);
    }
  }
  return groups;
}

/** The area in home that most services name. @param {Doc[]} docs @param {string | null} home @param {Vocabulary} vocabulary */
function district(docs, home, vocabulary) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const id of docs.flatMap(({ service }) => service?.areas ?? [])) {
    if (home && vocabulary.areas.get(id)?.inside === home) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0] ?? null;
}
