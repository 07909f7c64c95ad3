// A file of an office program opened in the browser and packed again. The build made it; here its words are changed, and nothing else.
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { must } from "./wordxml.js";

/** The first day that a zip can say, so that the same words give the same file. */
export const EARLIEST = new Date(1980, 0, 1);
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';

export class OfficeFile {
  /** Open a file that is written in base64. @param {string} base64 @param {RegExp} edited the parts that are changed @param {string} type */
  constructor(base64, edited, type) {
    this.type = type;
    this.files = unzipSync(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
    this.parts = new Map(Object.keys(this.files).filter((name) => edited.test(name)).map((name) => [name, this.parsed(name)]));
  }

  /** @param {string} name */
  parsed(name) {
    return new DOMParser().parseFromString(strFromU8(must(this.files[name], name)), "application/xml");
  }

  /** A part of the file as a document. @param {string} name */
  part(name) {
    return must(this.parts.get(name), name);
  }

  /** A part that is not changed, read. @param {string} name */
  read(name) {
    return this.parsed(name).documentElement;
  }

  /** Put a text in the place of a part. @param {string} name @param {string} text */
  write(name, text) {
    this.files[name] = strToU8(text);
  }

  /** Take a part away. @param {string} name */
  remove(name) {
    delete this.files[name];
    this.parts.delete(name);
  }

  /** The file with its changes. */
  bytes() {
    const writer = new XMLSerializer();
    /** @type {import("fflate").Zippable} */
    const packed = {};
    for (const [name, content] of Object.entries(this.files)) {
      const part = this.parts.get(name);
      packed[name] = [part ? strToU8(HEAD + writer.serializeToString(part.documentElement)) : content, { mtime: EARLIEST }];
    }
    return zipSync(packed, { level: 6 });
  }

  /** The same, to be handed over. */
  blob() {
    return new Blob([this.bytes()], { type: this.type });
  }
}
