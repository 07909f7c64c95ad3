// The rows and cells of a table in a Word file, as a reader of blocks walks them.
import { childOf, wordName } from "./xml.js";
/** @import { BlockReader } from "./reader.js" */

const AROUND = new Set(["w:sdt", "w:sdtContent", "w:customXml", "w:ins", "w:smartTag"]);

/** Read a table. A row may be tracked as a whole. @param {BlockReader} reader @param {Element} element */
export function readTable(reader, element) {
  const outer = reader.place;
  reader.tables += 1;
  const table = reader.tables;
  [...element.children].flatMap((each) => within(each, "w:tr")).forEach((row, index) => {
    reader.place = { table, row: index + 1, cell: outer.cell };
    const properties = childOf(row, "w:trPr");
    const [gone, added] = ["w:del", "w:ins"].map((name) => childOf(properties, name));
    const mark = gone ?? added;
    if (mark) reader.tracked(mark, gone ? "deleted" : "inserted", () => readCells(reader, row));
    else readCells(reader, row);
  });
  reader.place = outer;
}

/** @param {BlockReader} reader @param {Element} row */
function readCells(reader, row) {
  [...row.children].flatMap((each) => within(each, "w:tc")).forEach((cell, index) => {
    reader.place = { ...reader.place, cell: index + 1 };
    reader.joining = false;
    reader.children(cell);
  });
  reader.joining = false;
}

/** The element itself, or those of its name inside controls and the like. @param {Element} element @param {string} name @returns {Element[]} */
function within(element, name) {
  if (wordName(element) === name) return [element];
  return AROUND.has(wordName(element)) ? [...element.children].flatMap((child) => within(child, name)) : [];
}
