/**
 * What a text has in it that the net weighs. generator/knowledge/danger/features.py does the same.
 *
 * @typedef {Map<string, number[]>} Features The names of features, each with the places of the words that it is made of. Letters have none.
 */
const COVERED = "COVERED"; // a harmless family explains some of the words
const [SHORTEST, LONGEST] = [3, 5]; // letters that stand together
const [NEAREST, FARTHEST] = [2, 4]; // how far apart two words may stand that count together

/** The kinds of features with how much all of a text's features of the kind weigh together. @param {import("./judge.js").Reading} reading @returns {[number, Features][]} */
export function features(reading) {
  const free = reading.words.map((_, place) => place).filter((place) => !reading.covered.has(place));
  const words = free.map((place) => reading.words[place]);
  return [[1, ofWords(reading, free)], [0.7, ofLetters(` ${words.join(" ")} `)], [0.5, apart(words, free)]];
}

/** Words, classes and pairs of those that stand together. @param {import("./judge.js").Reading} reading @param {number[]} free */
function ofWords({ words, at, covered }, free) {
  /** @type {Features} */
  const found = new Map();
  const heads = at.map((here, place) => [...here.keys()].filter((name) => name !== words[place]));
  const pair = (/** @type {number} */ place) => (heads[place].length ? heads[place].slice(0, 2) : [words[place]]);
  free.forEach((place, i) => {
    const word = words[place];
    if (!/^\p{Nd}/u.test(word)) put(found, word, place);
    for (const name of heads[place]) put(found, name, place);
    const after = free[i + 1];
    if (after !== undefined) for (const one of pair(place)) for (const other of pair(after)) put(found, `${one} ${other}`, place, after);
  });
  if (covered.size) put(found, COVERED);
  return found;
}

/** Few letters that stand together, with a space for the edge of a word. @param {string} text */
function ofLetters(text) {
  /** @type {Features} */
  const found = new Map();
  const letters = [...text];
  for (let size = SHORTEST; size <= LONGEST; size++) for (let at = 0; at + size <= letters.length; at++) put(found, `#${letters.slice(at, at + size).join("")}`);
  return found;
}

/** Two words with others between. @param {string[]} words @param {number[]} free */
function apart(words, free) {
  /** @type {Features} */
  const found = new Map();
  words.forEach((word, i) => {
    for (let far = NEAREST; far <= FARTHEST && i + far < words.length; far++) put(found, `~${word} ${words[i + far]}`, free[i], free[i + far]);
  });
  return found;
}

/** @param {Features} found @param {string} name @param {number[]} places */
const put = (found, name, ...places) => void (found.has(name) || found.set(name, places));
