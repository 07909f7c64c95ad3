// The words that left in a Word file, kept in it. The same as `knowledge/drafts/sent.py`.
/** @import { Block } from "./types" */

/** A block as a file keeps it. @typedef {{text?: unknown, heading?: unknown, listed?: unknown, tag?: unknown, spans?: unknown, row?: unknown, cell?: unknown}} Kept */

/** Blocks as a file keeps them, each with only what says something. @param {Block[]} blocks */
export function sentWords(blocks) {
  return { blocks: blocks.filter(({ says }) => says).map(kept) };
}

/** @param {Block} block @returns {Kept} */
function kept({ says, heading, listed, tag, spans, table, row, cell }) {
  return {
    text: says,
    ...(heading && { heading }),
    ...(listed && { listed }),
    ...(tag && { tag }),
    ...(spans.length && { spans: spans.map((span) => [span.tag, span.text]) }),
    ...(row && { row: [table, row], cell }),
  };
}

/** The blocks that a file keeps. What is not as we write it is passed over: the file may be anybody’s. @param {unknown} sent @param {(text: string) => string} comparable */
export function sentBlocks(sent, comparable) {
  const listed = sent && typeof sent === "object" && "blocks" in sent ? sent.blocks : null;
  return Array.isArray(listed) ? listed.filter((each) => each && typeof each === "object" && !Array.isArray(each)).map((each) => blockOf(each, comparable)) : [];
}

/** @param {Kept} found @param {(text: string) => string} comparable @returns {Block} */
function blockOf({ text, heading, listed, tag, spans, row, cell }, comparable) {
  const words = text === undefined ? "" : String(text);
  const place = Array.isArray(row) && row.length === 2 && row.every(Number.isInteger) ? { table: row[0], row: row[1], cell: whole(cell) } : { table: 0, row: 0, cell: 0 };
  const pairs = Array.isArray(spans) ? spans.filter((pair) => Array.isArray(pair) && pair.length === 2) : [];
  return {
    text: words, says: comparable(words), heading: whole(heading), listed: Boolean(listed), tag: tag === undefined ? "" : String(tag), title: "",
    bookmarks: [], spans: pairs.map(([name, said]) => ({ tag: String(name), title: "", text: String(said) })), ...place,
    marks: [], comments: [], moved: false, note: false,
  };
}

/** @param {unknown} value */
function whole(value) {
  return typeof value === "number" && Number.isInteger(value) ? value : 0;
}
