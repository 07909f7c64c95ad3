/**
 * What a query is about. Nothing here ranks or draws.
 *
 * @typedef {{id: string, label: string, from: string, strength: number, aspects: number[], generic?: boolean}} UnderstoodNeed
 *   `generic` where it was read from a kind of help alone, such as "group".
 * @typedef {{needs: UnderstoodNeed[], likely: UnderstoodNeed[], could: UnderstoodNeed[], areas: {id: string, label: string, from: string}[],
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
import { longestFirst } from "./matches.js";
import { MUST } from "./suits.js";
import { slots } from "./slots.js";

/** Below this, a need is only a guess, offered as "could also be". */
const SURE_ENOUGH = 0.5;

/** How exact a topic must be; and a language, or a word that is to stand for a need beside a topic. */
const [EXACT, CLOSE] = [0.8, 0.9];

/** Words that name nothing. */
const EMPTY = new Set(["somewhere", "anywhere", "instead", "everything", "everyone", "nobody", "nothing", "today", "tonight", "tomorrow", "morning", "night", "already", "maybe", "asking"]);
/** Words of somebody who tells how a person is. */
const FEELING = new Set(["i", "im", "ive", "me", "myself", "he", "hes", "she", "shes", "they", "feel", "feels", "felt", "feeling", "mum", "dad", "husband", "wife", "son", "daughter", "pt", "patient"]);
/** Words beside a time that was asked for, and beside a language. */
const TIMED = new Set(["open", "opens", "opening", "close", "closes", "closed", "shut", "shuts", "available", "midnight", "midday", "noon"]);
const SPOKEN = new Set(["speaking", "speaker", "speakers", "speaks", "speak", "spoken", "language"]);

/** Words that may stand between a kind of help and what it is for: "classes in pottery". */
const LINKS = new Set(["for", "about", "with", "after", "on", "in", "of", "to"]);
/** Above this, a word of a phrase stands as it was typed, and the words of a phrase in their order. */
const [AS_TYPED, ORDERED] = [0.95, 0.76];

/**
 * @param {string} query
 * @param {import("./vocabulary.js").Vocabulary} vocabulary
 * @param {string[]} [without] What was taken away: ids of needs and areas, "age", and wishes as "how-phone".
 * @param {(stems: string[]) => boolean} [listed] Whether a service has these words, one after the other, in its name or summary.
 * @returns {Understood}
 */
