/**
 * What fits, best first, each with its reasons. Every part of a score has a name, so that a maintainer can see why.
 *
 * @typedef {{kind: string, label: string, from: string}} Why
 * @typedef {{doc: import("./documents.js").Doc, score: number, parts: Record<string, number>, why: Why[], fits: boolean, met: {id: string, share: number}[]}} Hit
 *   `met` holds the needs it answers and how much of the score each gave. `fits` is false where the age or the group told rules it out: such hits come last.
 */
import { isOpen } from "./hours.js";
import { outward, wide } from "./vocabulary.js";
import { byName, byWords } from "./wordmatch.js";

/** What each part weighs. All the tuning there is stands here. */
export const WEIGHTS = {
  person: 0.4, guess: 0.9, guessBeside: 0.55, near: 0.2, seek: 1, words: 0.9, name: 2.6,
  inArea: 0.8, aroundArea: 0.45, elsewhere: -1.2, personOnly: 0.6, again: 0.3, local: 0.22, farLocal: -0.25,
  age: 0.35, wrongAge: -3, notYoung: -0.3, notTheirs: -0.25, theirs: 0.25, wrongGroup: -2, wish: 0.35, oneWay: 0.8, otherWay: -0.6,
  high: 0.08, medium: 0.04, low: -0.04, unverified: -0.08, paused: -0.3,
};

/** Ways of getting help that people name because no other will do. */
const ONE_WAY = new Set(["text", "home-visit", "overnight-stay"]);

/**
 * @param {import("./understand.js").Understood} understood
 * @param {import("./documents.js").Index} index
 * @param {{day: number, minutes: number}} now
 * @returns {Hit[]}
 */
export function rank(understood, index, now) {
  const needs = weighed(understood, index);
  const names = byName(understood, index);
  const texts = byWords(understood, index);
  const seeks = sought(understood, index);
  const lone = !needs.length;
  /** @type {Set<import("./documents.js").Doc>} */
  const candidates = new Set(needs.flatMap(({ id }) => [id, ...(lone ? [] : nearOf(id, index))]).flatMap((id) => index.byNeed.get(id) ?? []));
  for (const [doc, { score }] of names) if (score > 0.2) candidates.add(doc);
  for (const [doc, { score }] of texts) if (score > (lone ? 0.1 : 0.4)) candidates.add(doc);
  const hits = [...candidates].map((doc) => scored(doc, understood, index, now, { needs, names, texts, seeks }));
  const sorted = hits.filter(({ score, fits }) => score > 0 || !fits).sort((a, b) => Number(b.fits) - Number(a.fits) || b.score - a.score || (a.doc.id < b.doc.id ? -1 : 1));
  return varied(sorted);
}

/** How many of the first results are chosen so that every need has its turn, and from how many. */
const [FIRST, AMONG] = [6, 60];

/** The same hits, so that the first few answer all that was asked and not one thing several times. @param {Hit[]} sorted */
function varied(sorted) {
  const [pool, rest] = [sorted.slice(0, AMONG), sorted.slice(AMONG)];
  /** @type {Map<string, number>} */
  const met = new Map();
  const first = [];
  while (first.length < FIRST && pool.length && pool[0].fits) {
    let [best, most] = [0, -Infinity];
    pool.forEach(({ score, met: needs, fits }, i) => {
      const again = needs.reduce((sum, { id, share }) => sum + share * Math.min(2, met.get(id) ?? 0), 0);
      const worth = score - WEIGHTS.again * again;
      if (fits && worth > most) [best, most] = [i, worth];
    });
    const [hit] = pool.splice(best, 1);
    for (const { id } of hit.met) met.set(id, (met.get(id) ?? 0) + 1);
    first.push(hit);
  }
  return [...first, ...pool, ...rest];
}

/**
 * The needs with their weights. Guesses count for less where something is sure; an age tells of a group.
 * @param {import("./understand.js").Understood} understood
 * @param {import("./documents.js").Index} index
 */
function weighed({ needs, could, ages }, { byNeed, vocabulary }) {
  const sure = needs.map((need) => ({ ...need, weight: need.strength }));
  const met = sure.some(({ id }) => byNeed.has(id) && !vocabulary.needs.get(id)?.person);
  const guessed = could.map((need) => ({ ...need, weight: need.strength * (met ? WEIGHTS.guessBeside : WEIGHTS.guess) }));
  const group = !ages ? "" : ages.to < 18 ? "cyp" : ages.from >= 65 ? "older-people" : "";
  const told = vocabulary.needs.get(group);
  const aged = told && ages && !sure.some(({ id }) => id === group) ? [{ id: group, label: told.label, from: ages.said, strength: 1, aspects: [], weight: 1 }] : [];
  return [...sure, ...aged, ...guessed];
}

