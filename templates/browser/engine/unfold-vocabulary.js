/**
 * Expand the compressed vocabulary of the search. It undoes generator/documents/browser/folded_vocabulary.py.
 *
 * @typedef {import("./vocabulary.js").PlainVocabulary} PlainVocabulary
 */
import { unfronted } from "./short-texts.js";

/** Fields with a list of texts, which comes as one text. */
const LISTS = new Set(["words", "said", "staff", "typos", "medicines", "diagnoses", "near", "seek", "also", "small_talk", "weak", "women", "kinds", "areas"]);
/** A word that may be the correction of a misspelt one. */
const MEANT = /^[a-z]{6,}$/i;

/** @param {PlainVocabulary} folded @returns {PlainVocabulary} */
export function unfoldVocabulary(folded) {
  const { danger, ...others } = folded;
  const plain = /** @type {PlainVocabulary} */ (listed({ ...others, danger: {} }));
  if (typeof plain.talk.ordinary === "string") plain.talk.ordinary = unfronted(plain.talk.ordinary);
  return { ...plain, danger: "concepts" in danger ? unfoldDanger(danger) : danger };
}

/** A value of JSON with its lists of texts. @param {unknown} value @param {string} [name] @returns {unknown} */
function listed(value, name = "") {
  if (typeof value === "string") return LISTS.has(name) ? value.split(";") : value;
  if (Array.isArray(value)) return LISTS.has(name) && typeof value[0] === "string" ? value : value.map((one) => listed(one));
  return value && typeof value === "object" ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, listed(inner, key)])) : value;
}

/** @param {import("../danger/judge.js").PlainDanger} danger @returns {import("../danger/judge.js").PlainDanger} */
function unfoldDanger({ concepts: rows, meant, known, families, ...others }) {
  const concepts = Object.entries(rows).map(([name, row]) => /** @type {[string, string]} */ ([name, formsOf(row)]));
  return {
    ...others, concepts: Object.fromEntries(concepts), known: unfronted(known).join(" "), meant: /^[01]+$/.test(meant) ? corrections(meant, concepts) : meant,
    families: families.map(([id, cards, level, gap, within, found, against]) => [id, cards, level, gap, within, split(found), split(against)]),
  };
}

/** The words and phrases of a class: of words, each is what differs from the word before. @param {string} row */
function formsOf(row) {
  const at = row.indexOf(";");
  return at < 0 ? row : [...unfronted(row.slice(0, at)), ...(at + 1 < row.length ? [row.slice(at + 1)] : [])].join(",");
}

/** @param {string | string[]} texts */
const split = (texts) => (typeof texts === "string" ? texts.split(";") : texts);

/** The words that a correction may give: those of the concepts with a 1. @param {string} marks @param {[string, string][]} concepts */
function corrections(marks, concepts) {
  const found = concepts.flatMap(([, row], i) => (marks[i] === "1" ? row.split(",").filter((form) => MEANT.test(form)) : []));
  return [...new Set(found)].sort().join(" ");
}
