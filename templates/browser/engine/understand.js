/**
 * Interpret a query: what it is about. Nothing here ranks or draws.
 *
 * @typedef {{id: string, label: string, from: string, strength: number, aspects: number[], generic?: boolean}} UnderstoodNeed
 *   `generic` where it was read from a kind of help alone, such as "group".
 * @typedef {{needs: UnderstoodNeed[], likely: UnderstoodNeed[], could: UnderstoodNeed[], areas: import("./near.js").Area[], postcodes: import("./postcodes.js").Postcode[],
 *   audiences: {id: string, label: string, from: string}[], ages: {from: number, to: number, said: string} | null, women: boolean,
 *   wishes: import("./asking.js").Wish[], number: ReturnType<typeof askedNumber>, topics: {id: string, from: string}[],
 *   unknown: {word: string, stem: string, beside: boolean}[], told: number, feels: boolean, placeOnly: boolean, wishOnly: boolean, danger: {level: "emergency" | "urgent", cards: import("../danger/judge.js").Raised[]} | null,
 *   rest: string[], content: string[], whole: string}} Understood
 *   `likely` has the needs as they are where narrow things are read as the wider ones they belong to; `could` holds what it may also be about; `rest` the words that nothing explained; `content` all words of substance;
 *   `whole` every word, evened. `topics` are narrow things that no service names; `unknown` has the words that neither the vocabulary nor a
 *   service knows, and whether each stands beside a kind of help; `told` counts the words of substance that tell of a need, and `feels`
 *   is true where somebody tells of a person and not of a thing; `placeOnly` is true where nothing but a place was typed, `wishOnly` where nothing but how or when.
 * @typedef {ReturnType<import("../danger/judge.js").Judge["read"]> | undefined} Judged The text as the judge of danger read it.
 */
import { readAge } from "./ages.js";
import { askedNumber, askedTime, mentioned, unwished } from "./asking.js";
import { isTopic, personal, topicOnly } from "./classify.js";
import { dangerOf, idle } from "./crisis.js";
import { aside, unexplained, wishesAlone } from "./leftover.js";
import { longestFirst } from "./matches.js";
import { CLOSE, gather, guess, merge, nearTopic } from "./needs.js";
import { postcodesIn, withoutPostcodes } from "./postcodes.js";
import { registeredAt } from "./registered.js";
import { slots } from "./slots.js";

/** Below this strength, a need is only a guess, shown as "could also be". */
const SURE_ENOUGH = 0.5;

/** The minimum quality of a topic. */
const EXACT = 0.8;

/** Words that describe how a person is. */
const FEELING = new Set(["i", "im", "ive", "me", "myself", "he", "hes", "she", "shes", "they", "feel", "feels", "felt", "feeling", "mum", "dad", "husband", "wife", "son", "daughter", "pt", "patient"]);

/**
 * @param {string} query
 * @param {import("./vocabulary.js").Vocabulary} vocabulary
 * @param {string[]} [without] What was taken away: ids of needs and areas, "age", and wishes as "how-phone".
 * @param {(stems: string[]) => boolean} [listed] Whether a service has these words, one after the other, in its name or summary.
 * @returns {Understood}
 */
