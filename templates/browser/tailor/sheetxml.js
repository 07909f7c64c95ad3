// SpreadsheetML in the browser: the cells of a sheet and their words. Words are always text, never a formula.
import { must } from "./wordxml.js";

const S = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

/** Elements below one, by their name in the workbook's own namespace. @param {Element | Document} node @param {string} name */
export function within(node, name) {
  return [...node.getElementsByTagNameNS(S, name)];
}

/** The cell of a column in a row. @param {Element} row @param {string} column */
export function cellIn(row, column) {
  return must([...row.children].find((cell) => /^[A-Z]+/.exec(cell.getAttribute("r") ?? "")?.[0] === column), `column ${column}`);
}

/** Put words into a cell. @param {Element} cell @param {string} words */
export function setCell(cell, words) {
  const text = cell.ownerDocument.createElementNS(S, "t");
  text.textContent = words;
  text.setAttribute("xml:space", "preserve");
  const inline = cell.ownerDocument.createElementNS(S, "is");
  inline.append(text);
  cell.setAttribute("t", "inlineStr");
  cell.replaceChildren(inline);
}

/** The words of a cell. @param {Element} cell @param {string[]} shared the words that cells name by number */
export function cellSays(cell, shared) {
  return cell.getAttribute("t") === "s" ? shared[Number(cell.textContent)] : (cell.textContent ?? "");
}

/** Give a row and its cells another number. @param {Element} row @param {number} number */
export function setRowNumber(row, number) {
  row.setAttribute("r", String(number));
  for (const cell of row.children) cell.setAttribute("r", (cell.getAttribute("r") ?? "").replace(/\d+$/, String(number)));
}

/**
 * Make a row as tall as a text needs in a column. The pixel that programs round to is three quarters of a point.
 * @param {Element} row
 * @param {{words: string, width: number, size?: number}[]} texts the column's width in figures, the size of letters in points
 */
export function setRoom(row, texts) {
  const heights = texts.map(({ words, width, size = 10 }) => 1.35 * size * linesOf(words, Math.floor((width * 13) / size)) + 2);
  row.setAttribute("ht", String(Math.round((Math.max(...heights) * 4) / 3) * 0.75));
}

/** How many lines words take. @param {string} words @param {number} most letters in a line */
function linesOf(words, most) {
  let [lines, used] = [1, 0];
  for (const { length } of words.split(/\s+/)) {
    if (used && used + 1 + length > most) [lines, used] = [lines + 1, length];
    else used += (used ? 1 : 0) + length;
  }
  return lines;
}
