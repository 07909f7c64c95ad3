/**
 * The search engine: creates a search function from the data. It is independent of the page.
 *
 * @typedef {Record<"how" | "refer" | "cost" | "access" | "way" | "language" | "state", Record<string, string>> & {source: Record<string, string[]>}} Labels
 *   The label of each code, by field. A kind of source also has the preposition for "checked".
 * @typedef {{vocabulary: import("./vocabulary.js").PlainVocabulary, services: import("./documents.js").Service[], pages: import("./documents.js").Page[],
 *   labels?: Labels, parts?: import("./shelf.js").PlainParts,
 *   holidays?: import("./hours.js").Holidays, home: string | null, ask: string | null}} Data
 *   What the build ships. `labels` is for showing results; `parts` has the words of a large directory, and where its parts are; `home` is the area of the site's publisher; `ask` the service to ask for anything else.
 * @typedef {{understood: import("./understand.js").Understood, danger: import("./understand.js").Understood["danger"], results: import("./rank.js").Hit[],
 *   nearest: boolean, unlisted: import("./honest.js").Unlisted, unmet: import("./honest.js").Unmet[], unplaced: {code: string, near: string} | null, facets: ReturnType<typeof facets>, ways: import("./ways.js").Way[]}} Answer
 *   `nearest` is true if nothing is listed for the need itself, and the results are for the needs nearest to it. `unlisted` says what
 *   nothing is listed for and whether the results are guesses; `unmet` has the other wishes that no result fulfils; `unplaced` a postcode that we do not know, with the area that is shown instead.
 */
import { sought } from "./aspects.js";
import { documents, namedWords, namesOf } from "./documents.js";
import { everyService } from "./everything.js";
import { facets, fails, living, narrows } from "./facets.js";
import { named, unlisted, unmet } from "./honest.js";
import { moment } from "./hours.js";
import { index } from "./index.js";
import { lister } from "./lister.js";
import { met, rank } from "./rank.js";
import { createShelf } from "./shelf.js";
import { understand } from "./understand.js";
import { readVocabulary } from "./vocabulary.js";
import { atOnce } from "./wanting.js";
import { ways } from "./ways.js";
import { readTalk } from "./words.js";

/** The score above which a name may have been meant, so that the query is more than a place or a wish. */
const NAME = 0.2;
/** A postcode or its first half, alone, that is not in the table. It is assumed to be near home, and the page says so. */
const POSTCODE = /^[a-z]{1,2}\d[a-z\d]?(?: ?\d[a-z]{2})?$/;
/** The needs to show if there is not even a guess. */
const GENERAL = ["practical-help", "mh-general"];
const GENERAL_OF_PERSONS = ["mh-general", "talk-to-someone", "practical-help"];

/**
 * @param {Data} data
 * @param {import("./postings.js").TermMap} TermMap
 */
