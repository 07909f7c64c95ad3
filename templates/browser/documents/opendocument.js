// The paragraphs of an OpenDocument text (ODT): the same as `knowledge/source_documents/open_document.py`.
import { OfficePackage } from "../drafts/package.js";
import { NO_LAYOUT, TableCounter } from "./layout.js";
import { Refused, wholeLine } from "./reading.js";
/** @import { Reading } from "./reading.js" */
/** @import { LineLayout, SourceLine, Stretch } from "./types" */

/** @typedef {{text: string, unfilled: Stretch[], layout: LineLayout}} Paragraph */

const PARTS = /^(mimetype|content\.xml|styles\.xml|META-INF\/manifest\.xml)$/;
const LINES = new Set(["p", "h"]);
const NOT_READ = new Set(
  "tracked-changes annotation annotation-end hidden-paragraph hidden-text ruby-text note-citation bibliography-source table-of-content-source script event-listeners sequence-decls variable-decls user-field-decls".split(" "),
);
const DESCRIBES = new Set(["title", "desc"]); // what a picture or a table shows; `text:title` is a field that prints the document’s title
const TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
/** @type {Record<string, string>} */
const SIGNS = { tab: "\t", "line-break": " ", "soft-page-break": " " };
const APART = new Set(["text-box", "note-body"]);
const CELLS = new Set(["table-cell", "covered-table-cell"]);
const FIELDS = new Set(["text", "textarea", "combobox"]);
const DEEPEST = 200; // elements inside elements that are read

/** The paragraphs of the body, then of the headers and footers, each once. @param {Uint8Array} bytes @param {Reading} reading @returns {SourceLine[]} */
export function openLines(bytes, reading) {
  const parts = new OfficePackage(bytes, PARTS);
  if (new TextDecoder().decode(parts.files.get("META-INF/manifest.xml") ?? new Uint8Array()).includes("encryption-data")) throw new Refused("document-locked");
  const trees = ["content.xml", "styles.xml"].map((name) => parts.part(name)).filter((tree) => tree !== null);
  const reader = new Reader(trees, reading);
  const body = all(trees, "body").flatMap((each) => reader.paragraphs(each));
  const lines = body.map(({ text, unfilled, layout }, index) => wholeLine(text, `paragraph ${index + 1}`, index + 1, unfilled, layout));
  const said = new Set();
  for (const beside of all(trees, "header", "footer", "header-first", "footer-first")) {
    for (const { text, unfilled } of reader.paragraphs(beside)) {
      if (said.has(text.trim())) continue;
      said.add(text.trim());
      lines.push(wholeLine(text, `${beside.localName.replace("-first", "")}, paragraph ${said.size}`, lines.length + 1, unfilled));
    }
  }
  return lines;
}

/** Every element of these names, in order. @param {Element[]} trees @param {...string} names */
function all(trees, ...names) {
  return trees.flatMap((tree) => [...tree.getElementsByTagName("*")].filter(({ localName }) => names.includes(localName)));
}

/** @param {Element} element @param {string} name */
function attribute(element, name) {
  return [...element.attributes].find(({ localName, namespaceURI }) => namespaceURI && localName === name)?.value ?? "";
}

class Reader {
  /** @param {Element[]} trees @param {Reading} reading */
  constructor(trees, reading) {
    this.reading = reading;
    this.unread = new Map(all(trees, "style").map((style) => [attribute(style, "name"), unreadStyle(style)]));
    this.bold = new Set(all(trees, "style").filter(isBold).map((style) => attribute(style, "name")));
    this.tables = new TableCounter();
    this.lists = 0;
    reading.count("comment", all(trees, "annotation").length);
  }

  /** The paragraphs under an element: those of a text box after the one that it is in. @param {Element} root */
  paragraphs(root) {
    /** @type {Paragraph[]} */
    const found = [];
    this.walk(root, found, null, false, 0);
    return found.filter(({ text }) => text.trim());
  }

