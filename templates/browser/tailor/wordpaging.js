// On which page each part of a Word file begins, counted from its styles. The same as `documents/formats/docx/paging.py`.
import { child } from "./wordmeasures.js";
import { attribute, first } from "./wordxml.js";
/** @import { WordMeasures } from "./wordmeasures.js" */
/** @import { PageMeasures } from "./types" */

/**
 * What stands on a page in one piece or in lines: a paragraph, or a row of a table. Heights are in points; `again` is that of the row of heads that stands again above it on a new page.
 * @typedef {{lines: number, line: number, before: number, after: number, keepsNext: boolean, whole: boolean, turns: boolean, again: number, name: string}} PagedBlock
 */

const EMU = 12700; // to a point

/** @param {PagedBlock} block */
const heightOf = ({ lines, line }) => lines * line;

/** What must fit for a block to begin on a page: all of it, or two lines where it may part without leaving one alone. @param {PagedBlock} block */
const leastOf = (block) => (block.whole || block.lines < 4 ? heightOf(block) : 2 * block.line);

/** The blocks of a body, those in content controls among them. @param {Element[]} elements @param {WordMeasures} measures @param {PageMeasures} given @returns {PagedBlock[]} */
export function pagedBlocks(elements, measures, given) {
  return elements.flatMap((element) => {
    if (element.localName === "sdt") return pagedBlocks([...(child(element, "sdtContent")?.children ?? [])], measures, given);
    if (element.localName === "p") return [paragraphBlock(element, measures, given)];
    return element.localName === "tbl" ? rowBlocks(element, measures, given) : [];
  });
}

/** @param {Element} element @param {WordMeasures} measures @param {PageMeasures} given @returns {PagedBlock} */
function paragraphBlock(element, measures, { below_picture: below }) {
  const look = measures.of(element);
  const { before, after, keepsNext, keepsLines: whole, turns } = look;
  const picture = [...element.getElementsByTagName("wp:inline")].flatMap((inline) => [...inline.children]).find(({ localName }) => localName === "extent");
  const line = picture ? Number(picture.getAttribute("cy")) / EMU + below : look.line;
  const name = attribute(child(element, "bookmarkStart"), "name");
  return { lines: measures.lines(element, look), line, before, after, keepsNext, whole, turns, again: 0, name };
}

/** @param {Element} table @param {WordMeasures} measures @param {PageMeasures} given @returns {PagedBlock[]} */
function rowBlocks(table, measures, given) {
  const rows = [...table.children].filter(({ localName }) => localName === "tr");
  let again = 0;
  return rows.map((row, index) => {
    const cells = [...row.children].filter(({ localName }) => localName === "tc");
    const edges = Number(index === 0) + Number(index === rows.length - 1);
    const line = Math.max(...cells.map((cell) => cellHeight(cell, measures, given.cell_sides))) + given.cell_padding + given.rule * edges;
    const keepsNext = Boolean(child(child(row, "trPr"), "tblHeader"));
    const block = { lines: 1, line, before: 0, after: 0, keepsNext, whole: true, turns: false, again, name: "" };
    if (keepsNext) again = line;
    return block;
  });
}

/** @param {Element} cell @param {WordMeasures} measures @param {number} sides */
function cellHeight(cell, measures, sides) {
  const room = Number(attribute(first(cell, "tcW"), "w")) / 20 - sides;
  return [...cell.children].filter(({ localName }) => localName === "p").reduce((sum, paragraph) => {
    const look = measures.of(paragraph);
    return sum + measures.lines(paragraph, look, room) * look.line;
  }, 0);
}

/** The page on which each bookmark stands, of pages with room of `height` points; the first is 1. `""` is the last page. @param {PagedBlock[]} found @param {number} height */
export function pageOfEach(found, height) {
  /** @type {Map<string, number>} */
  const pages = new Map();
  let [page, y] = [1, 0];
  found.forEach((block, index) => {
    const begins = index === 0 || !found[index - 1].keepsNext;
    let top = y === 0 ? 0 : block.before;
    if (y && (block.turns || y + top + (begins ? chain(found, index) : leastOf(block)) > height)) {
      [page, y, top] = [page + 1, block.again, block.turns ? block.before : 0];
    }
    if (block.name) pages.set(block.name, page);
    [page, y] = set(block, page, y + top, height);
    y += block.after;
  });
  return pages.set("", page);
}

/** Set the lines of a block from `y` on: the page and the place of its end. @param {PagedBlock} block @param {number} page @param {number} y @param {number} height @returns {[number, number]} */
function set(block, page, y, height) {
  const { lines, line, whole } = block;
  if (whole || y + heightOf(block) <= height) return [page, y + heightOf(block)];
  const here = Math.trunc((height - y) / line);
  const rest = lines - Math.min(here, lines - 2);
  const fits = Math.trunc(height / line);
  return [page + 1 + Math.floor((rest - 1) / fits), (((rest - 1) % fits) + 1) * line];
}

/** The room that a block needs with all that it may not part from. @param {PagedBlock[]} found @param {number} start */
function chain(found, start) {
  let need = 0;
  for (let index = start; index < found.length; index += 1) {
    const block = found[index];
    if (!block.keepsNext) return need + leastOf(block);
    need += heightOf(block) + block.after + (found[index + 1]?.before ?? 0);
  }
  return need;
}