export function createEngine(data, TermMap) {
  const talk = readTalk(data.vocabulary.talk);
  const docs = documents(data, talk);
  const shelf = data.parts ? createShelf(data.parts, docs, talk) : null;
  const vocabulary = readVocabulary(data.vocabulary, talk, shelf?.named ?? namedWords(docs));
  const ready = index(docs, vocabulary, data.home, TermMap, shelf);
  const listed = lister(docs, shelf, talk);
  const { everything, having, located } = everyService(ready);
  const home = ready.district ?? data.home;
  const labelOfHome = vocabulary.areas.get(home ?? "")?.label ?? "";

  /**
   * @param {import("./state.js").State} state
   * @param {Date} [at]
   * @param {string} [ours] The area of our practice, where it is known: it is near where nobody says where.
   * @returns {Answer}
   * @throws {import("./wanting.js").Wanting} Where a large directory has parts that are needed and have not come: `take` them, and search again.
   */
  function search(state, at = new Date(), ours = "") {
    const now = clock(at);
    const understood = understand(state.q, vocabulary, state.without, listed.has);
    const asked = withChosen(understood, state, ours);
    if (shelf) atOnce(() => met(asked, ready), () => sought(asked, ready));
    const evidence = met(asked, ready);
    const questioned = Boolean(state.q.trim() || state.need.length);
    const missed = questioned ? unlisted(asked, evidence, ready) : { words: [], guesses: false };
    const nearest = unserved(asked) && !named(evidence.names);
    if (asked.danger && !asked.needs.length) asked.needs = endangered(asked.danger.cards.map(({ card }) => card));
    const plain = nameless(asked, evidence.names) ? withoutNeed(asked, now) : [];
    if (plain.length && asked.wishOnly) missed.guesses = false;
    let hits = !questioned ? everything() : plain.length ? plain : rank(nearest ? nearby(asked) : missed.guesses ? guessed(asked) : asked, ready, now, evidence, missed.guesses);
    if (missed.guesses && !hits.length) hits = rank({ ...asked, needs: [], could: (asked.feels ? GENERAL_OF_PERSONS : GENERAL).map((id, i) => need(id, "", 0.5 - 0.1 * i)) }, ready, now, evidence, true);
    const failed = narrows(state) ? hits.map((hit) => fails(hit, state, ready, now)) : null;
    const results = failed ? hits.filter((_, i) => !failed[i].length) : hits;
    return {
      understood, danger: understood.danger, results, nearest: nearest && results.length > 0, unlisted: missed, unmet: unmet(asked, hits, now, ready),
      unplaced: plain.length && unplaced(asked) ? { code: asked.whole.split(" ")[0].toUpperCase(), near: labelOfHome } : null,
      facets: facets(hits, failed, state, ready, now), ways: ways(understood, failed ?? [], state, ready, data.ask),
    };
  }

  /** A moment in London, with the bank holidays. */
  const clock = (at = new Date()) => ({ ...moment(at), holidays: data.holidays });

  /** Whether no service helps with any of the needs: then a word that some service happens to use is no answer. */
  const unserved = (/** @type {import("./understand.js").Understood} */ { needs }) => needs.length > 0 && !needs.some(({ id }) => ready.byNeed.has(id));

  /** Whether no name was meant. "Potters Bar" is a place, though a food bank begins with it; "Herts Help" is a name. */
  function nameless(/** @type {import("./understand.js").Understood} */ { placeOnly, whole }, /** @type {import("./wordmatch.js").Found} */ names) {
    const meant = [...names].filter(([, { score }]) => score > NAME);
    const joined = (/** @type {string} */ text) => text.replace(/ /g, "");
    return !meant.some(([doc]) => !placeOnly || namesOf(doc, vocabulary).some((name) => joined(name.whole) === joined(whole)));
  }

  /** Needs and places that were chosen count as understood. */
  function withChosen(/** @type {import("./understand.js").Understood} */ understood, /** @type {import("./state.js").State} */ state, /** @type {string} */ ours) {
    const chosen = state.need.filter((id) => !understood.needs.some((need) => need.id === id));
    const needs = [...understood.needs, ...chosen.map((id) => ({ id, label: vocabulary.needs.get(id)?.label ?? id, from: "", strength: 1, aspects: [] }))];
    const told = narrowedTo(state, understood.areas);
    return { ...understood, needs, areas: told.length || !vocabulary.areas.has(ours) ? told : [area(ours, true)] };
  }

  /** The areas of a query, in place of which others may be chosen. @param {import("./state.js").State} state @param {import("./near.js").Area[]} typed */
  function narrowedTo(state, typed) {
    const chosen = living(state);
    const kept = typed.filter(({ registered = false }) => !chosen.some((one) => one.registered === registered));
    return [...chosen.map(({ id, registered }) => area(id, registered)), ...kept];
  }

  /** @param {string} id @param {boolean} registered @returns {import("./near.js").Area} */
  const area = (id, registered) => ({ id, label: vocabulary.areas.get(id)?.label ?? id, from: "", registered });

  /** The same query for the nearest needs. */
  function nearby(/** @type {import("./understand.js").Understood} */ understood) {
    return { ...understood, needs: understood.needs.flatMap(({ id, from }) => (vocabulary.needs.get(id)?.near ?? []).map((other, i) => need(other, from, 1 - 0.1 * i))) };
  }

  /** @param {string} id @param {string} from @param {number} strength */
  const need = (id, from, strength) => ({ id, label: vocabulary.needs.get(id)?.label ?? id, from, strength, aspects: [] });

  /** The needs of these crisis cards, for a query in which only the danger was read. None has the card for a medical emergency. @param {string[]} cards */
  function endangered(cards) {
    /** @type {Record<string, string>} The card of each kind of danger. */
    const shown = "kinds" in data.vocabulary.danger ? data.vocabulary.danger.kinds : {};
    return data.vocabulary.needs.filter(({ danger }) => danger && cards.includes(shown[danger.kind])).map(({ id }) => need(id, "", 1));
  }

  /** The query with its likely needs, if nothing is listed for it. */
  function guessed(/** @type {import("./understand.js").Understood} */ understood) {
    const { could, likely } = understood;
    return { ...understood, needs: likely, could };
  }

  /** Whether a postcode was typed alone that is not in the table. */
  const unplaced = (/** @type {import("./understand.js").Understood} */ { whole, needs }) => POSTCODE.test(whole) && !needs.length;

  /** The results of a query without a need: services of a place, or those that fulfil the wishes. */
  function withoutNeed(/** @type {import("./understand.js").Understood} */ asked, /** @type {{day: number, minutes: number}} */ now) {
    if (asked.placeOnly) return granting(located(asked.areas), asked.wishes, now);
    if (asked.wishOnly && !asked.needs.length) return having(asked.wishes, now);
    return unplaced(asked) && home ? located([{ id: home, label: labelOfHome, from: "" }]) : [];
  }

  /** Those that fulfil all wishes; all of them if none does, which `unmet` tells. @param {import("./rank.js").Hit[]} hits @param {import("./asking.js").Wish[]} wishes @param {import("./hours.js").Moment} now */
  function granting(hits, wishes, now) {
    const all = wishes.map((wish) => ready.table().granted(wish, now));
    const met = hits.filter(({ turn }) => all.every((granted) => granted.has(turn)));
    return met.length ? met : hits;
  }

  /** Build what the first query did not need, before the next is typed. */
  function finish() {
    ready.text.finish();
    vocabulary.finish();
    listed.finish();
    everything();
  }

  /** What can be said before any part of a large directory has come: the crisis cards, and the needs. @param {import("./state.js").State} state @returns {Pick<Answer, "understood" | "danger" | "results">} */
  function read({ q, without }) {
    const understood = understand(q, vocabulary, without);
    return { understood, danger: understood.danger, results: [] };
  }

  /** @param {string} name @param {import("./shelf.js").Part} part */
  const take = (name, part) => shelf?.take(name, part);

  /** Want all that is shown of some results. @param {import("./rank.js").Hit[]} hits */
  const showing = (hits) => shelf?.showing(hits.map(({ doc }) => doc));

  return { search, read, take, showing, finish, clock, folder: data.parts?.folder ?? "", vocabulary, index: ready };
}
