// What a file carries of what it was made from: one text of YAML. The same as `generator/knowledge/drafts/carried.py`, which says how.
import { deflateSync, Inflate, strFromU8, strToU8, Unzlib } from "fflate";
import { yamlValue } from "../tailor/reading.js";
import { NotRead } from "./package.js";
/** @import { Carried } from "./types" */

const FORM = 1; // the version of the form
const PIECE = 250; // characters of a property: Word and Excel take 255
const LARGEST = 1_000_000; // bytes of the text
const CHUNK = 16_384; // bytes unpacked at once, so that no more than that lies beyond the largest text
const HEAD = "# What this job pack was made from. Keep it: ‘fingerpost draft’ reads it when an edited copy comes home.\n";
const NAME = /^fingerpost-(\d{3})$/;
const CUT = "What it was made from was cut off or changed. Ask for the file as it was sent, or for the saved file (.yaml).";

/** The text, from its values. JSON is YAML. @param {Omit<Carried, "fingerpost">} values */
export function carriedText({ role, base, network, sent }) {
  const lines = Object.entries({ base, network, sent }).filter(([, value]) => value).map(([key, value]) => `${key}: ${JSON.stringify(value)}\n`);
  return `${HEAD}fingerpost: ${FORM}\nrole: ${role}\n${lines.join("")}`;
}

/** The text as custom properties by name, in order. @param {string} text */
export function asProperties(text) {
  const packed = inBase64(deflateSync(strToU8(text), { level: 9 }));
  const pieces = packed.match(new RegExp(`.{1,${PIECE}}`, "g")) ?? [];
  return pieces.map((piece, index) => /** @type {const} */ ([`fingerpost-${String(index + 1).padStart(3, "0")}`, piece]));
}

/** The text in custom properties, or nothing where there is none. Throws NotRead where a piece is lost or changed. @param {Map<string, string>} properties */
export function fromProperties(properties) {
  const found = [...properties].flatMap(([name, value]) => (NAME.test(name) ? [{ number: Number(name.slice(-3)), value }] : []));
  if (!found.length) return null;
  found.sort((one, other) => one.number - other.number);
  if (found.some(({ number }, index) => number !== index + 1)) throw new NotRead(CUT);
  return unpacked(fromBase64(found.map(({ value }) => value).join("")), Inflate);
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
  const categories = (/** @type {unknown} */ list) => Array.isArray(list) && list.every((each) => typeof each?.id === "string" && sentences(each.criteria) && each.criteria.every((/** @type {any} */ one) => typeof one.level === "string" && Array.isArray(one.assessed_by)));
  const ours = typeof role === "string" && typeof base?.digest === "string" && sections(base.sections) && categories(base.categories);
  return ours && (network === undefined || (typeof network === "object" && Array.isArray(network?.roles)));
}

/**
 * Text that was packed, in small steps. Throws NotRead for what is too large, cut off or no text.
 * @param {Uint8Array} packed
 * @param {typeof Inflate | typeof Unzlib} Unpacker
 */
export function unpacked(packed, Unpacker) {
  /** @type {Uint8Array[]} */
  const pieces = [];
  let size = 0;
  let whole = false;
  const unpacker = new Unpacker((piece, last) => {
    pieces.push(piece);
    size += piece.length;
    whole = last;
    if (size > LARGEST) throw new NotRead("It is too large.");
  });
  try {
    for (let at = 0; at < packed.length; at += CHUNK) unpacker.push(packed.subarray(at, at + CHUNK), at + CHUNK >= packed.length);
  } catch (error) {
    throw error instanceof NotRead ? error : new NotRead(CUT);
  }
  if (!whole) throw new NotRead(CUT);
  const text = strFromU8(joined(pieces, size));
  if (text.includes("\ufffd")) throw new NotRead(CUT);
  return text;
}

/** @param {Uint8Array[]} pieces @param {number} size */
function joined(pieces, size) {
  const all = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all;
}

/** @param {Uint8Array} bytes */
export function inBase64(bytes) {
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));
}

/** Throws NotRead for what is not base64. @param {string} text */
export function fromBase64(text) {
  try {
    return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
  } catch {
    throw new NotRead(CUT);
  }
}
