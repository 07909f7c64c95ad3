// The paragraphs of a Word file: of its body, then of its headers, footers and notes: the same as `knowledge/source_documents/word.py`.
import { headingLevels } from "../drafts/edited.js";
import { OfficePackage } from "../drafts/package.js";
import { Refused, wholeLine } from "./reading.js";
import { pageLines } from "./webpage.js";
import { UNREAD_MARKS } from "./wordbegins.js";
import { isOff, named } from "./wordelements.js";
import { WordParagraphs } from "./wordparagraphs.js";
/** @import { Reading } from "./reading.js" */
/** @import { SourceLine } from "./types" */

const PARTS = /\.(xml|rels|html?|docx)$/i;
const KINDS = ["header", "footer", "footnotes", "endnotes"];
const BESIDE = /^word\/(header|footer|footnotes|endnotes)\d*\.xml$/;

/**
 * The paragraphs of a Word file. A file that stands `inside` another is read without the files inside it.
 * @param {Uint8Array} bytes
 * @param {Reading} reading
 * @param {boolean} [inside]
 * @returns {SourceLine[]}
 */
export function wordLines(bytes, reading, inside = false) {
  const parts = new OfficePackage(bytes, PARTS);
  const main = [parts.main ?? "", "word/document.xml"].find((part) => parts.files.has(part));
  if (!main) throw new Refused("document-unknown", { what: "This is a zip file without a document" });
  const reader = new Reader(parts, main, reading, inside);
  return [...reader.lines(main), ...reader.beside()];
}

class Reader {
  /** @param {OfficePackage} parts @param {string} main @param {Reading} reading @param {boolean} inside */
  constructor(parts, main, reading, inside) {
    this.parts = parts;
    this.reading = reading;
    this.inside = inside;
    this.related = parts.named(main);
    this.styles = unreadStyles(this.first("styles"));
    this.levels = headingLevels(this.first("styles"));
    const comments = [...(this.first("comments")?.children ?? [])].filter(({ localName }) => localName === "comment");
    reading.count("comment", comments.length);
    reading.count("drawing with words", this.related.filter(({ kind }) => kind === "diagramData").length);
  }

  /** @param {string} kind */
  first(kind) {
    return this.parts.part(this.related.find((one) => one.kind === kind && this.parts.files.has(one.target))?.target);
  }

  /** The paragraphs of headers, footers and notes. What several headers or footers say alike is read once. */
  *beside() {
    /** @type {Set<string>} */
    const said = new Set();
    const known = new Map(this.related.filter(({ kind, target }) => KINDS.includes(kind) && this.parts.files.has(target)).map(({ kind, target }) => [target, kind]));
    if (!known.size) for (const part of this.parts.files.keys()) if (BESIDE.test(part)) known.set(part, BESIDE.exec(part)?.[1] ?? "");
    for (const [part, kind] of [...known].sort(([one], [other]) => (one < other ? -1 : 1))) {
      const here = this.lines(part, `${kind}, `);
      yield* here.filter(({ text }) => !said.has(text.trim()));
      if (kind === "header" || kind === "footer") for (const { text } of here) said.add(text.trim());
    }
  }

  /** @param {string} part @param {string} [beside] @returns {SourceLine[]} */
  lines(part, beside = "") {
    const root = this.parts.part(part);
    if (!root) return [];
    const found = new WordParagraphs(this.styles, this.levels, this.reading).read(root);
    return found.flatMap(({ number, text, unfilled, layout, chunk }) =>
      chunk === undefined ? [wholeLine(text, `${beside}paragraph ${number}`, number, unfilled, layout)] : this.chunk(part, chunk, number, beside));
  }

  /** The paragraphs of a file that stands inside: a web page or another Word file. @param {string} part @param {string} id @param {number} number @param {string} beside */
  chunk(part, id, number, beside) {
    const target = this.parts.named(part).find((one) => one.id === id)?.target ?? "";
    const bytes = this.parts.files.get(target) ?? new Uint8Array();
    const where = `${beside}file inside at paragraph ${number}, `;
    const start = new TextDecoder().decode(bytes.slice(0, 200)).trimStart();
    const lines = start.startsWith("PK") && !this.inside ? wordLines(bytes, this.reading, true) : start.startsWith("<") ? pageLines(bytes, this.reading) : null;
    if (!lines) this.reading.count("file inside it");
    return (lines ?? []).map((line) => wholeLine(line.text, `${where}${line.label}`, number, line.unfilled));
  }
}

/** Styles whose text is hidden or struck out: by id, with what it is. @param {Element | null} root */
function unreadStyles(root) {
  /** @type {Map<string, string>} */
  const found = new Map();
  for (const style of [...(root?.children ?? [])].filter(({ localName }) => localName === "style")) {
    const marks = [...style.children].filter(({ localName }) => localName === "rPr").flatMap(({ children }) => [...children]);
    for (const mark of marks) if (UNREAD_MARKS.hasOwnProperty(mark.localName) && !isOff(mark)) found.set(named(style, "styleId"), UNREAD_MARKS[mark.localName]);
  }
  return found;
}
