// What a file is, by its first bytes, and its lines; or what it is and what helps: the same as `knowledge/source_documents/kinds.py`.
import { NotRead } from "../drafts/packing.js";
import { BlockMaker } from "./blocks.js";
import { openLines } from "./opendocument.js";
import { plainLines } from "./plaintext.js";
import { DAMAGED, Reading, Refused } from "./reading.js";
import { richLines } from "./richtext.js";
import { isWebPage, pageLines } from "./webpage.js";
import { wordLines } from "./word.js";
import { zipNames } from "./zipnames.js";
/** @import { ReaderData, SourceDocument, SourceLine } from "./types" */

const LARGEST = 20_000_000; // bytes of a document
const OLD_OFFICE = "\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1";
const MAIL = /^(?:[A-Za-z-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){1,40}/;
/** @type {[string, string][]} */
const PICTURES = [["\u0089PNG", "PNG"], ["\u00ff\u00d8\u00ff", "JPEG"], ["GIF8", "GIF"], ["BM", "BMP"], ["II*\0", "TIFF"], ["MM\0*", "TIFF"]];

/** The text of a document. Throws Refused for one that cannot be read. @param {Uint8Array} bytes @param {ReaderData} data @returns {SourceDocument} */
export function readDocument(bytes, data) {
  if (bytes.length > LARGEST) throw new Refused("document-too-large", { size: `${Math.round(bytes.length / 1e6)} MB`, limit: `${LARGEST / 1e6} MB` });
  const reading = new Reading();
  const blocks = new BlockMaker(data).blocks(linesOf(bytes, data, reading), reading.unread);
  if (!blocks.length) throw new Refused("document-empty");
  return { kind: reading.kind, blocks, unread: reading.told(data.unread) };
}

/** @param {Uint8Array} bytes @param {ReaderData} data @param {Reading} reading @returns {SourceLine[]} */
function linesOf(bytes, data, reading) {
  const start = letters(bytes.subarray(0, 4000));
  const said = start.replace(/^\u00ef\u00bb\u00bf/, "").trimStart();
  if (start.startsWith(OLD_OFFICE)) throw oldOffice(bytes);
  if (start.startsWith("PK\u0003\u0004")) return undamaged(() => zipped(bytes, data, reading));
  if (start.slice(0, 1024).includes("%PDF-")) throw new Refused("document-pdf");
  if (said.startsWith("{\\rtf")) return named(reading, "Rich Text file", () => richLines(bytes, reading));
  if (isWebPage(said)) return named(reading, "web page", () => pageLines(bytes, reading));
  if (MAIL.test(said) && /^mime-version:/im.test(said)) throw new Refused("document-unknown", { what: "This is a web page saved as one file (.mht)" });
  if (said.startsWith("<?xml")) throw new Refused("document-unknown", { what: "This is an XML file" });
  const picture = PICTURES.find(([mark]) => start.startsWith(mark))?.[1] ?? (start.slice(4, 8) === "ftyp" ? "HEIC" : "");
  if (picture && start.includes("\0")) throw new Refused("document-picture", { what: `This is a picture (${picture})` });
  return plainLines(bytes);
}

/** One letter for each byte. @param {Uint8Array} bytes */
const letters = (bytes) => String.fromCharCode(...bytes);

/** @template Found @param {Reading} reading @param {string} kind @param {() => Found} read */
function named(reading, kind, read) {
  reading.kind = kind;
  return read();
}

/** @template Found @param {() => Found} read @returns {Found} */
function undamaged(read) {
  try {
    return read();
  } catch (error) {
    throw error instanceof NotRead || error instanceof RangeError ? new Refused("document-unreadable", DAMAGED) : error;
  }
}

/** @param {Uint8Array} bytes @param {ReaderData} data @param {Reading} reading */
function zipped(bytes, data, reading) {
  const { names, kind } = zipNames(bytes);
  if (kind.startsWith("application/vnd.oasis.opendocument.text") && names.includes("content.xml")) return named(reading, "OpenDocument text", () => openLines(bytes, reading));
  const other = Object.entries(data.others).find(([part]) => names.some((name) => name.startsWith(part)));
  if (other && !names.some((name) => name.startsWith("word/"))) throw new Refused("document-unknown", { what: `This is ${other[1]}` });
  return named(reading, "Word file", () => wordLines(bytes, reading));
}

/** A file of the old Office, or a new one with a password, which is packed as an old one. @param {Uint8Array} bytes */
function oldOffice(bytes) {
  let all = "";
  for (let at = 0; at < bytes.length; at += 8192) all += letters(bytes.subarray(at, at + 8192));
  const has = (/** @type {string} */ stream) => all.includes([...stream].join("\0"));
  if (has("EncryptedPackage")) return new Refused("document-locked");
  const other = has("Workbook") ? "an Excel workbook" : has("PowerPoint Document") ? "a PowerPoint file" : "";
  return other ? new Refused("document-unknown", { what: `This is ${other} of an old kind` }) : new Refused("document-old");
}
