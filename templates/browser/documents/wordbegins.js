// What each element of a Word file does where it begins, as its paragraphs are read.
import { NO_LAYOUT } from "./layout.js";
import { isOff, named } from "./wordelements.js";
/** @import { WordParagraphs } from "./wordparagraphs.js" */

/** Properties of text that nobody is meant to read, and what such text is called. @type {Record<string, string>} */
export const UNREAD_MARKS = { vanish: "hidden text", strike: "struck-out text", dstrike: "struck-out text" };

/** A sign by its code, or nothing where the code is none. @param {string} code */
const symbol = (code) => (/^[0-9A-CEFa-cef][0-9A-Fa-f]{3}$/.test(code) ? String.fromCharCode(Number.parseInt(code, 16)) : "");

/** What each element does where it begins. @type {Map<string, (taken: WordParagraphs, element: Element, name: string) => void>} */
export const BEGINS = new Map(Object.entries({
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
