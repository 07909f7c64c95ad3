// A draft as the file of a network: tidy, in the order of the schema, with what is still blank in square brackets.
import { Document, visit } from "yaml";
import { lined, meant, overlayOf, structuredCopy } from "./draft.js";
import { isoDay } from "./says.js";

const HEAD = " yaml-language-server: $schema=../schemas/network.json\n Made in the browser. `fingerpost check` reads it, and so does the page it was made on. Reasons are public.";
const PLAIN = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const NOT_TEXT = /^(true|false|null|-?(0|[1-9][0-9]*))$/;
const WIDTH = 118;

/** The value of the file. `today` is when it is saved. */
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
  if (some(copy.contact)) copy.contact.name ||= shared.blanks.contact;
  if (some(copy.employer)) copy.employer = { name: shared.blanks.employer, kind: "network", ...copy.employer };
  return tidied(copy, shared.schema, shared.schema);
}

/** The text of the file. */
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

/** A network's id from its name. It becomes part of addresses. */
export function idFrom(name) {
  const found = (name ?? "").normalize("NFKD").replace(/[̀-ͯ'’]/g, "").toLowerCase();
  return found.replace(/[^a-z0-9]+/g, "-").slice(0, 70).replace(/^-+|-+$/g, "") || "your-network";
}

/** A year on from a day. */
export function yearOn(day) {
  return new Date(day.getFullYear() + 1, day.getMonth(), Math.min(day.getDate(), day.getMonth() === 1 ? 28 : 31));
}

function told(overlay, shared, today) {
  const reason = (entry) => ({ ...entry, because: entry.because || shared.blanks.because });
  const vacancies = (overlay.vacancies ?? []).filter(some).map((found) => ({ reference: shared.blanks.reference, ...found }));
  return {
    ...overlay,
    fill: lined(overlay.fill ?? {}, shared.blanks),
    add: overlay.add.map(reason),
    add_criteria: overlay.add_criteria.map(reason),
    drop: (overlay.drop ?? []).map(reason),
    reword: overlay.reword.map(reason),
    vacancies,
    version: overlay.version || "1.0",
    updated: isoDay(today),
    review_by: overlay.review_by || isoDay(yearOn(today)),
  };
}

function some(value) {
  return Boolean(value) && Object.values(value).some((inner) => inner !== undefined && inner !== "" && inner !== false);
}

// Keys in the order of the schema; nothing that says nothing. An empty list of those managed does say something: nobody.
function tidied(value, node, schema) {
  const form = node?.$ref ? schema.$defs[node.$ref.split("/").pop()] : node;
  if (Array.isArray(value)) return value.map((inner) => tidied(inner, form?.items, schema));
  if (!value || typeof value !== "object") return value;
  const known = Object.keys(form?.properties ?? {});
  const keys = [...known.filter((key) => key in value), ...Object.keys(value).filter((key) => !known.includes(key))];
  const pairs = keys.map((key) => [key, tidied(value[key], form?.properties?.[key], schema)]);
  return Object.fromEntries(pairs.filter(([key, inner]) => says(key, inner)));
}

function says(key, value) {
  if (value === undefined || value === null || value === "") return false;
  if (Array.isArray(value)) return value.length > 0 || key === "manages";
  return typeof value !== "object" || Object.keys(value).length > 0;
}
