// The paragraphs of a Word file as blocks, with controls, bookmarks, rows, tracked changes and comments: the same as `knowledge/source_documents/edited_reader.py`.
// Words are those that stand once every tracked change is accepted.
import { STEPS } from "./steps.js";
import { childOf, wordAttribute, wordName } from "./xml.js";
/** @import { Block, ControlSpan, Remark, TrackedMark } from "./types" */

const SIGNS = new Map([["w:tab", "\t"], ["w:ptab", "\t"], ["w:br", "\n"], ["w:cr", "\n"], ["w:noBreakHyphen", "-"], ["w:softHyphen", ""]]);
const TRACKED = new Map([["w:del", "deleted"], ["w:moveFrom", "deleted"], ["w:ins", "inserted"], ["w:moveTo", "moved"]]);
const GONE = new Set(["w:del", "w:moveFrom"]);
const PASSED = new Set(["w:pPr", "w:rPr", "w:sdtPr", "w:sdtEndPr", "w:tblPr", "w:tblGrid", "w:trPr", "w:tcPr", "w:sectPr", "w:instrText", "mc:Fallback"]);
const CONTENTS = "Table of Contents";
/** The level of lines of the contents. They are not read. */
export const CONTENTS_LINE = -1;

/** Walks the XML. A paragraph is open while its words are read; those inside it, as in a text box, come after it. */
export class BlockReader {
  /**
   * @param {Map<string, number>} levels the level of each style that is a heading
   * @param {Map<string, Remark>} comments by their number in the file
   * @param {(text: string) => string} comparable words as they are compared
   */
  constructor(levels, comments, comparable) {
    this.levels = levels;
    this.known = comments;
    this.comparable = comparable;
    this.anchored = new Set();
    /** @type {string[]} */
    this.unread = [];
    this.tables = 0;
    this.begin();
  }

  begin() {
    /** @type {Block[]} */
    this.blocks = [];
    /** @type {Block[]} */
    this.open = [];
    this.joining = false;
    /** @type {[tag: string, title: string][]} */
    this.controls = [];
    /** @type {Omit<TrackedMark, "text">[]} */
    this.marks = [];
    /** @type {{table: number, row: number, cell: number}} */
    this.place = { table: 0, row: 0, cell: 0 };
    /** @type {ControlSpan[]} */
    this.spans = [];
  }

  /** The blocks of a body or of a note. @param {Element} root @returns {Block[]} */
  read(root) {
    this.begin();
    this.children(root);
    const kept = this.blocks.filter(({ text, marks, comments }) => text.trim() || marks.length || comments.length);
    for (const block of kept) block.says = this.comparable(block.text);
    return kept.filter(({ heading }) => heading !== CONTENTS_LINE);
  }

  /** @param {Element} element */
  children(element) {
    for (const child of element.children) this.element(child);
  }

  /** @param {Element} element */
  element(element) {
    const name = wordName(element);
    if (PASSED.has(name)) return;
    const step = STEPS.get(name);
    const kind = TRACKED.get(name);
    if (step) step(this, element);
    else if (SIGNS.has(name)) this.say(SIGNS.get(name) ?? "");
    else if (kind) this.tracked(element, this.marks[this.marks.length - 1]?.kind === "deleted" ? "deleted" : kind, () => this.children(element));
    else this.children(element);
  }

  /** @param {string} words */
  say(words) {
    const block = this.open[this.open.length - 1];
    if (!block || !words) return;
    const mark = this.marks[this.marks.length - 1];
    if (mark) block.marks.push({ ...mark, text: words });
    if (mark?.kind === "deleted") return;
    block.text += words;
    block.moved ||= mark?.kind === "moved";
    for (const span of this.spans) span.text += words;
  }

  /** @param {Element} by what says who made the change @param {string} kind @param {() => void} within */
  tracked(by, kind, within) {
    this.marks.push({ kind, author: wordAttribute(by, "author"), day: wordAttribute(by, "date").slice(0, 10) });
    within();
    this.marks.pop();
  }

  /** @param {Element} element */
  paragraph(element) {
    const properties = childOf(element, "w:pPr");
    const block = this.begun(properties);
    this.open.push(block);
    this.children(element);
    this.open.pop();
    const look = [...(childOf(properties, "w:rPr")?.children ?? [])].map(wordName);
    this.joining = look.some((name) => GONE.has(name));
    block.moved ||= look.includes("w:moveTo");
  }

  /** The paragraph that begins, or the one before where its mark was deleted: it goes on, unless nothing is left of it. @param {Element | undefined} properties */
  begun(properties) {
    const before = this.blocks[this.blocks.length - 1];
    if (this.joining && before && !this.open.length && before.text.trim()) return before;
    const style = wordAttribute(childOf(properties, "w:pStyle"), "val");
    const [tag, title] = this.controls[this.controls.length - 1] ?? ["", ""];
    const listed = Boolean(childOf(properties, "w:numPr")) || style.startsWith("List");
    /** @type {Block} */
    const block = { text: "", says: "", heading: this.levels.get(style) ?? 0, listed, tag, title, bookmarks: [], spans: [], ...this.place, marks: [], comments: [], moved: false, note: false };
    this.blocks.push(block);
    return block;
  }

  /** @param {Element} element */
  control(element) {
    const properties = childOf(element, "w:sdtPr");
    if ([...(properties?.getElementsByTagName("*") ?? [])].some((each) => wordAttribute(each, "val") === CONTENTS)) return;
    const [tag, title] = ["w:tag", "w:alias"].map((name) => wordAttribute(childOf(properties, name), "val"));
    const block = this.open[this.open.length - 1];
    const span = { tag, title, text: "" };
    if (block) {
      block.spans.push(span);
      this.spans.push(span);
    } else this.controls.push([tag, title]);
    for (const child of element.children) if (wordName(child) === "w:sdtContent") this.children(child);
    if (block) this.spans.pop();
    else this.controls.pop();
  }

  /** @param {Element} element */
  comment(element) {
    const number = wordAttribute(element, "id");
    const comment = this.known.get(number);
    const block = this.open[this.open.length - 1];
    if (!comment || !block || this.anchored.has(number)) return;
    this.anchored.add(number);
    block.comments.push(comment);
  }
}