/** @param {string} id @param {import("./documents.js").Index} index */
const nearOf = (id, { vocabulary }) => vocabulary.needs.get(id)?.near ?? [];

/** How well the words that services use for an aspect stand in each service. @param {import("./understand.js").Understood} understood @param {import("./documents.js").Index} index */
function sought({ needs }, { vocabulary, text, byId }) {
  /** @type {Map<import("./documents.js").Doc, {score: number, label: string, from: string}>} */
  const found = new Map();
  for (const need of needs) {
    for (const place of need.aspects) {
      const aspect = vocabulary.needs.get(need.id)?.aspects[place];
      for (const seek of aspect?.seek ?? []) {
        const results = text.search(seek, { combineWith: "OR", boost: { name: 2 } });
        const all = seek.split(" ").length;
        const weight = vocabulary.needs.get(need.id)?.person && needs.some(({ id }) => !vocabulary.needs.get(id)?.person) ? 0.7 : 1;
        for (const { id, score, queryTerms } of results.slice(0, 60)) {
          const doc = byId.get(id);
          if (!doc?.fits.has(need.id)) continue;
          const share = weight * (score / results[0].score) * Math.max(queryTerms.length / all, 0.3);
          if (share > (found.get(doc)?.score ?? 0)) found.set(doc, { score: share, label: aspect?.label ?? "", from: need.from });
        }
      }
    }
  }
  return found;
}

/**
 * @param {import("./documents.js").Doc} doc
 * @param {import("./understand.js").Understood} understood
 * @param {import("./documents.js").Index} index
 * @param {{day: number, minutes: number}} now
 * @param {{needs: (import("./understand.js").UnderstoodNeed & {weight: number})[], names: import("./wordmatch.js").Found, texts: import("./wordmatch.js").Found, seeks: ReturnType<typeof sought>}} evidence
 * @returns {Hit}
 */
function scored(doc, understood, index, now, { needs, names, texts, seeks }) {
  /** @type {Record<string, number>} */
  const parts = {};
  /** @type {Why[]} */
  const why = [];
  /** @type {Hit["met"]} */
  const met = [];
  const persons = needs.filter(({ id }) => index.vocabulary.needs.get(id)?.person);
  const only = persons.length === needs.length;
  for (const need of needs) {
    const fit = doc.fits.get(need.id);
    if (fit === undefined) {
      if (!doc.fits.size || parts.near || index.vocabulary.needs.get(need.id)?.person) continue;
      const [near] = nearOf(need.id, index).filter((id) => doc.fits.has(id) && !needs.some((other) => other.id === id));
      if (!near) continue;
      parts.near = WEIGHTS.near * Math.min(1, need.weight) * (doc.fits.get(near) ?? 0);
      why.push({ kind: "near", label: index.vocabulary.needs.get(near)?.label ?? near, from: need.from });
      continue;
    }
    const weight = need.weight * (!only && persons.includes(need) ? WEIGHTS.person : 1);
    parts.need = (parts.need ?? 0) + weight * fit;
    met.push({ id: need.id, share: weight * fit });
    why.push({ kind: "need", label: need.label, from: need.from });
  }
  const name = names.get(doc);
  if (name) {
    parts.name = WEIGHTS.name * name.score;
    if (name.score > 0.3) why.push({ kind: "name", label: doc.service?.name ?? doc.page?.title ?? "", from: name.from });
  }
  const words = texts.get(doc);
  if (words) {
    parts.words = WEIGHTS.words * words.score;
    if (words.score > 0.3 && !why.length) why.push({ kind: "words", label: words.from, from: words.from });
  }
  const seek = seeks.get(doc);
  if (seek) {
    parts.seek = WEIGHTS.seek * seek.score;
    if (seek.score > 0.5) why.push({ kind: "aspect", label: seek.label, from: seek.from });
  }
  const fits = doc.service ? judged(doc.service, understood, index, now, parts, why) : true;
  if (doc.kind === "page") parts.page = -0.15;
  if (!only && met.length && met.every(({ id }) => persons.some((need) => need.id === id))) parts.need *= WEIGHTS.personOnly;
  // What suits the person counts only as far as the service suits the need.
  const base = Math.min(1, (parts.need ?? 0) + (parts.near ?? 0) + (parts.name ?? 0) + (parts.words ?? 0));
  for (const part of ["age", "group", "wish", "area"]) if (parts[part] > 0) parts[part] *= base;
  return { doc, parts, why, fits, met, score: Object.values(parts).reduce((sum, part) => sum + part, 0) };
}

