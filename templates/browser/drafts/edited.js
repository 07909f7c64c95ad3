// A Word file that somebody edited, read whole: the same as `knowledge/source_documents/edited_word.py`.
import { hiddenWithin } from "../text/pasted.js";
import { NotRead } from "./packing.js";
import { BlockReader, CONTENTS_LINE } from "./reader.js";
import { inside, wordAttribute, wordName } from "./xml.js";
/** @import { OfficePackage } from "./package.js" */
/** @import { Block, Edited, Remark } from "./types" */

/**
 * A function that gives words as they are compared: one space between them, and nothing that cannot be seen.
 * @param {string} hidden the pattern of one character that must not stand in data
 */
export function comparer(hidden) {
  const within = hiddenWithin(hidden);
  return (/** @type {string} */ text) => text.replace(within, "").replace(/[\u200c\u200d]/g, "").split(/[\s\x85]+/).filter(Boolean).join(" ");
}

/**
 * A Word file as blocks. Throws NotRead for one that cannot be read.
 * @param {OfficePackage} parts
 * @param {(text: string) => string} comparable
 * @returns {Edited}
 */
export function readEdited(parts, comparable) {
  const root = parts.document();
  if (!root) throw new NotRead("It has no Word document in it.");
  try {
    const comments = commentsOf(parts.related("comments"));
    const reader = new BlockReader(headingLevels(parts.related("styles")), comments, comparable);
    const body = [...root.children].find((child) => wordName(child) === "w:body");
    const blocks = body ? reader.read(body) : [];
    for (const kind of ["footnotes", "endnotes"]) blocks.push(...notes(parts.related(kind), reader));
    const looseComments = [...comments].filter(([number]) => !reader.anchored.has(number)).map(([, comment]) => comment);
    return { blocks, properties: parts.properties(), looseComments, unread: reader.unread };
  } catch (error) {
    throw error instanceof RangeError ? new NotRead("Its parts are nested too deeply.") : error;
  }
}

/** The level of each paragraph style that is a heading, by its id: by its name, or by the style that it is based on. @param {Element | null} styles */
export function headingLevels(styles) {
  /** @type {Map<string, {name: string, based: string}>} */
  const names = new Map();
  for (const style of [...(styles?.children ?? [])].filter((each) => wordName(each) === "w:style")) {
    const said = new Map([...style.children].map((child) => [wordName(child), wordAttribute(child, "val")]));
    names.set(wordAttribute(style, "styleId"), { name: (said.get("w:name") ?? "").toLowerCase(), based: said.get("w:basedOn") ?? "" });
  }
  /** @param {string} style @param {number} depth @returns {number} */
  const level = (style, depth = 0) => {
    const { name = "", based = "" } = names.get(style) ?? {};
    if (name.startsWith("toc")) return CONTENTS_LINE;
    const figure = /^heading ([1-9])$/.exec(name)?.[1];
    if (figure) return Number(figure);
    return based && depth < 20 ? level(based, depth + 1) : 0;
  };
  return new Map([...names.keys()].map((style) => /** @type {const} */ ([style, level(style)])).filter(([, found]) => found));
}

/** @param {Element | null} root */
function commentsOf(root) {
  /** @type {Map<string, Remark>} */
  const found = new Map();
  for (const each of [...(root?.children ?? [])].filter((child) => wordName(child) === "w:comment")) {
    const lines = inside(each, "w:p").map((paragraph) => inside(paragraph, "w:t").map(({ textContent }) => textContent ?? "").join(""));
    found.set(wordAttribute(each, "id"), { author: wordAttribute(each, "author"), day: wordAttribute(each, "date").slice(0, 10), text: lines.filter(Boolean).join(" ") });
  }
  return found;
}

/** @param {Element | null} root @param {BlockReader} reader @returns {Block[]} */
function notes(root, reader) {
  const own = [...(root?.children ?? [])].filter((note) => !["separator", "continuationSeparator"].includes(wordAttribute(note, "type")));
  return own.flatMap((note) => reader.read(note)).filter(({ says }) => says).map((block) => ({ ...block, note: true }));
}
