// What a file carries of what it was made from: one text of YAML. The same as `knowledge/drafts/carried.py`, which says how.
import { yamlValue } from "../tailor/reading.js";
import { CUT, fromBase64, inBase64, NotRead, packed, unpacked } from "./packing.js";
/** @import { Carried } from "./types" */

const FORM = 1; // the version of the form
const PIECE = 250; // characters of a property: Word and Excel take 255
const HEAD = "# What this job pack was made from. Keep it: ‘fingerpost draft’ reads it when an edited copy comes home.\n";
const NAME = /^fingerpost-(\d{3})$/;

/** The text, from its values. JSON is YAML. @param {Omit<Carried, "fingerpost">} values */
export function carriedText({ role, base, network, sent }) {
  const lines = Object.entries({ base, network, sent }).filter(([, value]) => value).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`);
  return `${HEAD}fingerpost: ${FORM}\nrole: ${role}\n${lines.join("")}`;
}

/** The text as custom properties by name, in order. @param {string} text */
export function asProperties(text) {
  const pieces = inBase64(packed(text)).match(new RegExp(`.{1,${PIECE}}`, "g")) ?? [];
  return pieces.map((piece, index) => /** @type {const} */ ([`fingerpost-${String(index + 1).padStart(3, "0")}`, piece]));
}

/** The text in custom properties, or nothing where there is none. Throws NotRead where a piece is lost or changed. @param {Map<string, string>} properties */
export function fromProperties(properties) {
  const found = [...properties].flatMap(([name, value]) => (NAME.test(name) ? [{ number: Number(name.slice(-3)), value }] : []));
  if (!found.length) return null;
  found.sort((one, other) => one.number - other.number);
  if (found.some(({ number }, index) => number !== index + 1)) throw new NotRead(CUT);
  return unpacked(fromBase64(found.map(({ value }) => value).join("")));
}

/** The values of the text. Throws NotRead for what is none of ours, or of a later form. @param {string} text @returns {Carried} */
export function readCarried(text) {
  const value = /** @type {Carried | null | undefined} */ (yamlValue(text).value);
  if (!value || typeof value !== "object") throw new NotRead(CUT);
  if (value.fingerpost !== FORM) throw new NotRead("It was not made by this version of Fingerpost.");
  if (!isCarried(value)) throw new NotRead(CUT);
  return value;
}

/** Whether every part is there that a reader counts on. Who sends a file may have written anything into it. @param {Carried} value */
function isCarried({ role, base, network }) {
  const sentences = (/** @type {unknown} */ list) => Array.isArray(list) && list.every((each) => typeof each?.id === "string" && typeof each.text === "string");
  /** @param {unknown} list @returns {boolean} */
  const sections = (list) => Array.isArray(list) && list.every((each) => typeof each?.id === "string" && typeof each.heading === "string" && sentences(each.statements ?? []) && sections(each.sections ?? []));
  const ranked = (/** @type {{level?: unknown, assessed_by?: unknown}} */ one) => typeof one.level === "string" && Array.isArray(one.assessed_by);
  const categories = (/** @type {unknown} */ list) => Array.isArray(list) && list.every((each) => typeof each?.id === "string" && sentences(each.criteria) && each.criteria.every(ranked));
  const ours = typeof role === "string" && typeof base?.digest === "string" && sections(base.sections) && categories(base.categories);
  return ours && (network === undefined || (typeof network === "object" && Array.isArray(network?.roles)));
}
