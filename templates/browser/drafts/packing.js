// Text made small, for the properties of a file and for links; and made whole again, by whoever may have written it.
import { deflateSync, Inflate, strFromU8, strToU8 } from "fflate";
/** @import { Unzlib } from "fflate" */

const LARGEST = 1_000_000; // bytes of a text
const CHUNK = 16_384; // bytes unpacked at once, so that no more than they hold lies beyond the largest text

/** A file or link that cannot be read. The message says why, to the person who opened it. */
export class NotRead extends Error {}

/** What is said of a text that is no longer whole. */
export const CUT = "What it was made from was cut off or changed. Ask for it as it was sent, or for the saved file (.yaml).";

/** @param {string} text */
export function packed(text) {
  return deflateSync(strToU8(text), { level: 9 });
}

/**
 * Text that was packed, in small steps. Throws NotRead for what is too large, cut off or no text.
 * @param {Uint8Array} small
 * @param {typeof Inflate | typeof Unzlib} [Unpacker]
 */
export function unpacked(small, Unpacker = Inflate) {
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
    for (let at = 0; at < small.length; at += CHUNK) unpacker.push(small.subarray(at, at + CHUNK), at + CHUNK >= small.length);
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
