/**
 * Expand the compressed data of the search. It undoes generator/documents/browser/columnar.py.
 *
 * @typedef {{count: number, columns: Record<string, unknown[]>}} Columns A value for each service; 0 where it has none.
 * @typedef {Columns & {kinds?: Columns, kind?: number[]}} Services Of a large directory, `kinds` has what services have in common, and `kind` which of them each has.
 * @typedef {Record<string, unknown>} Row
 */
import { slug } from "../text/formatting.js";
import { unfronted } from "./short-texts.js";
import { unfoldVocabulary } from "./unfold-vocabulary.js";

/** Columns with positions in lists of the vocabulary, from 1: a list, or one alone. */
const NUMBERED = /** @type {const} */ ({ needs: "needs", audiences: "audiences", areas: "areas", only: "needs" });

/** Give each page the words that it has, each as often as it has it. @param {{text: string}[]} pages @param {{words: string, on: string}} texts Every word, and the pages that have it. */
function write(pages, { words, on }) {
  /** @type {string[][]} */
  const texts = pages.map(() => []);
  const places = on.split(" ");
  unfronted(words).forEach((word, i) => {
    let at = -1;
    for (const [, between, gap, more] of places[i].matchAll(/(Z*)([0-9a-z])(\+*)/g)) {
      at += 36 * between.length + Number.parseInt(gap, 36) + 1;
      for (let count = 0; count <= more.length; count++) texts[at].push(word);
    }
  });
  for (const [at, text] of texts.entries()) pages[at].text = text.join(" ");
}

/**
 * Columns as rows.
 * @param {Columns} columns
 * @param {Partial<import("./vocabulary.js").PlainVocabulary>} [vocabulary] With the lists that columns have positions in.
 * @returns {Row[]}
 */
export function rows({ count, columns }, vocabulary = {}) {
  const found = Array.from({ length: count }, () => /** @type {Row} */ ({}));
  for (const [name, column] of Object.entries(columns)) {
    const among = name in NUMBERED ? vocabulary[NUMBERED[/** @type {"needs"} */ (name)]] : null;
    column.forEach((value, i) => {
      if (value !== 0) found[i][name] = among ? (Array.isArray(value) ? value : [value]).map((one) => among[one - 1]?.id ?? one) : value;
    });
  }
  for (const row of found) {
    if (typeof row.name === "string") row.id ??= slug(row.name);
    for (const age of ["min", "max"]) if (Array.isArray(row[age])) row[age] = 0;
  }
  return found;
}

/**
 * @param {Omit<import("./engine.js").Data, "services"> & {services: Services, texts: {words: string, on: string}}} folded
 * @returns {import("./engine.js").Data}
 */
export function unfold(folded) {
  const { services: { kinds, kind, ...own }, texts, ...others } = folded;
  const vocabulary = unfoldVocabulary(folded.vocabulary);
  write(folded.pages, texts);
  const common = kinds ? rows(kinds, vocabulary) : [];
  const services = rows(own, vocabulary).map((row, i) => (kind ? { ...common[kind[i]], ...row } : row));
  return { ...others, vocabulary, services: /** @type {import("./engine.js").Data["services"]} */ (/** @type {unknown} */ (services)) };
}
