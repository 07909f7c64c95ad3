// The lines of a plain text file: the same as `knowledge/source_documents/plain.py`.
import { plainCells } from "./plaintable.js";
import { Refused } from "./reading.js";
/** @import { SourceLine } from "./types" */

const ENDS = /\r\n|[\n\v\f\r\x85\u2028\u2029]/;

/** A text in UTF-8, UTF-16 with its mark, or the older encoding of Windows. @param {Uint8Array} bytes */
export function decoded(bytes) {
  const [first, second] = bytes;
  const wide = first === 0xff && second === 0xfe ? "utf-16le" : first === 0xfe && second === 0xff ? "utf-16be" : "utf-8";
  try {
    return new TextDecoder(wide, { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** @param {Uint8Array} bytes @returns {SourceLine[]} */
export function plainLines(bytes) {
  const text = decoded(bytes);
  const unknown = text.split("\ufffd").length - 1;
  if (text.includes("\0") || unknown > Math.floor(text.length / 100)) throw new Refused("document-unknown", { what: "This is not a document of a kind that is known here" });
  const lines = text.split(ENDS);
  if (lines[lines.length - 1] === "") lines.pop();
  const layouts = plainCells(lines);
  return lines.map((line, index) => ({ text: line, label: `line ${index + 1}`, number: index + 1, wraps: true, unfilled: [], layout: layouts[index] }));
}
