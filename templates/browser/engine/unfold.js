/**
 * Expand the compressed data of the search. It undoes generator/documents/browser/columnar.py.
 *
 * @typedef {{count: number, columns: Record<string, unknown[]>}} Columns A value for each service; 0 where it has none.
 * @typedef {Record<string, unknown> & {name: string, id?: string}} Whole
 */
import { slug } from "../text/formatting.js";

/** Columns with positions in lists of the vocabulary, from 1: a list, or one alone. */
const NUMBERED = /** @type {const} */ ({ needs: "needs", audiences: "audiences", areas: "areas", only: "needs" });

/** The words of a front-coded text. @param {string} text */
function words(text) {
  let last = "";
  return Array.from(text.matchAll(/([A-J])([^A-J]*)/g), ([, shared, rest]) => (last = last.slice(0, shared.charCodeAt(0) - 65) + rest));
}

/** Give each page the words that it has. @param {{text: string}[]} pages @param {{words: string, on: string}} texts Every word, and the pages that have it. */
function write(pages, { words: all, on }) {
  /** @type {string[][]} */
  const texts = pages.map(() => []);
  const places = on.split(" ");
  words(all).forEach((word, i) => {
    let at = -1;
    for (const gap of places[i].split(".")) {
      at += Number.parseInt(gap, 36);
      texts[at].push(word);
    }
  });
  for (const [at, text] of texts.entries()) pages[at].text = text.join(" ");
}

/**
 * @param {Omit<import("./engine.js").Data, "services"> & {services: Columns, texts: {words: string, on: string}}} folded Of the vocabulary, `talk.ordinary` and `danger.known` are one text each.
 * @returns {import("./engine.js").Data}
 */
export function unfold(folded) {
  const { services: { count, columns }, vocabulary: { talk, danger }, texts, ...others } = folded;
  write(folded.pages, texts);
  if (typeof talk.ordinary === "string") talk.ordinary = words(talk.ordinary);
  if ("known" in danger) danger.known = words(danger.known).join(" ");
  const services = Array.from({ length: count }, () => /** @type {Whole} */ ({}));
  for (const [name, column] of Object.entries(columns)) {
    const among = name in NUMBERED ? folded.vocabulary[NUMBERED[/** @type {"needs"} */ (name)]] : null;
    column.forEach((value, i) => {
      if (value !== 0) services[i][name] = among ? (Array.isArray(value) ? value : [value]).map((one) => among[one - 1]?.id ?? one) : value;
    });
  }
  for (const service of services) {
    service.id ??= slug(service.name);
    for (const age of ["min", "max"]) if (Array.isArray(service[age])) service[age] = 0;
  }
  return { ...others, vocabulary: folded.vocabulary, services: /** @type {import("./engine.js").Data["services"]} */ (services) };
}