export function understand(query, vocabulary, without = [], listed = () => false) {
  const text = query.slice(0, 400);
  const list = slots(text, vocabulary);
  const said = (/** @type {number[]} */ places) => text.slice(Math.min(...places.map((p) => list[p].at)), Math.max(...places.map((p) => list[p].end)));
  const judged = vocabulary.judge?.read(text);
  const owned = mentioned(list);
  const mere = (/** @type {import("./matches.js").Match} */ match) => idle(match, list, judged, vocabulary) || match.places.some((place) => owned.has(place) && (personal(match, vocabulary) || !match.phrase.stems.includes(list[place].stem)));
  const met = vocabulary.meanings.find(list).filter((match) => match.quality > (topicOnly(match) ? EXACT : 0.35) && !mere(match));
  const matches = longestFirst(met, (match) => personal(match, vocabulary));
  const topics = matches.filter((match) => match.quality > EXACT && isTopic(match) && !listed(match.places.filter((place) => !vocabulary.talk.small.has(list[place].word)).map((place) => list[place].stem)));
  const kept = (/** @type {{id: string}} */ { id }) => !without.includes(id);
  const besides = gather(matches.filter((match) => !topics.includes(match)), list, vocabulary, said).filter(kept);
  // Beside a need that stands, a topic tells more of the same person; alone it is what was asked for, and the need around it only near.
  const stands = besides.some(({ id, strength, generic }) => strength >= SURE_ENOUGH && !generic && !vocabulary.needs.get(id)?.person);
  const wider = topics.length ? longestFirst(met.filter((match) => !topicOnly(match)), (match) => personal(match, vocabulary)) : matches;
  const likely = gather(wider, list, vocabulary, said).filter(kept);
  const needs = stands ? likely : besides;
  const used = new Set(wider.flatMap((match) => (match.quality > 0.55 && !topicOnly(match) ? between(match.places) : [])));
  const guesses = guess(list, used, vocabulary).filter(kept);
  const sure = needs.filter(({ strength }) => strength >= SURE_ENOUGH);
  const near = likely.length ? [] : topics.flatMap((match) => nearTopic(match, vocabulary, said)).filter(kept);
  const could = merge([...near, ...needs.filter(({ strength }) => strength < SURE_ENOUGH), ...guesses], sure);
  const content = list.filter(({ soft }) => !soft).flatMap(searched);
  const wishes = longestFirst(vocabulary.wishes.find(list, { exact: true })).filter((match) => !unwished(match, list, text) && (match.quality > CLOSE || match.phrase.means[0].kind !== "language"));
  const areas = matches.flatMap((m) => named(m, "area", vocabulary.areas, said)).filter(kept);
  const explained = new Set([...used, ...topics.flatMap(({ places }) => between(places))]);
  const timed = askedTime(text);
  const unknown = unexplained(list.map((slot) => ({ ...slot, soft: slot.soft || aside(slot, timed, wishes) })), explained, matches, wishes, vocabulary).filter(({ stem, beside }) => beside || !listed([stem]));
  return {
    needs: sure,
    likely: likely.filter(({ strength }) => strength >= SURE_ENOUGH),
    could,
    areas,
    audiences: wishes.flatMap((m) => named(m, "audience", vocabulary.audiences, said)),
    ages: kept({ id: "age" }) ? (readAge(text) ?? agesOf(wishes.filter(({ places }) => !places.some((place) => owned.has(place))), vocabulary, said)) : null,
    women: list.some(({ word }) => vocabulary.women.has(word)) || / (she|her|hers|herself) /i.test(` ${text} `),
    wishes: wished(wishes, timed, said).filter(({ facet, value }) => kept({ id: `${facet}-${value}` })),
    number: askedNumber(text),
    topics: topics.map(({ phrase, places }) => ({ id: phrase.means.find(({ kind }) => kind === "topic")?.id ?? "", from: said(places) })),
    unknown,
    wishOnly: wishesAlone(list, wishes, timed) && !sure.length,
    feels: list.some(({ word }) => FEELING.has(word)),
    told: new Set(matches.filter((match) => match.phrase.means.some(({ kind }) => kind === "need")).flatMap(({ places }) => places.filter((place) => !list[place].soft))).size,
    placeOnly: areas.length > 0 && !sure.length && !topics.length && !list.some(({ soft, stem }, i) => !soft && !explained.has(i) && !vocabulary.talk.alike.has(stem) && stem !== "live"),
    danger: dangerOf(list, matches, judged, vocabulary),
    rest: list.filter((slot, i) => !used.has(i) && !slot.soft).flatMap(searched),
    whole: list.map(({ word }) => word).join(" "),
    content: content.length ? content : list.map(({ word }) => word),
  };
}

/** The places of a match with those between them: a word inside "not been out of the house since" says nothing of its own. @param {number[]} places */
const between = (places) => Array.from({ length: Math.max(...places) - Math.min(...places) + 1 }, (_, i) => Math.min(...places) + i);

/** What a word is searched for as: itself, what it joins up to, and names that it may be a misspelling of. @param {import("./phrases.js").Slot} slot */
const searched = ({ word, joins, meant }) => [word, ...(joins ? [joins.word] : []), ...meant];

/** @param {import("./matches.js").Match} match */
const isTopic = ({ phrase }) => phrase.means.some(({ kind }) => kind === "topic");
/** @param {import("./matches.js").Match} match */
const topicOnly = ({ phrase }) => phrase.means.every(({ kind }) => kind === "topic");

/** The needs nearest to a topic, as guesses. @param {import("./matches.js").Match} match @param {import("./vocabulary.js").Vocabulary} vocabulary @param {(places: number[]) => string} said */
function nearTopic({ phrase, places }, vocabulary, said) {
  const ids = phrase.means.filter(({ kind }) => kind === "topic").flatMap(({ id }) => vocabulary.plain.talk.topics[Number(id)].near);
  return ids.map((id, i) => ({ id, label: vocabulary.needs.get(id)?.label ?? id, from: said(places), strength: 0.59 - 0.1 * i, aspects: [] }));
}

/** How, when, at what cost and in which language. A time that was told is closer than "at night". @param {import("./matches.js").Match[]} matches @param {ReturnType<typeof askedTime>} time @param {(places: number[]) => string} said */
function wished(matches, time, said) {
  const found = matches.flatMap((m) => m.phrase.means.filter(({ kind }) => !["age", "audience"].includes(kind)).map(({ kind, id }) => ({ facet: kind, value: id, from: said(m.places) })));
  return time ? [...found.filter(({ facet }) => facet !== "open"), time] : found;
}