export function understand(query, vocabulary, without = [], listed = () => false) {
  const typed = query.slice(0, 400);
  const postcodes = postcodesIn(typed, vocabulary);
  const text = withoutPostcodes(typed, postcodes);
  const list = slots(text, vocabulary);
  const said = (/** @type {number[]} */ places) => text.slice(...spanOf(places, list));
  const judged = vocabulary.judge?.read(text);
  const owned = mentioned(list);
  const mere = (/** @type {import("./matches.js").Match} */ match) => idle(match, list, judged, vocabulary) || match.places.some((place) => owned.has(place) && (personal(match, vocabulary) || !match.phrase.stems.includes(list[place].stem)));
  const all = vocabulary.meanings.find(list).filter((match) => match.quality > (topicOnly(match) ? EXACT : 0.35) && !mere(match));
  const located = longestFirst(all, (match) => personal(match, vocabulary)).map(({ places, phrase }) => ({ ...registeredAt(text, ...spanOf(places, list)), areas: named({ places, phrase }, "area", vocabulary.areas, said) })).filter(({ areas }) => areas.length);
  const leading = [...postcodes.map(({ at }) => registeredAt(text, at, at)), ...located];
  const leads = (/** @type {number} */ place) => leading.some(({ since, until }) => list[place].at >= since && list[place].end <= until);
  const met = all.filter(({ places }) => !places.every(leads));
  const matches = longestFirst(met, (match) => personal(match, vocabulary));
  const topics = matches.filter((match) => match.quality > EXACT && isTopic(match) && !listed(match.places.filter((place) => !vocabulary.talk.small.has(list[place].word)).map((place) => list[place].stem)));
  const kept = (/** @type {{id: string}} */ { id }) => !without.includes(id);
  const besides = gather(matches.filter((match) => !topics.includes(match)), list, vocabulary, said).filter(kept);
  // Beside a certain need, a topic is further detail; alone it is what was asked for, and the need around it is only near.
  const stands = besides.some(({ id, strength, generic }) => strength >= SURE_ENOUGH && !generic && !vocabulary.needs.get(id)?.person);
  const wider = topics.length ? longestFirst(met.filter((match) => !topicOnly(match)), (match) => personal(match, vocabulary)) : matches;
  const likely = gather(wider, list, vocabulary, said).filter(kept);
  const needs = stands ? likely : besides;
  const used = new Set(wider.flatMap((match) => (match.quality > 0.55 && !topicOnly(match) ? between(match.places) : [])));
  const guesses = guess(list, used, vocabulary).filter(kept);
  const sure = needs.filter(({ strength }) => strength >= SURE_ENOUGH);
  const near = likely.length ? [] : topics.flatMap((match) => nearTopic(match, vocabulary, said)).filter(kept);
  const could = merge([...near, ...needs.filter(({ strength }) => strength < SURE_ENOUGH), ...guesses], sure);
  const content = list.filter(({ soft }, i) => !soft && !leads(i)).flatMap(searched);
  const wishes = longestFirst(vocabulary.wishes.find(list, { exact: true })).filter((match) => !unwished(match, list, text) && (match.quality > CLOSE || match.phrase.means[0].kind !== "language"));
  const areas = [...postcodes.flatMap((postcode) => postcode.areas), ...located.flatMap(({ areas, registered }) => areas.map((area) => ({ ...area, registered })))].filter(kept);
  const explained = new Set([...used, ...topics.flatMap(({ places }) => between(places))]);
  const timed = askedTime(text);
  const apart = (/** @type {import("./phrases.js").Slot} */ slot, /** @type {number} */ i) => aside(slot, timed, wishes) || leads(i);
  const asked = new Set(wishes.flatMap(({ places }) => places));
  const unknown = unexplained(list.map((slot, i) => ({ ...slot, soft: slot.soft || apart(slot, i) })), explained, matches, wishes, vocabulary).filter((one) => one.beside || !listed([one.stem]));
  return {
    needs: sure,
    likely: likely.filter(({ strength }) => strength >= SURE_ENOUGH),
    could,
    areas,
    postcodes,
    audiences: wishes.flatMap((m) => named(m, "audience", vocabulary.audiences, said)),
    ages: kept({ id: "age" }) ? (readAge(text) ?? agesOf(wishes.filter(({ places }) => !places.some((place) => owned.has(place))), vocabulary, said)) : null,
    women: list.some(({ word }) => vocabulary.women.has(word)) || / (she|her|hers|herself) /i.test(` ${text} `),
    wishes: wished(wishes, timed, said).filter(({ facet, value }) => kept({ id: `${facet}-${value}` })),
    number: askedNumber(text),
    topics: topics.map(({ phrase, places }) => ({ id: phrase.means.find(({ kind }) => kind === "topic")?.id ?? "", from: said(places) })),
    unknown,
    wishOnly: !postcodes.length && wishesAlone(list, wishes, timed) && !sure.length,
    feels: list.some(({ word }) => FEELING.has(word)),
    told: new Set(matches.filter((match) => match.phrase.means.some(({ kind }) => kind === "need")).flatMap(({ places }) => places.filter((place) => !list[place].soft))).size,
    placeOnly: areas.length > 0 && !sure.length && !topics.length && !list.some((slot, i) => !slot.soft && !explained.has(i) && !asked.has(i) && !apart(slot, i) && !vocabulary.talk.alike.has(slot.stem) && slot.stem !== "live"),
    danger: dangerOf(list, matches, judged, vocabulary),
    rest: list.filter((slot, i) => !used.has(i) && !slot.soft && !leads(i)).flatMap(searched),
    whole: list.map(({ word }) => word).join(" "),
    content: content.length ? content : list.map(({ word }) => word),
  };
}

/** The places of a match with those between them: a word inside "not been out of the house since" says nothing of its own. @param {number[]} places */
const between = (places) => Array.from({ length: Math.max(...places) - Math.min(...places) + 1 }, (_, i) => Math.min(...places) + i);

/** Where some words begin and end in the text. @param {number[]} places @param {import("./phrases.js").Slot[]} list @returns {[number, number]} */
const spanOf = (places, list) => [Math.min(...places.map((p) => list[p].at)), Math.max(...places.map((p) => list[p].end))];

/** What a word is searched for as: itself, what it joins up to, and names that it may be a misspelling of. @param {import("./phrases.js").Slot} slot */
const searched = ({ word, joins, meant }) => [word, ...(joins ? [joins.word] : []), ...meant];

/** How, when, at what cost and in which language. A time that was told is closer than "at night". @param {import("./matches.js").Match[]} matches @param {ReturnType<typeof askedTime>} time @param {(places: number[]) => string} said */
function wished(matches, time, said) {
  const found = matches.flatMap((m) => m.phrase.means.filter(({ kind }) => !["age", "audience"].includes(kind)).map(({ kind, id }) => ({ facet: kind, value: id, from: said(m.places) })));
  return time ? [...found.filter(({ facet }) => facet !== "open"), time] : found;
}

/** @template {{id: string, label: string}} Named @param {Pick<import("./matches.js").Match, "phrase" | "places">} match @param {string} kind @param {Map<string, Named>} all @param {(places: number[]) => string} said */
function named(match, kind, all, said) {
  return match.phrase.means.filter((meaning) => meaning.kind === kind).map(({ id }) => ({ id, label: all.get(id)?.label ?? id, from: said(match.places) }));
}

/** @param {import("./matches.js").Match[]} wishes @param {import("./vocabulary.js").Vocabulary} vocabulary @param {(places: number[]) => string} said */
function agesOf(wishes, vocabulary, said) {
  const told = wishes.flatMap((m) => m.phrase.means.filter(({ kind }) => kind === "age").map(({ id }) => ({ ...vocabulary.plain.talk.ages[Number(id)], said: said(m.places) })));
  return told.length ? { from: Math.max(...told.map((a) => a.from)), to: Math.max(Math.max(...told.map((a) => a.from)), Math.min(...told.map((a) => a.to))), said: told[0].said } : null;
}