  /** @param {Element} element @param {Paragraph[]} found @param {Paragraph | null} into @param {boolean} prompt @param {number} depth */
  walk(element, found, into, prompt, depth) {
    for (const child of element.childNodes) {
      if (child instanceof Element) this.element(child, found, into, prompt, depth);
      else if (child.nodeType === Node.TEXT_NODE || child.nodeType === Node.CDATA_SECTION_NODE) add(into, child.nodeValue ?? "", prompt);
    }
  }

  /** @param {Element} child @param {Paragraph[]} found @param {Paragraph | null} into @param {boolean} around @param {number} depth */
  element(child, found, into, around, depth) {
    const name = child.localName;
    if (depth >= DEEPEST || this.leftOut(child, name)) return;
    const prompt = around || name === "placeholder" || attribute(child, "showing-place-holder") === "true";
    let inner = into;
    if (LINES.has(name)) {
      inner = { text: "", unfilled: [], layout: this.stands(child, name) };
      found.push(inner);
    } else if (APART.has(name)) inner = null;
    add(inner, SIGNS[name] ?? "", prompt);
    if (name === "s") add(inner, " ".repeat(Math.min(Number(attribute(child, "c") || "1") || 0, 1000)), prompt);
    this.enters(name, 1);
    this.walk(child, found, inner, prompt, depth + 1);
    this.enters(name, -1);
    const value = FIELDS.has(name) ? attribute(child, "current-value") : "";
    if (value) found.push({ text: value, unfilled: [], layout: NO_LAYOUT });
  }

  /** A list, table, row or cell begins (1) or ends (-1). @param {string} name @param {1 | -1} step */
  enters(name, step) {
    if (name === "list-item") this.lists += step;
    else if (name === "table") step < 0 ? this.tables.tableEnds() : this.tables.table();
    else if (name === "table-row" && step > 0) this.tables.row();
    else if (CELLS.has(name) && step > 0) this.tables.cell();
  }

  /** @param {Element} child @param {string} name */
  stands(child, name) {
    const level = name === "h" ? attribute(child, "outline-level") : "";
    const spans = [...child.children].filter((one) => one.localName === "span" || tail(one).trim());
    const whole = !spans.length || Boolean(lead(child).trim());
    const bold = (whole ? [child] : spans).every((one) => this.bold.has(attribute(one, "style-name")) && (whole || !tail(one)));
    return this.tables.at(/^\d$/.test(level) ? Number(level) : Number(name === "h"), bold, this.lists > 0);
  }

  /** @param {Element} child @param {string} name */
  leftOut(child, name) {
    if (NOT_READ.has(name)) return true;
    if (DESCRIBES.has(name)) return child.namespaceURI !== TEXT;
    const what = name === "span" || LINES.has(name) ? (this.unread.get(attribute(child, "style-name")) ?? "") : "";
    if (what && (child.textContent ?? "").trim()) this.reading.count(what);
    return Boolean(what);
  }
}

/** @param {Paragraph | null} paragraph @param {string} words @param {boolean} prompt */
function add(paragraph, words, prompt) {
  if (!paragraph || !words) return;
  const text = words.replace(/[\r\n]/g, " ");
  if (prompt && text.trim()) paragraph.unfilled.push([paragraph.text.length, paragraph.text.length + text.length]);
  paragraph.text += text;
}

/** What a style says of its text, if nobody is to read it. @param {Element} style */
function unreadStyle(style) {
  for (const properties of [...style.children].filter(({ localName }) => localName === "text-properties")) {
    if (attribute(properties, "display") === "none") return "hidden text";
    if (!["", "none"].includes(attribute(properties, "text-line-through-style"))) return "struck-out text";
  }
  return "";
}

/** Whether a style makes its text bold. @param {Element} style */
const isBold = (style) => [...style.children].some((each) => each.localName === "text-properties" && attribute(each, "font-weight") === "bold");

/** The words of an element before its first child. @param {Element} element */
const lead = ({ firstChild }) => (firstChild && !(firstChild instanceof Element) ? (firstChild.nodeValue ?? "") : "");

/** The words right behind an element. @param {Element} element */
const tail = ({ nextSibling }) => (nextSibling && !(nextSibling instanceof Element) ? (nextSibling.nodeValue ?? "") : "");
