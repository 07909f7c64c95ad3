// A draft as the file of a network: tidy, in the order of the schema, with what is still blank in square brackets.
import { Document, visit } from "yaml";
import { lined, meant, overlayOf, structuredCopy } from "./draft.js";
import { followed } from "./forms.js";
import { isoDay } from "../text/formatting.js";
/** @import { Meant, Network, Practice, Role, Schema, Shared, Texts } from "./types" */

const HEAD = " yaml-language-server: $schema=../schemas/network.json\n Made in the browser. `fingerpost check` reads it, and so does the page it was made on. Reasons are public.";
const PLAIN = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const NOT_TEXT = /^(true|false|null|-?(0|[1-9][0-9]*))$/;
const WIDTH = 118;

/** A network's file: what a draft may leave open is said. @typedef {Network & {id: string, practices: Practice[]}} FileValue */

/**
 * The value of the file. `today` is when it is saved.
 * @param {Network} network
 * @param {Role} role
 * @param {Texts} texts
 * @param {Shared} shared
 * @param {Date} today
 * @returns {FileValue}
 */
export function fileValue(network, role, texts, shared, today) {
  const copy = structuredCopy(network);
  const overlay = overlayOf(copy, role);
  copy.roles[copy.roles.indexOf(overlay)] = told(meant(overlay, texts), shared, today);
  copy.id ??= idFrom(copy.name);
  copy.status ??= "current";
  copy.name ||= shared.blanks.name;
  copy.profile ??= [shared.blanks.profile];
  copy.practices = (copy.practices ?? []).filter((found) => Object.keys(found).length);
  if (!copy.practices.length) copy.practices = [{ ods_code: "A00000", name: shared.blanks.practice, population: 1 }];
  copy.populations_as_of ||= shared.blanks.populations_as_of;
  copy.updated = isoDay(today);
  if (copy.contact && some(copy.contact)) copy.contact.name ||= shared.blanks.contact;
  if (copy.logo) copy.logo = copy.logo.content || copy.logo.file ? { ...copy.logo, text: copy.logo.text || copy.employer?.name || copy.name } : undefined;
  if (some(copy.employer)) copy.employer = { name: shared.blanks.employer, kind: "network", ...copy.employer };
  return /** @type {FileValue} */ (tidied(copy, shared.schema, shared.schema));
}

/** The text of the file. @param {FileValue} value */
export function fileText(value) {
  const document = new Document(value);
  document.commentBefore = HEAD;
  visit(document, {
    Scalar(key, node) {
      if (typeof node.value !== "string") return;
      node.type = key === "key" || (PLAIN.test(node.value) && !NOT_TEXT.test(node.value)) ? "PLAIN" : "QUOTE_DOUBLE";
    },
  });
  return document.toString({ lineWidth: WIDTH, minContentWidth: 0, nullStr: "null" });
}

/** A network's id from its name. It becomes part of addresses. @param {string | undefined} name */
export function idFrom(name) {
  const found = (name ?? "").normalize("NFKD").replace(/[̀-ͯ'’]/g, "").toLowerCase();
  return found.replace(/[^a-z0-9]+/g, "-").slice(0, 70).replace(/^-+|-+$/g, "") || "your-network";
}

/** A year on from a day. @param {Date} day */
export function yearOn(day) {
  return new Date(day.getFullYear() + 1, day.getMonth(), Math.min(day.getDate(), day.getMonth() === 1 ? 28 : 31));
}

/** @param {Meant} overlay @param {Shared} shared @param {Date} today */
function told(overlay, shared, today) {
  /** @template {{because?: string}} Entry @param {Entry} entry */
  const reason = (entry) => ({ ...entry, because: entry.because || shared.blanks.because });
  const vacancies = (overlay.vacancies ?? []).filter(some).map((found) => ({ reference: shared.blanks.reference, ...found }));
  return {
    ...overlay,
    fill: lined(overlay.fill ?? {}, shared.blanks),
    add_sections: overlay.add_sections.map((entry) => reason(entry)),
    add: overlay.add.map((entry) => reason(entry)),
    add_criteria: overlay.add_criteria.map((entry) => reason(entry)),
    drop: (overlay.drop ?? []).map((entry) => reason(entry)),
    move: (overlay.move ?? []).map((entry) => reason(entry)),
    rename: (overlay.rename ?? []).map((entry) => reason(entry)),
    reword: overlay.reword.map((entry) => reason(entry)),
    add_clauses: (overlay.add_clauses ?? []).map((entry) => reason(entry)),
    drop_clauses: (overlay.drop_clauses ?? []).map((entry) => reason(entry)),
    vacancies,
    version: overlay.version || "1.0",
    updated: isoDay(today),
    review_by: overlay.review_by || isoDay(yearOn(today)),
  };
}

/** @param {object | undefined} value */
function some(value) {
  return Object.values(value ?? {}).some((inner) => inner !== undefined && inner !== "" && inner !== false);
}

/**
 * Keys in the order of the schema; nothing that says nothing. An empty list of those managed, or of partners, does say something: nobody.
 * @param {unknown} value
 * @param {Schema | undefined} node
 * @param {Schema} schema
 * @returns {unknown}
 */
function tidied(value, node, schema) {
  const form = followed(node, schema);
  if (Array.isArray(value)) return value.map((inner) => tidied(inner, form?.items, schema));
  if (!value || typeof value !== "object") return value;
  const known = Object.keys(form?.properties ?? {});
  /** @type {Record<string, unknown>} */
  const fields = { ...value };
  const keys = [...known.filter((key) => key in fields), ...Object.keys(fields).filter((key) => !known.includes(key))];
  const pairs = keys.map((key) => /** @type {const} */ ([key, tidied(fields[key], form?.properties?.[key], schema)]));
  return Object.fromEntries(pairs.filter(([key, inner]) => says(key, inner)));
}

/** @param {string} key @param {unknown} value */
function says(key, value) {
  if (value === undefined || value === null || value === "") return false;
  if (Array.isArray(value)) return value.length > 0 || ["manages", "partners"].includes(key);
  return typeof value !== "object" || Object.keys(value).length > 0;
}
