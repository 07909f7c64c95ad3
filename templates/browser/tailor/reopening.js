// A file that somebody opens, of any kind that leaves here: the saved file, a Word pack with what people changed in it, a workbook, a PDF.
import { strFromU8 } from "fflate";
import { brought } from "../bringing/bring.js";
import { fromProperties, readCarried } from "../drafts/carried.js";
import { compare } from "../drafts/compare.js";
import { comparer, readEdited } from "../drafts/edited.js";
import { OfficePackage } from "../drafts/package.js";
import { NotRead } from "../drafts/packing.js";
import { carriedByPdf } from "../drafts/pdf.js";
import { begun } from "./draft.js";
import { networkOf, opened } from "./opening.js";
/** @import { Said } from "./remembered.js" */
/** @import { Carried, Returned } from "../drafts/types" */
/** @import { Model, Network } from "./types" */

const LARGEST = 20_000_000; // bytes of a pack that somebody added pictures to
const NOTHING = "It does not say what it was made from. A pack keeps that when it is saved in Word or LibreOffice; its words alone, pasted into another document, do not. Open the file that was sent, or the saved file that ends in .yaml. The guide ‘Make your network’s pack’ says how to bring in a document of your own.";

/** Why a file was not opened: a line, where the file has lines, and the page to open it on, where it is another role’s. @typedef {{line?: number, says: string, role?: string}} Refusal */
/**
 * What a file brings home: the draft, and for an edited Word file what was changed in it since.
 * @typedef {{network: Network, said?: Said, notes?: boolean, carried?: Carried, returned?: Returned}} Home
 */

/**
 * What a file brings home, or every reason why not.
 * @param {Uint8Array} bytes
 * @param {Model} model
 * @param {Network} here the draft that a document of somebody’s own goes into
 * @param {(text: string) => boolean} wrong whether a rule speaks against words
 * @returns {Home | {problems: Refusal[]}}
 */
export function homeOf(bytes, model, here, wrong) {
  const start = strFromU8(bytes.subarray(0, 5), true);
  const ours = start.startsWith("PK") || start === "%PDF-";
  if (!ours) {
    if (bytes.length > model.shared.largest) return { problems: [{ line: 1, says: "This file is too large. A network’s file has less than 1 MB." }] };
    const found = opened(strFromU8(bytes), model);
    return found.network ? { network: found.network, said: found.said, notes: found.notes } : { problems: found.problems ?? [] };
  }
  try {
    if (bytes.length > LARGEST) throw new NotRead("It is too large. A pack has less than 20 MB.");
    return start === "%PDF-" ? draftOf(carriedByPdf(bytes), model) : ofOffice(new OfficePackage(bytes), model, here, wrong);
  } catch (error) {
    if (error instanceof NotRead) return { problems: [{ says: error.message }] };
    throw error;
  }
}

/** @param {OfficePackage} parts @param {Model} model @param {Network} here @param {(text: string) => boolean} wrong @returns {Home | {problems: Refusal[]}} */
function ofOffice(parts, model, here, wrong) {
  const text = fromProperties(parts.properties());
  const comparable = comparer(model.shared.hidden);
  if (text === null && parts.document()) {
    const { blocks, unread } = readEdited(parts, comparable);
    return { network: here, ...brought(blocks, unread, model, here, wrong) };
  }
  const home = draftOf(text, model);
  if (!("carried" in home) || !home.carried || !parts.document()) return home;
  return { ...home, returned: compare(home.carried, readEdited(parts, comparable), comparable) };
}

/** The draft that a file carries; of a base role, a new one. @param {string | null} text @param {Model} model @returns {Home | {problems: Refusal[]}} */
function draftOf(text, model) {
  if (text === null) throw new NotRead(NOTHING);
  const carried = readCarried(text);
  if (carried.role !== model.role.role) return { problems: [{ says: "It is the pack of another role. Open it on the page of that role.", role: carried.role }] };
  if (!carried.network) return { network: begun(model.role), carried };
  const found = networkOf(carried.network, model);
  return found.network ? { network: found.network, carried } : { problems: found.mistakes.map(({ says }) => ({ says })) };
}
