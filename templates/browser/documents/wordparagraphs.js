// The paragraphs of a part of a Word file, and what is left out counted: the same as `knowledge/source_documents/word_paragraphs.py`.
import { NO_LAYOUT } from "./layout.js";
import { WordLayout } from "./wordlayout.js";
import { walk } from "./xmlwalk.js";
/** @import { Reading } from "./reading.js" */
/** @import { LineLayout, Stretch } from "./types" */

/**
 * @typedef {{number: number, text: string, unfilled: Stretch[], layout: LineLayout, chunk?: string}} Paragraph With the id of a file that stands inside, where it is one.
 * @typedef {{number: number, text: string, unfilled: Stretch[], unread: string, joins: boolean}} Open
 * @typedef {{form: boolean, shown: boolean, length: number, choices: string[], chosen: number}} Field
 */

const WORD = /^http:\/\/(?:schemas\.openxmlformats\.org\/wordprocessingml\/2006|purl\.oclc\.org\/ooxml\/wordprocessingml)\/main$/;
/** @type {[RegExp, string[]][]} */
const OTHERS = [
  [/markup-compatibility\/2006$/, ["Fallback"]],
  [/officeDocument\/2006\/math$/, ["t"]],
  [/drawingml\/(?:2006\/)?wordprocessingDrawing$/, ["extent"]],
  [/drawingml\/(?:2006\/)?picture$/, ["pic"]],
];
/** @type {Record<string, string>} */
const SIGNS = { tab: "\t", ptab: "\t", br: " ", cr: " ", noBreakHyphen: "-" };
const NOT_READ = new Set(["Fallback", "moveFrom", "del"]);
/** Properties of text that nobody is meant to read, and what such text is called. @type {Record<string, string>} */
export const UNREAD_MARKS = { vanish: "hidden text", strike: "struck-out text", dstrike: "struck-out text" };
const BLANK = "____";
const LARGE = 3_000_000; // the length in Word’s units from which on a picture may be a picture of a page
const OFF = ["0", "false", "off"];

/** The name of an element of Word’s, or of one beside them that matters; or nothing. @param {Element} element */
function local({ namespaceURI, localName }) {
  const space = namespaceURI ?? "";
  if (WORD.test(space)) return localName;
  return OTHERS.some(([pattern, names]) => names.includes(localName) && pattern.test(space)) ? localName : "";
}

/** The value of an attribute that has a namespace. @param {Element} element @param {string} name */
export function named(element, name) {
  return [...element.attributes].find(({ localName, namespaceURI }) => namespaceURI && localName === name)?.value ?? "";
}

/** Whether a property says that it does not hold. @param {Element} element */
export const isOff = (element) => OFF.includes(named(element, "val"));

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

/** A sign by its code, or nothing where the code is none. @param {string} code */
const symbol = (code) => (/^[0-9A-CEFa-cef][0-9A-Fa-f]{3}$/.test(code) ? String.fromCharCode(Number.parseInt(code, 16)) : "");

/** What each element does where it begins. @type {Map<string, (taken: WordParagraphs, element: Element, name: string) => void>} */
const BEGINS = new Map(Object.entries({
  p: (taken) => taken.paragraph(),
  r: (taken) => {
    taken.unread = taken.last?.unread ?? "";
  },
  tr: (taken) => taken.rows.push(false),
  sdt: (taken) => taken.prompts.push(false),
  showingPlcHdr: (taken, element) => {
    if (taken.prompts.length && !isOff(element)) taken.prompts[taken.prompts.length - 1] = true;
  },
  del: (taken) => taken.deleted(),
  pStyle: (taken, element, name) => taken.style(element, name),
  rStyle: (taken, element, name) => taken.style(element, name),
  fldChar: (taken, element) => taken.fieldSign(element),
  textInput: (taken) => {
    if (taken.field) taken.field.form = true;
  },
  listEntry: (taken, element) => taken.field?.choices.push(named(element, "val")),
  result: (taken, element) => {
    if (taken.field) taken.field.chosen = Number(/^\d+$/.exec(named(element, "val"))?.[0] ?? 0);
  },
  sym: (taken, element) => taken.keep(symbol(named(element, "char"))),
  altChunk: (taken, element) => taken.done.push({ number: taken.begun, text: "", unfilled: [], layout: NO_LAYOUT, chunk: named(element, "id") }),
  extent: (taken, element) => taken.size(element),
  pic: (taken) => {
    if (taken.large) taken.reading.count("large picture");
  },
  ...Object.fromEntries(Object.entries(UNREAD_MARKS).map(([name, what]) => [name, (/** @type {WordParagraphs} */ taken, /** @type {Element} */ element) => {
    if (taken.within("r", "rPr")) taken.unread = isOff(element) ? "" : what;
  }])),
}));
