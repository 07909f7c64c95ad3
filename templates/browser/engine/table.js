/**
 * Numeric columns with one row for each document. A document's row is its turn: of equally good results, the one with the lower turn
 * comes first. With ten thousand services a query considers thousands of them, and columns are many times faster to read than documents.
 *
 * @typedef {import("./documents.js").Doc} Doc
 * @typedef {{turns: Uint32Array, fits: Float64Array, wide: number}} Helping The documents that help with a need, by their turns, how well each does, and how many are for whole countries.
 * @typedef {{open: Uint8Array, reach: Float64Array}} Hours What depends on the time: whether a service is open, and how well it can be reached.
 * @typedef {ReturnType<typeof table>} Table
 */
import { choicesOf, grouped, SURE } from "./choices.js";
import { granting } from "./granted.js";
import { isOpen } from "./hours.js";
import { placed } from "./near.js";
import { peopled, reachable } from "./suits.js";
import { wide } from "./vocabulary.js";
import { WEIGHTS } from "./weights.js";

/**
 * A role comes before the packs of networks that are made of it.
 * @param {Doc[]} all
 * @param {Map<string, Doc[]>} byNeed
 * @param {import("./vocabulary.js").Vocabulary} vocabulary
 * @param {import("./index.js").Index["values"]} values
 */
export function table(all, byNeed, vocabulary, values) {
  const docs = [true, false].flatMap((role) => all.filter(({ page }) => (page?.kind === "role") === role).sort(byId));
  docs.forEach((doc, turn) => {
    doc.turn = turn;
  });
  const areas = grouped(docs, placed);
  const [settled, people, wides] = [fixed(docs), grouped(docs, peopled), areas.first.map((service) => service.areas.some((id) => wide(vocabulary, id)))];
  /** @type {Map<string, Helping>} */
  const helping = new Map();
  /** @type {{key: string, hours: Hours} | null} */
  let last = null;

  /** @param {string} need */
  function helps(need) {
    let found = helping.get(need);
    if (!found) {
      const list = byNeed.get(need) ?? [];
      found = {
        turns: Uint32Array.from(list, ({ turn }) => turn), fits: Float64Array.from(list, ({ fits }) => fits.get(need) ?? 0),
        wide: list.filter(({ turn }) => wides[areas.of[turn]]).length,
      };
      helping.set(need, found);
    }
    return found;
  }

  /** Cached until the next minute. @param {import("./hours.js").Moment} now */
  function hours(now) {
    const key = `${now.date} ${now.day} ${now.minutes}`;
    if (last?.key !== key) last = { key, hours: hoursAt(docs, now) };
    return last.hours;
  }

  return { docs, places: new Int32Array(docs.length).fill(-1), areas, people, helps, hours, granted: granting(docs), homely: /** @type {import("./near.js").Place[]} */ ([]), choices: choicesOf(docs, areas, vocabulary, values), ...settled };
}

/** By their ids. A large directory sends those of services later, but services in their order. @param {Doc} a @param {Doc} b */
function byId(a, b) {
  if (a.id && b.id && !a.after && !b.after) return a.id < b.id ? -1 : 1;
  if (a.service && b.service) return a.place - b.place;
  if (a.service) return a.place < b.after ? -1 : 1;
  if (b.service) return b.place < a.after ? 1 : -1;
  return a.id < b.id ? -1 : 1;
}

/** The parts of a score that do not depend on the query. @param {Doc[]} docs */
function fixed(docs) {
  return {
    sure: Float64Array.from(docs, ({ service }) => (service ? (WEIGHTS[/** @type {"high"} */ (service.confidence)] ?? 0) : 0)),
    paused: Float64Array.from(docs, ({ service }) => (service?.status === "paused" ? WEIGHTS.paused : 0)),
    page: Float64Array.from(docs, ({ service }) => (service ? 0 : WEIGHTS.page)),
    // Not confirmed, and nobody can call, write or turn up: being near is no reason to come before a number that answers.
    unreachable: Uint8Array.from(docs, ({ service }) => Number(service && !SURE.includes(service.confidence) && reachable(service, true) < 0)),
  };
}

/** @param {Doc[]} docs @param {import("./hours.js").Moment} now @returns {Hours} */
function hoursAt(docs, now) {
  const open = Uint8Array.from(docs, ({ service }) => Number(Boolean(service && isOpen(service.open, now))));
  return { open, reach: Float64Array.from(docs, ({ service }, turn) => (service ? reachable(service, open[turn] === 1) : 0)) };
}
