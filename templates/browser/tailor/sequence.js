// What two lists have in common, in order: the longest such run of pairs, and the gaps between.

/** Places in both lists: from `from` to before `to` in the first, and the same of the second. @typedef {{equal: boolean, from: number, to: number, start: number, end: number}} Span */

/** The lists as spans that are equal and spans that are not, in order. @param {string[]} one @param {string[]} other @returns {Span[]} */
export function spansOf(one, other) {
  /** @type {Span[]} */
  const spans = [];
  let [at, there] = [0, 0];
  for (const [index, match] of [...pairsOf(one, other), [one.length, other.length]]) {
    if (index > at || match > there) spans.push({ equal: false, from: at, to: index, start: there, end: match });
    if (index < one.length) spans.push({ equal: true, from: index, to: index + 1, start: match, end: match + 1 });
    [at, there] = [index + 1, match + 1];
  }
  return spans;
}

/** Pairs of places that say the same. @param {string[]} one @param {string[]} other @returns {[number, number][]} */
function pairsOf(one, other) {
  const width = other.length + 1;
  const longest = new Uint32Array((one.length + 1) * width); // how many pairs there are from here on
  for (let row = one.length - 1; row >= 0; row -= 1) {
    for (let column = other.length - 1; column >= 0; column -= 1) {
      const below = longest[(row + 1) * width + column + 1];
      longest[row * width + column] = one[row] === other[column] ? below + 1 : Math.max(longest[(row + 1) * width + column], longest[row * width + column + 1]);
    }
  }
  /** @type {[number, number][]} */
  const pairs = [];
  let [row, column] = [0, 0];
  while (row < one.length && column < other.length) {
    if (one[row] === other[column]) {
      pairs.push([row, column]);
      [row, column] = [row + 1, column + 1];
    } else if (longest[(row + 1) * width + column] >= longest[row * width + column + 1]) row += 1;
    else column += 1;
  }
  return pairs;
}