/** Words that name nothing, or belong to a wish: the figures of a time, "open" beside it, "speaking" beside a language. @param {import("./phrases.js").Slot} slot @param {unknown} timed @param {import("./matches.js").Match[]} wishes */
function aside({ word }, timed, wishes) {
  if (word.length < 2 || EMPTY.has(word)) return true;
  if (timed && (/\d|day$/.test(word) || TIMED.has(word))) return true;
  return SPOKEN.has(word) && wishes.some(({ phrase }) => phrase.means.some(({ kind }) => kind === "language"));
}

/** Whether a query has nothing but how or when help is wanted. */
function wishesAlone(/** @type {import("./phrases.js").Slot[]} */ list, /** @type {import("./matches.js").Match[]} */ wishes, /** @type {ReturnType<typeof askedTime>} */ timed) {
  const covered = new Set(wishes.flatMap(({ places }) => places));
  const must = wishes.some(({ phrase }) => phrase.means.some(({ kind }) => MUST.has(kind)));
  return covered.size + Number(Boolean(timed)) > 0 && !must && list.every((slot, i) => slot.soft || covered.has(i) || aside(slot, timed, wishes));
}

/** The words of substance that no phrase, place or wish has. @returns {{word: string, stem: string, beside: boolean}[]} */
function unexplained(/** @type {import("./phrases.js").Slot[]} */ list, /** @type {Set<number>} */ used, /** @type {import("./matches.js").Match[]} */ matches, /** @type {import("./matches.js").Match[]} */ wishes, /** @type {import("./vocabulary.js").Vocabulary} */ vocabulary) {
  const wanted = new Set(wishes.flatMap(({ places }) => places));
  const kinds = new Set(matches.filter((match) => isKind(match, vocabulary) || personal(match, vocabulary)).flatMap(({ places }) => places));
  const places = list.flatMap(({ soft, stem }, i) => (soft || used.has(i) || wanted.has(i) || vocabulary.talk.alike.has(stem) ? [] : [i]));
  const touches = (/** @type {number} */ at) => kinds.has(at + 1) || kinds.has(at - 1) || (kinds.has(at - 2) && LINKS.has(list[at - 1].word) && !vocabulary.meanings.byStem.has(list[at].stem));
  const beside = new Set(places.filter(touches));
  for (const at of [...places].reverse()) if (beside.has(at + 1)) beside.add(at); // "head lice clinic"
  return places.map((i) => ({ word: list[i].word, stem: list[i].stem, beside: beside.has(i) }));
}

/** Whether a match says only what kind of help is wanted. @param {import("./matches.js").Match} match @param {import("./vocabulary.js").Vocabulary} vocabulary */
const isKind = ({ phrase }, vocabulary) => vocabulary.kinds.has(phrase.stems.join(" "));

/** Whether a match of a dangerous need is explained by a harmless family: "cutting" in "cutting down". */
function idle(/** @type {import("./matches.js").Match} */ match, /** @type {import("./phrases.js").Slot[]} */ list, /** @type {Judged} */ judged, /** @type {import("./vocabulary.js").Vocabulary} */ vocabulary) {
  const dangerous = match.phrase.means.some(({ kind, id }) => kind === "need" && vocabulary.needs.get(id)?.danger);
  return dangerous && judged && match.places.every((place) => vocabulary.judge?.idle(judged.reading, list[place].at, list[place].end));
}

/** Whether a match only tells who somebody is: its words may tell more. */
function personal(/** @type {import("./matches.js").Match} */ { phrase }, /** @type {import("./vocabulary.js").Vocabulary} */ vocabulary) {
  return phrase.means.every(({ kind, id }) => kind === "need" && vocabulary.needs.get(id)?.person);
}

/** Whether "not" stands right before a phrase: "not suicidal". */
function denied(/** @type {import("./matches.js").Match} */ { phrase, places }, /** @type {import("./phrases.js").Slot[]} */ list) {
  return places[0] > 0 && list[places[0] - 1].word === "not" && phrase.stems[0] !== "not" && list[places[0]].at - list[places[0] - 1].end < 2;
}

/** The needs of the matches, strongest first, each once with the words it was read from. */
function gather(/** @type {import("./matches.js").Match[]} */ matches, /** @type {import("./phrases.js").Slot[]} */ list, /** @type {import("./vocabulary.js").Vocabulary} */ vocabulary, /** @type {(places: number[]) => string} */ said) {
  /** @type {Map<string, UnderstoodNeed>} */
  const found = new Map();
  for (const match of matches) {
    const { phrase, places, quality } = match;
    const generic = isKind(match, vocabulary) || (places.length === 1 && quality < CLOSE) || (quality < CLOSE && places.every((place) => list[place].soft));
    for (const meaning of phrase.means.filter(({ kind }) => kind === "need")) {
      const strength = meaning.weight * quality * (denied({ phrase, places, quality }, list) ? 0.4 : 1) * (1 + 0.05 * Math.min(places.length - 1, 3));
      const known = found.get(meaning.id);
      const aspects = meaning.aspect === undefined ? [] : [meaning.aspect];
      if (known) {
        known.aspects.push(...aspects.filter((aspect) => !known.aspects.includes(aspect)));
        known.strength = Math.min(1.3, Math.max(known.strength, strength) + 0.1);
        known.generic &&= generic;
      } else found.set(meaning.id, { id: meaning.id, label: vocabulary.needs.get(meaning.id)?.label ?? meaning.id, from: said(places), strength, aspects, generic });
    }
  }
  return [...found.values()].sort((a, b) => b.strength - a.strength);
}