/** Area, age, group, wishes and how sure we are: false where the service is not for this person. */
function judged(/** @type {import("./documents.js").Service} */ service, /** @type {import("./understand.js").Understood} */ understood, /** @type {import("./documents.js").Index} */ index, /** @type {{day: number, minutes: number}} */ now, /** @type {Record<string, number>} */ parts, /** @type {Why[]} */ why) {
  placed(service, understood, index, parts, why);
  parts.sure = WEIGHTS[/** @type {"high"} */ (service.confidence)] ?? 0;
  if (service.status === "paused") parts.paused = WEIGHTS.paused;
  for (const wish of understood.wishes) {
    if (!grants(service, wish, now)) {
      if (wish.facet === "how" && ONE_WAY.has(wish.value) && service.how.length) parts.otherWay = WEIGHTS.otherWay;
      continue;
    }
    if (wish.facet === "how" && ONE_WAY.has(wish.value)) parts.oneWay = WEIGHTS.oneWay;
    else parts.wish = (parts.wish ?? 0) + WEIGHTS.wish;
    why.push({ kind: wish.facet, label: wish.value, from: wish.from });
  }
  return grouped(service, understood, parts) && aged(service, understood, parts, why);
}

/** @param {import("./documents.js").Service} service @param {import("./understand.js").Understood} understood @param {import("./documents.js").Index} index @param {Record<string, number>} parts @param {Why[]} why */
function placed(service, { areas }, { vocabulary, home }, parts, why) {
  if (!areas.length) {
    const near = service.areas.filter((id) => !wide(vocabulary, id));
    if (near.length) parts.area = !home.length || near.some((id) => outward(vocabulary, id).some((one) => home.includes(one) && !wide(vocabulary, one))) ? WEIGHTS.local : WEIGHTS.farLocal;
    if (parts.area === WEIGHTS.local) {
      const local = near.find((id) => outward(vocabulary, id).includes(home[0])) ?? near[0];
      why.push({ kind: "local", label: vocabulary.areas.get(local)?.label ?? local, from: "" });
    }
    return;
  }
  let best = WEIGHTS.elsewhere;
  for (const wanted of areas) {
    const around = outward(vocabulary, wanted.id);
    for (const id of service.areas) {
      if (id === wanted.id || outward(vocabulary, id).includes(wanted.id)) best = Math.max(best, WEIGHTS.inArea);
      else if (around.includes(id)) best = Math.max(best, wide(vocabulary, id) ? 0.1 : WEIGHTS.aroundArea - 0.1 * (around.indexOf(id) - 1));
      else if (outward(vocabulary, id).some((one) => around.includes(one) && !wide(vocabulary, one))) best = Math.max(best, -0.35);
    }
  }
  parts.area = best;
  if (best > 0) why.push({ kind: "area", label: areas[0].label, from: areas[0].from });
}

/** @param {import("./documents.js").Service} service @param {import("./understand.js").Understood} understood @param {Record<string, number>} parts @param {Why[]} why */
function aged({ min, max, audiences }, { ages }, parts, why) {
  if (!ages) return true;
  if (min === null && max === null) {
    // Nobody says that it takes children.
    if (ages.to < 16 && !["children", "young-people", "families"].some((id) => audiences.includes(id))) parts.age = WEIGHTS.notYoung;
    return true;
  }
  const [from, to] = [min ?? 0, max ?? 110];
  if (ages.to < from || ages.from > to) {
    parts.age = WEIGHTS.wrongAge;
    return false;
  }
  const narrow = to - from < 60 || from >= 50;
  parts.age = narrow ? WEIGHTS.age : 0;
  if (narrow) why.push({ kind: "age", label: ageLabel(min, max), from: ages.said });
  return true;
}

/** @param {number | null} min @param {number | null} max */
export function ageLabel(min, max) {
  if (min !== null && max !== null) return `${min} to ${max}`;
  if (min !== null) return `${min} and over`;
  return max === null ? "any age" : `under ${max + 1}`;
}

/** @param {import("./documents.js").Service} service @param {import("./understand.js").Understood} understood @param {Record<string, number>} parts */
function grouped({ only, min, max }, { needs, women, ages }, parts) {
  if (!only.length) return true;
  if (women && only.includes("men") && only.length === 1 && !needs.some(({ id }) => id === "men")) {
    parts.group = WEIGHTS.wrongGroup;
    return false;
  }
  const asked = only.some((id) => needs.some((need) => need.id === id));
  const byAge = ages && ((min !== null && min >= 50 && ages.from >= min) || (max !== null && max <= 40 && ages.to <= max));
  parts.group = asked || byAge ? WEIGHTS.theirs : WEIGHTS.notTheirs;
  return true;
}

/** Whether a service has what is wished for. @param {import("./documents.js").Service} service @param {{facet: string, value: string}} wish @param {{day: number, minutes: number}} now */
function grants(service, { facet, value }, now) {
  if (facet === "how") return service.how.includes(value);
  if (facet === "refer") return service.refer.includes(value);
  if (facet === "cost") return service.cost === value;
  return facet === "open" && (isOpen(service.open, now) || isOpen(service.open, { day: now.day, minutes: 22 * 60 }));
}
