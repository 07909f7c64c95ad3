// A Word file opened in the browser and packed again. The build made it; here its words are changed, and nothing else.
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { must } from "./wordxml.js";

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const EARLIEST = new Date(1980, 0, 1); // the first day that a zip can say, so that the same words give the same file
const EDITED = /^(word\/(document|numbering|header\d+|footer\d+)|docProps\/core)\.xml$/;

export class WordFile {
  /** Open a file that is written in base64. @param {string} base64 */
  constructor(base64) {
    this.files = unzipSync(Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0)));
    const parser = new DOMParser();
    this.parts = new Map(
      Object.keys(this.files).filter((name) => EDITED.test(name)).map((name) => [name, parser.parseFromString(strFromU8(this.files[name]), "application/xml")]),
    );
  }

  /** A part of the file as a document. @param {string} name */
  part(name) {
    return must(this.parts.get(name), name);
  }

  /** A part that is not changed, read. @param {string} name */
  read(name) {
    return new DOMParser().parseFromString(strFromU8(must(this.files[name], name)), "application/xml").documentElement;
  }

  /** Put a text in the place of a part. @param {string} name @param {string} text */
  write(name, text) {
    this.files[name] = strToU8(text);
  }

  /** The body of the document. */
  get body() {
    return must(this.part("word/document.xml").documentElement.firstElementChild, "body");
  }

  /** The file with its changes. */
  blob() {
    const writer = new XMLSerializer();
    const head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
    /** @type {import("fflate").Zippable} */
    const packed = {};
    for (const [name, content] of Object.entries(this.files)) {
      const part = this.parts.get(name);
      const bytes = part ? strToU8(head + writer.serializeToString(part.documentElement)) : content;
      packed[name] = [bytes, { mtime: EARLIEST }];
    }
    return new Blob([zipSync(packed, { level: 6 })], { type: DOCX });
  }
}