/** What single words that no phrase explained point to. */
function guess(/** @type {import("./phrases.js").Slot[]} */ list, /** @type {Set<number>} */ used, /** @type {import("./vocabulary.js").Vocabulary} */ vocabulary) {
  /** @type {Map<string, UnderstoodNeed>} */
  const found = new Map();
  list.forEach((slot, i) => {
    if (used.has(i) || slot.soft) return;
    for (const [form, quality] of slot.forms) {
      if (slot.classes.has(form)) continue;
      for (const { id, weight } of vocabulary.hints().get(form) ?? []) {
        const strength = 0.45 * weight * quality;
        const known = found.get(id);
        if (known) known.strength = Math.min(0.8, known.strength + strength);
        else found.set(id, { id, label: vocabulary.needs.get(id)?.label ?? id, from: slot.word, strength, aspects: [] });
      }
    }
  });
  return [...found.values()];
}

/** @param {UnderstoodNeed[]} guesses @param {UnderstoodNeed[]} sure */
function merge(guesses, sure) {
  /** @type {Map<string, UnderstoodNeed>} */
  const kept = new Map();
  for (const need of guesses) {
    if (sure.some(({ id }) => id === need.id)) continue;
    const known = kept.get(need.id);
    if (known) known.strength = Math.min(0.8, known.strength + need.strength);
    else kept.set(need.id, { ...need });
  }
  return [...kept.values()].sort((a, b) => b.strength - a.strength).slice(0, 4);
}

/** @template {{id: string, label: string}} Named @param {import("./matches.js").Match} match @param {string} kind @param {Map<string, Named>} all @param {(places: number[]) => string} said */
function named(match, kind, all, said) {
  return match.phrase.means.filter((meaning) => meaning.kind === kind).map(({ id }) => ({ id, label: all.get(id)?.label ?? id, from: said(match.places) }));
}

/** @param {import("./matches.js").Match[]} wishes @param {import("./vocabulary.js").Vocabulary} vocabulary @param {(places: number[]) => string} said */
function agesOf(wishes, vocabulary, said) {
  const told = wishes.flatMap((m) => m.phrase.means.filter(({ kind }) => kind === "age").map(({ id }) => ({ ...vocabulary.plain.talk.ages[Number(id)], said: said(m.places) })));
  return told.length ? { from: Math.max(...told.map((a) => a.from)), to: Math.max(Math.max(...told.map((a) => a.from)), Math.min(...told.map((a) => a.to))), said: told[0].said } : null;
}

/** Whether every word of a match stands as it was typed: a typing error is not read into danger. */
function meant(/** @type {import("./matches.js").Match} */ { phrase, places }, /** @type {import("./phrases.js").Slot[]} */ list) {
  return places.every((place) => phrase.stems.every((stem) => (list[place].forms.get(stem) ?? 1) > AS_TYPED));
}

/** The crisis cards: what the judge says to the whole text, and those of needs with danger that it was read as. @returns {Understood["danger"]} */
function dangerOf(/** @type {import("./phrases.js").Slot[]} */ list, /** @type {import("./matches.js").Match[]} */ matches, /** @type {Judged} */ judged, /** @type {import("./vocabulary.js").Vocabulary} */ vocabulary) {
  if (!judged || !vocabulary.judge) return null;
  const needs = matches.filter((match) => match.quality > ORDERED && meant(match, list) && !denied(match, list)).flatMap(({ phrase, places }) => phrase.means.flatMap(({ kind, id }) => {
    const danger = kind === "need" ? vocabulary.needs.get(id)?.danger : undefined;
    return danger ? [{ kind: danger.kind, now: danger.level === "emergency", at: Math.min(...places.map((p) => list[p].at)), end: Math.max(...places.map((p) => list[p].end)) }] : [];
  }));
  const cards = vocabulary.judge.raised(judged, needs);
  return cards.length ? { level: cards.some(({ now }) => now) ? "emergency" : "urgent", cards } : null;
}
