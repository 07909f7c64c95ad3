// A document as passages: its paragraphs and items of lists: the same as `knowledge/job_documents/passages.py`.
import { isCapitals, saysSomething, stripped, wordsOf } from "./words.js";
/** @import { Items } from "../documents/items.js" */
/** @import { SourceDocument } from "../documents/types" */
/** @import { JobWords } from "./words.js" */
/** @import { Passage } from "./types" */

const SHORTEST_CAPITALS = 4; // letters that an abbreviation in capitals has at most

/** The passages of a document, in its order. @param {SourceDocument} document @param {Items} items @param {JobWords} words @returns {Passage[]} */
export function passagesOf({ blocks, kind }, items, words) {
  const every = blocks.flatMap((block) => items.of(block));
  const made = every.map((item, number) => {
    const { layout: said } = item.block.lines[0][1];
    const layout = kind === "text" && said.table ? { ...said, column: said.column + item.tabs } : said;
    const text = item.text.replace(/\s+/g, " ").trim();
    const dash = words.anywhere.dash.exec(text)?.[0] ?? "";
    return passage(number, text.slice(dash.length), item.mark || dash, { layout, item }, words);
  });
  return made.filter(({ text, layout }) => saysSomething(text) || layout.table > 0);
}

/** @param {number} number @param {string} text @param {string} mark @param {Pick<Passage, "layout" | "item">} stands @param {JobWords} words @returns {Passage} */
function passage(number, text, mark, { layout, item }, words) {
  const said = stripped(text.replace(words.anywhere.outline, ""), " :.-–");
  const title = isCapitals(said) && said.length > SHORTEST_CAPITALS ? said[0].toUpperCase() + said.slice(1).toLowerCase() : said;
  return { number, text, mark, layout, item, listed: mark !== "" || layout.listed, words: wordsOf(text), title };
}
