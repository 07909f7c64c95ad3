/**
 * The whole engine: data in, a search out. It knows nothing of pages.
 *
 * @typedef {{vocabulary: import("./vocabulary.js").PlainVocabulary, services: import("./documents.js").Service[], pages: import("./documents.js").Page[],
 *   home: string | null, ask: string | null}} Data
 *   What the build ships. `home` is the area of whoever runs the site; `ask` the service that knows the rest.
 * @typedef {{understood: import("./understand.js").Understood, danger: import("./understand.js").Understood["danger"], results: import("./rank.js").Hit[],
 *   nearest: boolean, facets: ReturnType<typeof facets>, ways: import("./ways.js").Way[]}} Answer
 *   `nearest` is true where nothing is listed for the need itself, and the results are for the needs nearest to it.
 */
import { documents, namedWords } from "./documents.js";
import { facets, fails } from "./facets.js";
import { moment } from "./hours.js";
import { index } from "./index.js";
import { rank } from "./rank.js";
import { nothing } from "./score.js";
import { understand } from "./understand.js";
import { readVocabulary, wide } from "./vocabulary.js";
import { ways } from "./ways.js";
import { readTalk } from "./words.js";

/** The score of a name from which on it was asked for. */
const NAMED = 1;
const SURENESS = ["unverified", "low", "medium", "high"];

/**
 * @param {Data} data
 * @param {typeof import("minisearch").default} MiniSearch
 */
export function createEngine(data, MiniSearch) {
  const talk = readTalk(data.vocabulary.talk);
  const docs = documents(data, talk);
  const vocabulary = readVocabulary(data.vocabulary, talk, namedWords(docs));
  const ready = index(docs, vocabulary, data.home, MiniSearch);
  /** @type {import("./rank.js").Hit[] | undefined} */
  let all;

  /**
   * @param {import("./state.js").State} state
   * @param {Date} [at]
   * @returns {Answer}
   */
  function search(state, at = new Date()) {
    const now = moment(at);
    const understood = understand(state.q, vocabulary, state.without);
    const asked = withChosen(understood, state);
    let hits = state.q.trim() || state.need.length ? rank(asked, ready, now) : everything();
    const nearest = !hits.some(unserved(asked) ? ({ parts }) => parts.name > NAMED : ({ parts }) => parts.need || parts.name || parts.words);
    if (nearest) hits = rank(nearby(asked), ready, now);
    const judged = hits.map((hit) => ({ hit, failed: fails(hit, state, ready, now) }));
    const results = judged.filter(({ failed }) => !failed.length).map(({ hit }) => hit);
    return {
      understood, danger: understood.danger, results, nearest: nearest && results.length > 0,
      facets: facets(judged, state, ready, now), ways: ways(understood, judged.map(({ failed }) => failed), state, ready, data.ask),
    };
  }

  /** Whether nobody helps with any of the needs: then a word that some service happens to use is no answer. */
  const unserved = (/** @type {import("./understand.js").Understood} */ { needs }) => needs.length > 0 && !needs.some(({ id }) => ready.byNeed.has(id));

  /** Needs that were chosen count as understood. */
  function withChosen(/** @type {import("./understand.js").Understood} */ understood, /** @type {import("./state.js").State} */ state) {
    const chosen = state.need.filter((id) => !understood.needs.some((need) => need.id === id));
    const needs = [...understood.needs, ...chosen.map((id) => ({ id, label: vocabulary.needs.get(id)?.label ?? id, from: "", strength: 1, aspects: [] }))];
    return { ...understood, needs, areas: state.area ? [{ id: state.area, label: vocabulary.areas.get(state.area)?.label ?? state.area, from: "" }] : understood.areas };
  }

  /** The same question for the nearest needs that somebody helps with. */
  function nearby(/** @type {import("./understand.js").Understood} */ understood) {
    const near = understood.needs.flatMap(({ id, from }) => (vocabulary.needs.get(id)?.near ?? []).map((other, i) => ({ id: other, label: vocabulary.needs.get(other)?.label ?? other, from, strength: 1 - 0.1 * i, aspects: [] })));
    const fallback = near.length ? near : ["mh-general", "practical-help", "talk-to-someone"].map((id) => ({ id, label: vocabulary.needs.get(id)?.label ?? id, from: "", strength: 0.6, aspects: [] }));
    return { ...understood, needs: understood.needs.length || understood.could.length || understood.content.length ? fallback : [] };
  }

  /** Every service, local ones and the surest first, for a page without a question. */
  function everything() {
    all ??= ready.docs.flatMap((doc) => (doc.service ? { doc, score: standing(doc.service), parts: { ...nothing(), words: 1 }, why: () => [], fits: true, met: [] } : []))
      .sort((a, b) => b.score - a.score || (a.doc.id < b.doc.id ? -1 : 1));
    return all;
  }

  /** @param {import("./documents.js").Service} service */
  const standing = (service) => Number(service.areas.some((id) => !wide(vocabulary, id))) + SURENESS.indexOf(service.confidence);

  /** Makes what the first query did not need, before the next is typed. */
  function finish() {
    ready.text.finish();
    vocabulary.finish();
  }

  return { search, finish, vocabulary, index: ready };
}
