// The paragraphs of a web page, alone or inside a Word file: the same as `knowledge/source_documents/web_page.py`.
import { walk } from "./xmlwalk.js";
import { TableCounter } from "./layout.js";
import { wholeLine } from "./reading.js";
/** @import { Reading } from "./reading.js" */
/** @import { LineLayout, SourceLine } from "./types" */

const BREAKS = new Set(
  "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol option p pre section summary table tbody td tfoot th thead tr ul".split(" "),
);
const NOT_READ = new Set("head script style template noscript svg math object iframe select".split(" "));
const BOLD = new Set(["b", "strong", "th"]);
const HEADINGS = ["h1", "h2", "h3", "h4", "h5", "h6"];
const STRUCK = new Set(["del", "s", "strike"]);
const HIDDEN = /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/i;
const LINED = /text-decoration[^;]*line-through/i;
const PAGE = /^\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body)\b/i;

/** Whether a file is a web page. @param {string} start its first letters */
export const isWebPage = (start) => PAGE.test(start);

/** The paragraphs of a web page. Nothing in it runs or is fetched: the parser makes a page that stands nowhere. @param {Uint8Array} bytes @param {Reading} reading @returns {SourceLine[]} */
export function pageLines(bytes, reading) {
  const root = new DOMParser().parseFromString(textOf(bytes), "text/html").documentElement;
  /** @type {[text: string, layout: LineLayout][]} */
  const found = [];
  const look = new PageLayout();
  let said = "";
  const ends = () => {
    const text = said.replace(/[ \t\r\n]+/g, " ").trim();
    if (!text) return;
    found.push([text, look.layout()]);
    said = "";
  };
  const add = (/** @type {string} */ words) => {
    look.text(words);
    said += words;
  };
  walk(root, {
    begin: (element) => {
      const why = notRead(element);
      if (why && (element.textContent ?? "").trim()) reading.count(why);
      if (why !== null) return false;
      if (BREAKS.has(element.localName)) ends();
      look.begins(element);
      if (element.localName === "br") add(" ");
      if (element.localName === "input" && (element.getAttribute("type") ?? "text") === "text") add(element.getAttribute("value") ?? "");
      return true;
    },
    text: add,
    end: (element) => {
      if (notRead(element) !== null) return;
      if (BREAKS.has(element.localName)) ends();
      look.ends(element);
    },
  });
  ends();
  return found.map(([text, layout], index) => wholeLine(text, `paragraph ${index + 1}`, index + 1, [], layout));
}

/** How the text stands that is read now: inside which heading, item, bold words and cell. */
class PageLayout {
  constructor() {
    this.tables = new TableCounter();
    /** @type {string[]} */
    this.above = [];
    this.letters = 0;
    this.bold = 0;
  }

  /** @param {Element} element */
  begins(element) {
    const name = element.localName;
    this.above.push(name);
    if (name === "table") this.tables.table();
    else if (name === "tr") this.tables.row();
    else if (name === "td" || name === "th") this.tables.cell(/^\d{1,3}$/.test(element.getAttribute("colspan") ?? "") ? Number(element.getAttribute("colspan")) : 1);
  }

  /** @param {Element} element */
  ends({ localName }) {
    this.above.pop();
    if (localName === "table") this.tables.tableEnds();
  }

  /** @param {string} words */
  text(words) {
    this.letters += words.trim().length;
    if (this.above.some((name) => BOLD.has(name))) this.bold += words.trim().length;
  }

  /** The layout of the paragraph that ends here. */
  layout() {
    const heading = HEADINGS.find((name) => this.above.includes(name));
    const bold = this.letters === this.bold;
    [this.letters, this.bold] = [0, 0];
    return this.tables.at(Number(heading?.[1] ?? 0), bold, this.above.includes("li"));
  }
}

/** @param {Uint8Array} bytes */
function textOf(bytes) {
  const start = new TextDecoder("windows-1252").decode(bytes.slice(0, 2000));
  const named = /charset\s*=\s*["']?([\w-]+)/i.exec(start)?.[1] ?? "utf-8";
  try {
    return new TextDecoder(named, { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/** What to call an element that nobody reads, nothing if that is not to be told; null for one that is read. @param {Element} element */
function notRead(element) {
  if (NOT_READ.has(element.localName)) return "";
  const style = element.getAttribute("style") ?? "";
  if (STRUCK.has(element.localName) || LINED.test(style)) return "struck-out text";
  return element.hasAttribute("hidden") || HIDDEN.test(style) ? "hidden text" : null;
}
