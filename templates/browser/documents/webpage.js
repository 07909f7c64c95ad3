// The paragraphs of a web page, alone or inside a Word file: the same as `knowledge/source_documents/web_page.py`.
import { walk } from "./xmlwalk.js";
import { wholeLine } from "./reading.js";
/** @import { Reading } from "./reading.js" */
/** @import { SourceLine } from "./types" */

const BREAKS = new Set(
  "address article aside blockquote body caption center dd details div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr legend li main nav ol option p pre section summary table tbody td tfoot th thead tr ul".split(" "),
);
const NOT_READ = new Set("head script style template noscript svg math object iframe select".split(" "));
const STRUCK = new Set(["del", "s", "strike"]);
const HIDDEN = /display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all/i;
const LINED = /text-decoration[^;]*line-through/i;
const PAGE = /^\s*(?:<!--[\s\S]*?-->\s*)*<(?:!doctype html|html|head|body)\b/i;

/** Whether a file is a web page. @param {string} start its first letters */
export const isWebPage = (start) => PAGE.test(start);

/** The paragraphs of a web page. Nothing in it runs or is fetched: the parser makes a page that stands nowhere. @param {Uint8Array} bytes @param {Reading} reading @returns {SourceLine[]} */
export function pageLines(bytes, reading) {
  const root = new DOMParser().parseFromString(textOf(bytes), "text/html").documentElement;
  /** @type {string[]} */
  const found = [];
  let said = "";
  const ends = () => {
    const text = said.replace(/[ \t\r\n]+/g, " ").trim();
    if (text) found.push(text);
    said = "";
  };
  walk(root, {
    begin: (element) => {
      const why = notRead(element);
      if (why && (element.textContent ?? "").trim()) reading.count(why);
      if (why !== null) return false;
      if (BREAKS.has(element.localName)) ends();
      if (element.localName === "br") said += " ";
      if (element.localName === "input" && (element.getAttribute("type") ?? "text") === "text") said += element.getAttribute("value") ?? "";
      return true;
    },
    text: (words) => {
      said += words;
    },
    end: (element) => {
      if (notRead(element) === null && BREAKS.has(element.localName)) ends();
    },
  });
  ends();
  return found.map((text, index) => wholeLine(text, `paragraph ${index + 1}`, index + 1));
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
