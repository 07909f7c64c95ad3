// What a PDF pack carries: its associated file, found by its mark in the bytes. A stream is never inside another object, so no map is needed.
import { strFromU8, Unzlib } from "fflate";
import { unpacked } from "./packing.js";

const MARK = /\/EmbeddedFile(?![A-Za-z])/g;
const OURS = /^fingerpost: \d/m;
const FAR = 2000; // bytes that the description of a stream may have

/** The text that a PDF carries, or nothing. Throws NotRead where it is damaged. @param {Uint8Array} bytes */
export function carriedByPdf(bytes) {
  const letters = strFromU8(bytes, true);
  for (const { index = 0 } of letters.matchAll(MARK)) {
    const text = streamAt(bytes, letters, index);
    if (text && OURS.test(text)) return text;
  }
  return null;
}

/** The text of the stream that a mark describes. @param {Uint8Array} bytes @param {string} letters the same, one for each byte @param {number} mark */
function streamAt(bytes, letters, mark) {
  const start = letters.lastIndexOf(" obj", mark);
  const word = /\bstream\r?\n/.exec(letters.slice(mark, mark + FAR));
  if (start === -1 || mark - start > FAR || !word) return "";
  const described = letters.slice(start, mark + word.index);
  const from = mark + word.index + word[0].length;
  const length = /\/Length (\d+)(?! \d+ R)/.exec(described)?.[1];
  const end = length ? from + Number(length) : letters.indexOf("endstream", from);
  const stream = bytes.subarray(from, end === -1 ? undefined : end);
  if (!described.includes("/Filter")) return strFromU8(stream);
  return /\/Filter\s*\[?\s*\/FlateDecode/.test(described) ? unpacked(stream, Unzlib) : "";
}
