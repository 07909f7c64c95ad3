// How wide words are in the font of a Word file, and the lines that they break into. The same as `documents/formats/docx/text_width.py`.
/** @import { PageMeasures } from "./types" */

/** What makes the lines of some words. @typedef {(words: string, size: number, room: number, bold: boolean) => number} CountLines */

/** A function that counts the lines of words where a line has `room`. An empty paragraph has a line too. @param {PageMeasures} measures @returns {CountLines} */
export function lineCounter({ widths, ordinary }) {
  const known = widths.map((byWidth) => new Map(Object.entries(byWidth).flatMap(([width, characters]) => [...characters].map((one) => /** @type {const} */ ([one, Number(width)])))));
  return (words, size, room, bold) => {
    const found = known[bold ? 1 : 0];
    const width = (/** @type {string} */ line) => [...line].reduce((sum, one) => sum + (found.get(one) ?? ordinary), 0) * size / 1000;
    let [count, last] = [1, ""];
    for (const piece of piecesOf(words)) {
      const line = last + piece;
      const fits = !last || width(line.replace(/ +$/, "")) <= room;
      if (!fits) count += 1;
      last = fits ? line : piece;
    }
    return count;
  };
}

/** Words with the spaces behind them. A line may also break behind a hyphen or a dash. @param {string} words @returns {string[]} */
function piecesOf(words) {
  const letters = [...words];
  const pieces = [];
  let start = 0;
  for (let i = 0; i < letters.length - 1; i += 1) {
    if (" -–—".includes(letters[i]) && letters[i + 1] !== " ") {
      pieces.push(letters.slice(start, i + 1).join(""));
      start = i + 1;
    }
  }
  return [...pieces, letters.slice(start).join("")];
}
