/**
 * The parts of a large directory: words with the services that have them, and what is shown of services. The build makes them in
 * generator/documents/browser/search_files.py, and the page fetches those that a search needs: one that has not come is thrown as `Wanting`.
 *
 * @typedef {import("./documents.js").Doc} Doc
 * @typedef {import("./postings.js").Posting} Posting
 * @typedef {import("./unfold.js").Columns} Columns
 * @typedef {{folder: string, words: string, named: string, others: string, sizes: number[], means: number[], together: number, ask: number | null, asked: Columns | null}} PlainParts
 *   `words` has all words as they are compared, front-coded; `named` a 1 for each that is in a name, and `others` the rest of those; `sizes` how many words each
 *   part has, `means` how many words the fields have on average, `together` how many services a part has. `asked` is what is shown of the service `ask`.
 * @typedef {{on: string, at: string, called: (string | string[])[]}} Words Of each word its services, by field; and the names of those that have one in a name, with their places.
 * @typedef {Words | Columns} Part
 * @typedef {ReturnType<typeof createShelf>} Shelf
 */
import { initials } from "./documents.js";
import { lineOf } from "./lines.js";
import { unfronted, unspaced } from "./short-texts.js";
import { rows } from "./unfold.js";
import { stem } from "./words.js";
import { Wanting } from "./wanting.js";

/** Before a word of small talk that a name begins with. */
const SMALL = "_";
/** The fields that have names, and those in which words that belong together are looked for. */
const [NAMES, SAID] = [[0, 1], [0, 1, 3]];

/**
 * @param {PlainParts} plain
 * @param {Doc[]} docs Services first, in the order of the build.
 * @param {import("./words.js").Talk} talk
 */
export function createShelf({ words, named, others, sizes, means, together, ask, asked }, docs, talk) {
  const all = unfronted(words);
  const placeOf = new Map(all.map((word, place) => [word, place]));
  const [partOf, firstOf] = [all.map(() => 0), sizes.map(() => 0)];
  let from = 0;
  for (const [part, size] of sizes.entries()) {
    firstOf[part] = from;
    partOf.fill(part, from, from + size);
    from += size;
  }
  /** @type {Map<string, string[]>} The parts that have come; of words, a text for each. */
  const here = new Map();
  /** @type {Map<string, Doc>} The services that have come. */
  const byId = new Map();

  /** @param {string[]} names */
  function want(names) {
    const missing = [...new Set(names)].filter((name) => !here.has(name));
    if (missing.length) throw new Wanting(missing);
  }

  /** @param {string} word One that is listed. */
  const partWith = (word) => `w${partOf[placeOf.get(word) ?? 0]}`;
  /** @param {Doc} doc */
  const partShowing = ({ place }) => `d${Math.floor(place / together)}`;
  /** Want what is shown of services. @param {Doc[]} wanted */
  const meeting = (wanted) => want(wanted.filter(({ id, service }) => service && !id).map(partShowing));

  /** Put a part that has come where it belongs. @param {string} name @param {Part} part */
  function take(name, part) {
    if (here.has(name)) return;
    here.set(name, "on" in part ? part.on.split(" ") : []);
    if ("on" in part) for (const [i, place] of unspaced(part.at).entries()) call(docs[place], [part.called[i]].flat());
    else for (const [i, row] of rows(part).entries()) show(docs[(name === "n" ? 0 : Number(name.slice(1)) * together) + i], row);
  }

  /** @param {Doc} doc @param {string[]} names */
  function call(doc, names) {
    if (!doc.called[0]) Object.assign(doc, { called: names, names: null });
  }

  /** @param {Doc} doc @param {import("./unfold.js").Row} row */
  function show(doc, row) {
    const service = /** @type {import("./documents.js").Service} */ (doc.service);
    Object.assign(service, row);
    if (!row.id) return;
    doc.id = service.id;
    byId.set(doc.id, doc);
    call(doc, [service.name, ...service.other, ...initials(service.name, service.org)]);
  }

  /** The services with a word, by field. Its part must be here. @param {string} word @returns {string[]} */
  function linesOf(word) {
    const place = placeOf.get(word);
    if (place === undefined) return [];
    return (here.get(partWith(word))?.[place - firstOf[partOf[place]]] ?? "").split("|");
  }

  /** The places of the services with a word in some fields. @param {string} word @param {number[]} fields */
  const placesOf = (word, fields) => fields.map((field) => new Set(lineOf(linesOf(word)[field] ?? "").places));

  if (ask !== null && asked) show(docs[ask], rows(asked)[0]);

  return {
    means, take, meeting, byId,
    /** All words as they are compared. */
    words: all.filter((word) => !word.startsWith(SMALL)),
    /** The words of names and organisations, which must not be taken for typing errors. */
    named: new Set([...all.filter((_, place) => named[place] === "1"), ...unfronted(others)]),
    /** Whether any service has a word. @param {string} word */
    has: (word) => placeOf.has(word),
    /** Want the parts with these words. @param {string[]} wanted */
    reading: (wanted) => want(wanted.filter((word) => placeOf.has(word)).map(partWith)),
    /** Want all numbers. */
    dialling: () => want(["n"]),

    /** Want all that is shown of services, and the names of those that put people in touch. @param {Doc[]} wanted */
    showing(wanted) {
      meeting(wanted);
      const through = (/** @type {Doc} */ { service }) => /** @type {(string | number)[]} */ (service?.through ?? []);
      meeting(wanted.flatMap(through).flatMap((one) => (typeof one === "number" ? docs[one] : [])));
      for (const doc of wanted) if (doc.service) doc.service.through = through(doc).map((one) => (typeof one === "number" ? docs[one].id : one));
    },

    /**
     * The services with a word in each field, and pages after them.
     * @param {string} word @param {Posting[]} pages @param {Uint32Array[]} lengths How many words each field of each document has. Filled in.
     */
    postings(word, pages, lengths) {
      const found = [...pages];
      linesOf(word).forEach((line, field) => {
        if (!line) return;
        const [{ places, counts, lengths: own }, after] = [lineOf(line), found[field]];
        for (const [i, place] of places.entries()) lengths[field][place] = own[i];
        found[field] = { places: places.concat(after?.places ?? []), counts: counts.concat(after?.counts ?? []) };
      });
      return found;
    },

    /** The services that may have a name which begins with a word. @param {string} word */
    beginning(word) {
      const known = talk.small.has(word) ? SMALL + word : stem(word, talk);
      if (!placeOf.has(known)) return [];
      want([partWith(known)]);
      const places = new Set(placesOf(known, NAMES).flatMap((some) => [...some]));
      return [...places].sort((a, b) => a - b).map((place) => docs[place]);
    },

    /** The services with all of these words in one field. Every word must be listed. @param {string[]} stems */
    having(stems) {
      want(stems.map(partWith));
      const [first, ...rest] = stems.map((word) => placesOf(word, SAID));
      const places = first.flatMap((some, field) => [...some].filter((place) => rest.every((other) => other[field].has(place))));
      return [...new Set(places)].sort((a, b) => a - b).map((place) => docs[place]);
    },
  };
}
