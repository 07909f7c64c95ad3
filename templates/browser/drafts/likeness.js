// How like two texts are: twice the letters that they have in common in one order, over the letters of both (as rapidfuzz’s `ratio`).

/** From 0 to 1. Whatever cannot reach `least` is 0. @param {string} one @param {string} other @param {number} [least] */
export function alike(one, other, least = 0) {
  const [left, right] = [[...one.toLowerCase()], [...other.toLowerCase()]];
  const both = left.length + right.length;
  if (!both) return 1;
  if ((2 * Math.min(left.length, right.length)) / both < least) return 0;
  const score = (2 * common(left, right)) / both;
  return score < least ? 0 : score;
}

/** The length of the longest common subsequence. @param {string[]} left @param {string[]} right */
function common(left, right) {
  let start = 0;
  while (start < left.length && left[start] === right[start]) start += 1;
  const [a, b] = [left.slice(start), right.slice(start)];
  let row = new Uint32Array(b.length + 1);
  for (const letter of a) {
    const next = new Uint32Array(b.length + 1);
    for (let at = 1; at <= b.length; at += 1) {
      next[at] = letter === b[at - 1] ? row[at - 1] + 1 : Math.max(row[at], next[at - 1]);
    }
    row = next;
  }
  return start + row[b.length];
}

/**
 * The best of some texts, the first where several are, and how like it is.
 * @param {Iterable<string>} texts
 * @param {string} words
 * @returns {[text: string, likeness: number]}
 */
export function nearest(texts, words) {
  /** @type {[string, number]} */
  let best = ["", -1];
  for (const text of texts) {
    const score = alike(text, words);
    if (score > best[1]) best = [text, score];
  }
  return best;
}
