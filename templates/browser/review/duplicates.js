// Statements that say nearly the same, as near as `near_duplicates` in `checks/wording/measures.py` asks.
import { inCommon, placesOf } from "../text/common.js";

/** Pairs of texts with a similarity of at least `limit` percent, and the similarity. Texts with few words are skipped. @param {string[]} texts @param {number} limit @param {number} fewest @returns {Generator<[first: number, second: number, percent: number], void, undefined>} */
export function* nearDuplicates(texts, limit, fewest) {
  const plain = texts.map((text) => [...text.replace(/[^\p{L}\p{N}_]/gu, " ").toLowerCase().trim()]);
  for (const [second, text] of plain.entries()) {
    const words = text.join("").split(/\s+/);
    if (words.filter((word) => /^\p{L}+$/u.test(word)).length < fewest) continue;
    const places = placesOf(text);
    let [best, first] = [limit, -1];
    for (let other = 0; other < second; other += 1) {
      const both = text.length + plain[other].length;
      if ((200 * Math.min(text.length, plain[other].length)) / both < best) continue;
      const percent = (200 * inCommon(places, text.length, plain[other])) / both;
      if (percent > best || (percent === best && first === -1)) [best, first] = [percent, other];
    }
    if (first !== -1) yield [first, second, halfToEven(best)];
  }
}

/** A number rounded as Python writes it: a half to the even neighbour. @param {number} value */
function halfToEven(value) {
  const whole = Math.floor(value);
  return value - whole === 0.5 ? whole + (whole % 2) : Math.round(value);
}
