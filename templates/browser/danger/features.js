/**
 * The features of a text for the net. generator/knowledge/danger/features.py does the same.
 *
 * @typedef {Map<string, number[]>} Features The names of features, each with the places of the words that it is made of. Letters have none.
 */
const COVERED = "COVERED"; // a harmless family explains some of the words
const [SHORTEST, LONGEST] = [3, 5]; // letters that stand together
const [NEAREST, FARTHEST] = [2, 4]; // how far apart two words may stand that count together

/**
 * The kinds of features, with the total weight of a text's features of each kind. Words that a harmless family covers count too.
 * @param {import("./judge.js").Reading} reading @returns {[number, Features][]}
 */
export function features({ words, at, covered }) {
  const heads = at.map((here, place) => [...here.keys()].filter((name) => name !== words[place]));
  const named = heads.map((names, place) => (names.length ? names.slice(0, 2) : [words[place]]));
  return [[1, ofWords(words, heads, named, covered)], [0.7, ofLetters(` ${words.join(" ")} `)], [0.5, apart(words.map((word) => [word]))], [0.5, apart(named)]];
}

/**
 * Words, classes, adjacent pairs of them, and the first and last words of the text.
 * @param {string[]} words @param {string[][]} heads @param {string[][]} named @param {Set<number>} covered
 */
function ofWords(words, heads, named, covered) {
  /** @type {Features} */
  const found = new Map();
  const last = words.length - 1;
  words.forEach((word, place) => {
    if (!/^\p{Nd}/u.test(word)) put(found, word, place);
    for (const name of heads[place]) put(found, name, place);
    if (place < last) for (const one of named[place]) for (const other of named[place + 1]) put(found, `${one} ${other}`, place, place + 1);
  });
  if (last >= 0) {
    put(found, `^${words[0]}`, 0);
    put(found, `${words[last]}$`, last);
  }
  if (covered.size) put(found, COVERED);
  return found;
}

/** Letter n-grams, with a space for the edge of a word. @param {string} text */
function ofLetters(text) {
  /** @type {Features} */
  const found = new Map();
  const letters = [...text];
  for (let size = SHORTEST; size <= LONGEST; size++) for (let at = 0; at + size <= letters.length; at++) put(found, `#${letters.slice(at, at + size).join("")}`);
  return found;
}

/** Pairs of words or classes with other words between. @param {string[][]} names */
function apart(names) {
  /** @type {Features} */
  const found = new Map();
  names.forEach((ones, place) => {
    for (let other = place + NEAREST; other <= place + FARTHEST && other < names.length; other++) {
      for (const one of ones) for (const after of names[other]) put(found, `~${one} ${after}`, place, other);
    }
  });
  return found;
}

/** @param {Features} found @param {string} name @param {number[]} places */
const put = (found, name, ...places) => void (found.has(name) || found.set(name, places));
