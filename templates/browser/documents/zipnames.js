// What is in a zip, before any of it is unpacked but the word that says its kind.
import { strFromU8, unzipSync } from "fflate";
import { Refused, DAMAGED } from "./reading.js";

const LONGEST = 100; // bytes of the word that says the kind

/** The names of the files in a zip, and the kind that it says it is. Throws Refused for one that is damaged. @param {Uint8Array} bytes */
export function zipNames(bytes) {
  /** @type {string[]} */
  const names = [];
  const takes = (/** @type {{name: string, originalSize: number}} */ { name, originalSize }) => {
    names.push(name);
    return name === "mimetype" && originalSize <= LONGEST;
  };
  try {
    const { mimetype } = unzipSync(bytes, { filter: takes });
    return { names, kind: mimetype ? strFromU8(mimetype, true) : "" };
  } catch {
    throw new Refused("document-unreadable", DAMAGED);
  }
}
