// A file that somebody opens, of any kind that leaves here: the saved file, a Word pack with what people changed in it, a workbook, a PDF.
import { strFromU8 } from "fflate";
import { fromProperties, readCarried } from "../drafts/carried.js";
import { compare } from "../drafts/compare.js";
import { comparer, readEdited } from "../drafts/edited.js";
import { otherClauses } from "../drafts/otherclauses.js";
import { OfficePackage } from "../drafts/package.js";
import { NotRead } from "../drafts/packing.js";
import { carriedByPdf } from "../drafts/pdf.js";
import { begun, overlayOf } from "./draft.js";
import { fittingOf } from "./fitting.js";
import { laidClauses } from "./laying.js";
import { networkOf, opened } from "./opening.js";
/** @import { Said } from "./remembered.js" */
/** @import { Carried, Returned } from "../drafts/types" */
/** @import { Model, Network } from "./types" */

const LARGEST = 20_000_000; // bytes of a pack that somebody added pictures to
const DRAFT_NAME = /\.ya?ml$/i;
const DRAFT_LINES = [/^id:/m, /^roles:/m]; // of a saved file under another name

/** Why a file was not opened: a line, where the file has lines, and the page to open it on, where it is another role’s. @typedef {{line?: number, says: string, role?: string}} Refusal */
/**
 * What a file brings home: the draft, and for an edited Word file what was changed in it since.
 * @typedef {{network: Network, said?: Said, notes?: boolean, carried?: Carried, returned?: Returned, others?: Returned[]}} Home Of a document with several job descriptions, the lists of the others too.
 */

/**
 * What a file brings home, or every reason why not; nothing for a document that never left here.
 * @param {string} name
 * @param {Uint8Array} bytes
 * @param {Model} model
 * @returns {Home | {problems: Refusal[]} | null}
 */
export function homeOf(name, bytes, model) {
  const start = strFromU8(bytes.subarray(0, 5), true);
  const packed = start.startsWith("PK") || start === "%PDF-";
  if (!packed) {
    if (!DRAFT_NAME.test(name) && !DRAFT_LINES.every((line) => line.test(strFromU8(bytes)))) return null;
    if (bytes.length > model.shared.largest) return { problems: [{ line: 1, says: "This file is too large. The limit for a network’s file is 1 MB." }] };
    const found = opened(strFromU8(bytes), model);
    return found.network ? { network: found.network, said: found.said, notes: found.notes } : { problems: found.problems ?? [] };
  }
  try {
    if (bytes.length > LARGEST) throw new NotRead("It is too large. The limit for a pack is 20 MB.");
    return start === "%PDF-" ? draftOf(carriedByPdf(bytes), model) : ofOffice(new OfficePackage(bytes), model);
  } catch (error) {
    if (error instanceof NotRead) return { problems: [{ says: error.message }] };
    throw error;
  }
}

/** @param {OfficePackage} parts @param {Model} model @returns {Home | {problems: Refusal[]} | null} */
function ofOffice(parts, model) {
  const comparable = comparer(model.shared.hidden);
  const home = draftOf(fromProperties(parts.properties()), model);
  if (!home || !("carried" in home) || !home.carried || !parts.document()) return home;
  const returned = compare(home.carried, readEdited(parts, comparable), comparable);
  return { ...home, returned: { ...returned, unread: [...returned.unread, ...clausesSince(home.network, home.carried, model, comparable)] } };
}

/** Shared clauses of the role that have come and gone since the file left. @param {Network} network @param {Carried} carried @param {Model} model @param {(text: string) => string} comparable */
function clausesSince(network, { sent }, { role, texts }, comparable) {
  const headings = new Map([...role.clauses, ...role.other_clauses].map(({ id, heading }) => [id, heading]));
  const today = laidClauses(role, texts, fittingOf(overlayOf(network, role), { role, texts })).map(({ id }) => id);
  return otherClauses(sent, today, headings, comparable);
}

/** The draft that a file carries; of a base role, a new one. @param {string | null} text @param {Model} model @returns {Home | {problems: Refusal[]} | null} */
function draftOf(text, model) {
  if (text === null) return null;
  const carried = readCarried(text);
  if (carried.role !== model.role.role) return { problems: [{ says: "It is the pack of another role. Open it on the page of that role.", role: carried.role }] };
  if (!carried.network) return { network: begun(model.role), carried };
  const found = networkOf(carried.network, model);
  return found.network ? { network: found.network, carried } : { problems: found.mistakes.map(({ says }) => ({ says })) };
}
