// The paragraphs of a part of a Word file, and what is left out counted: the same as `knowledge/source_documents/word_paragraphs.py`.
import { NO_LAYOUT } from "./layout.js";
import { BEGINS } from "./wordbegins.js";
import { local, named } from "./wordelements.js";
import { WordLayout } from "./wordlayout.js";
import { walk } from "./xmlwalk.js";
/** @import { Reading } from "./reading.js" */
/** @import { LineLayout, Stretch } from "./types" */

/**
 * @typedef {{number: number, text: string, unfilled: Stretch[], layout: LineLayout, chunk?: string}} Paragraph With the id of a file that stands inside, where it is one.
 * @typedef {{number: number, text: string, unfilled: Stretch[], unread: string, joins: boolean}} Open
 * @typedef {{form: boolean, shown: boolean, length: number, choices: string[], chosen: number}} Field
 */

/** @type {Record<string, string>} */
const SIGNS = { tab: "\t", ptab: "\t", br: " ", cr: " ", noBreakHyphen: "-" };
const NOT_READ = new Set(["Fallback", "moveFrom", "del"]);
const BLANK = "____";
const LARGE = 3_000_000; // the length in Word’s units from which on a picture may be a picture of a page

export class WordParagraphs {
  /** @param {Map<string, string>} unreadStyles by id, what is said of their text @param {Map<string, number>} levels the level of each style that is a heading @param {Reading} reading */
  constructor(unreadStyles, levels, reading) {
    this.styles = unreadStyles;
    this.layout = new WordLayout(levels);
    this.reading = reading;
    this.begun = 0;
    /** @type {Open[]} */
    this.open = [];
    /** @type {Paragraph[]} */
    this.done = [];
    /** @type {string[]} */
    this.above = [];
    /** @type {boolean[]} */
    this.prompts = [];
    /** @type {boolean[]} */
    this.rows = [];
    /** @type {Field[]} */
    this.fields = [];
    /** @type {Open | null} */
    this.carried = null;
    this.unread = "";
    this.large = false;
  }

  /** The paragraphs with text, in the order in which they begin. @param {Element} root */
  read(root) {
    walk(root, { begin: (element) => this.begin(element), text: (words) => this.text(words), end: () => this.end() });
    if (this.carried) this.paragraphEnds({ ...this.carried, joins: false }, NO_LAYOUT);
    return this.done.sort((one, other) => one.number - other.number).filter(({ text, chunk }) => chunk !== undefined || text.trim());
  }

  /** @param {Element} element */
  begin(element) {
    const name = local(element);
    const above = this.above[this.above.length - 1] ?? "";
    this.layout.begin(name, element, this.above);
    this.above.push(name);
    if (NOT_READ.has(name) && above !== "rPr" && above !== "trPr") return false;
    if (above === "r" && SIGNS.hasOwnProperty(name)) this.keep(SIGNS[name]);
    else BEGINS.get(name)?.(this, element, name);
    return true;
  }

  /** @param {string} words */
  text(words) {
    if (this.above[this.above.length - 1] === "t") this.keep(words);
  }

  end() {
    const name = this.above.pop() ?? "";
    const layout = this.layout.end(name);
    if (NOT_READ.has(name)) return;
    const ended = name === "p" ? this.open.pop() : undefined;
    if (ended) this.paragraphEnds(ended, layout);
    else if (name === "r") this.unread = "";
    else if (name === "tr") this.rows.pop();
    else if (name === "sdt") this.prompts.pop();
  }

  get last() {
    return this.open[this.open.length - 1];
  }

  get field() {
    return this.fields[this.fields.length - 1];
  }

  /** Whether the elements around this one are these, the nearest last. @param {...string} names */
  within(...names) {
    return names.every((name, index) => this.above[this.above.length - 1 - names.length + index] === name);
  }

  paragraph() {
    this.begun += 1;
    this.open.push({ ...(this.carried ?? { number: this.begun, text: "", unfilled: [] }), joins: false, unread: "" });
    this.carried = null;
  }

  /** The end of a paragraph, or a whole row, was deleted under tracked changes. */
  deleted() {
    if (this.within("trPr") && this.rows.length) this.rows[this.rows.length - 1] = true;
    else if (this.within("pPr", "rPr") && this.last) this.last.joins = true;
  }

  /** @param {Element} element @param {string} name */
  style(element, name) {
    const what = this.styles.get(named(element, "val")) ?? "";
    if (what && name === "rStyle" && this.within("r", "rPr")) this.unread = what;
    else if (what && name === "pStyle" && this.last) this.last.unread = what;
  }

  /** @param {Element} element */
  fieldSign(element) {
    const sign = named(element, "fldCharType");
    if (sign === "begin") this.fields.push({ form: false, shown: false, length: 0, choices: [], chosen: 0 });
    else if (sign === "separate" && this.field) this.field.shown = true;
    else if (sign === "end") this.fieldEnds(this.fields.pop());
  }

  /** @param {Field | undefined} ended */
  fieldEnds(ended) {
    if (ended?.choices.length) this.keep(ended.choices[Math.min(ended.chosen, ended.choices.length - 1)]);
    else if (ended?.form && !ended.length && this.last) {
      this.prompts.push(true);
      this.keep(BLANK);
      this.prompts.pop();
    }
  }

  /** @param {Element} element */
  size(element) {
    this.large = ["cx", "cy"].every((side) => Number(element.getAttribute(side) ?? 0) > LARGE);
  }

  /** @param {string} text */
  keep(text) {
    const paragraph = this.last;
    if (!paragraph || this.rows.some(Boolean)) return;
    if (this.unread) {
      if (text.trim()) this.reading.count(this.unread);
      return;
    }
    if (this.field?.form && this.field.shown) this.field.length += text.trim().length;
    if (this.prompts.some(Boolean) && text.trim()) {
      const [at, end] = [paragraph.text.length, paragraph.text.length + text.length];
      const before = paragraph.unfilled[paragraph.unfilled.length - 1];
      if (before && before[1] === at) before[1] = end;
      else paragraph.unfilled.push([at, end]);
    }
    this.layout.text(text);
    paragraph.text += text;
  }

  /** @param {Open} ended @param {LineLayout} layout */
  paragraphEnds(ended, layout) {
    if (ended.joins) this.carried = ended;
    else this.done.push({ number: ended.number, text: ended.text, unfilled: ended.unfilled, layout });
  }
}
