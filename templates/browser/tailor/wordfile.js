// A Word file opened in the browser: the parts of it that are changed.
import { OfficeFile } from "./officefile.js";
import { must } from "./wordxml.js";

const DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
const EDITED = /^(word\/(document|numbering|header\d+|footer\d+)|docProps\/core)\.xml$/;

export class WordFile extends OfficeFile {
  /** Open a file that is written in base64. @param {string} base64 */
  constructor(base64) {
    super(base64, EDITED, DOCX);
  }

  /** The body of the document. */
  get body() {
    return must(this.part("word/document.xml").documentElement.firstElementChild, "body");
  }
}
