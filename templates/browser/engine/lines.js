/**
 * The services that have a word in a field, as the parts of a large directory write them. It undoes what generator/documents/browser/search_postings.py does.
 *
 * @typedef {{places: number[], counts: number[], lengths: number[]}} Line The services by their places, how often each has the word, and how many words its field has.
 */

/** How far a service is behind the one before, in base 36, and a letter for each time that it has the word. The letter says how many words its field has. */
const ENTRY = /([0-9a-z]+)(([^0-9a-z])\3*)/g;
const [A, BEYOND, CAPITALS] = ["A".charCodeAt(0), "À".charCodeAt(0), 26];

/** @param {string} line @returns {Line} */
export function lineOf(line) {
  /** @type {Line} */
  const found = { places: [], counts: [], lengths: [] };
  let place = -1;
  for (const [, gap, signs] of line.matchAll(ENTRY)) {
    place += Number.parseInt(gap, 36);
    const code = signs.charCodeAt(0);
    found.places.push(place);
    found.counts.push(signs.length);
    found.lengths.push(code < BEYOND ? code - A : code - BEYOND + CAPITALS);
  }
  return found;
}
