/**
 * Split text into words and normalise case, apostrophes, accents and endings, in the same way for queries and the vocabulary.
 * generator/documents/browser/search_words.py does the same for the words of a large directory.
 *
 * @typedef {{word: string, stem: string, small: boolean}} Read
 *   A word: `word` is the normalised word, `stem` what it is compared by, `small` whether it is small talk.
 * @typedef {{word: string, stem: string, at: number, end: number}} Word
 *   A word of a query: `at` and `end` are its position in the text.
 * @typedef {{small: Set<string>, weak: Set<string>, forms: Map<string, string>, bases: Map<string, string>, alike: Map<string, string[]>, ordinary: Set<string>, usual: Set<string>,
 *   read: Map<string, Read>}} Talk
 *   `usual` has what ordinary words are compared by. `read` keeps every written word of the vocabulary and the directory as it was read: they say the same few thousand over and over.
 */

// Nearly every text has only ASCII letters and our quotes and dashes: an expression for those takes a third of the time.
const ORDINARY = /^[\p{ASCII}’‘“”–—…]*$/u;
const ORDINARY_WORD = /[A-Za-z0-9]+(?:['’][A-Za-z]+)*/g;
const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu;
// "O.C.D." and "P.T.S.D" are read as the words without dots. Only queries are: in the vocabulary they have none.
const DOTTED_WORD = /[A-Za-z](?:\.[A-Za-z])+\.?(?![A-Za-z0-9])|[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu;
const BARE = new Set(
  "dont doesnt didnt cant cannot couldnt wont wouldnt shouldnt isnt arent wasnt werent hasnt havent hadnt aint mustnt neednt".split(" "),
);
const NONE = new Set(["not", "no", "never", "without", "nor", "neither"]);
const PLAIN = /^[a-z0-9]+$/;
const ASCII = /^\p{ASCII}*$/u;
const ENDS = /'(s|m|ll|ve|d|re)$/;

/** Normalise one word: case, accents and apostrophes. Every negation becomes "not". @param {string} raw */
export function even(raw) {
  const low = raw.toLowerCase();
  if (PLAIN.test(low)) return BARE.has(low) || NONE.has(low) ? "not" : low; // most words: worth a short way
  const straight = low.replace(/’/g, "'");
  const word = ASCII.test(straight) ? straight : straight.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
  if (/n't$/.test(word) || BARE.has(word) || NONE.has(word)) return "not";
  return word.replace(ENDS, "").replace(/'/g, "");
}

/**
 * The words of a text, each with its position.
 * @param {string} text
 * @param {Talk} talk
 * @returns {Word[]}
 */
export function words(text, talk) {
  const found = [];
  for (const match of text.matchAll(text.includes(".") ? DOTTED_WORD : pattern(text))) {
    const word = even(match[0].replaceAll(".", ""));
    if (word) found.push({ word, stem: stem(word, talk), at: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** @param {string} text */
const pattern = (text) => (ORDINARY.test(text) ? ORDINARY_WORD : WORD);

/**
 * The words of a text without positions, which is faster: a directory has a hundred thousand words to read before the first result.
 * @param {string} text
 * @param {Talk} talk
 * @returns {Read[]}
 */
export function reads(text, talk) {
  const found = [];
  for (const raw of text.match(pattern(text)) ?? []) {
    const one = talk.read.get(raw) ?? readFirst(raw, talk);
    if (one.word) found.push(one);
  }
  return found;
}

/** @param {string} raw @param {Talk} talk */
function readFirst(raw, talk) {
  const word = even(raw);
  const one = { word, stem: stem(word, talk), small: talk.small.has(word) };
  talk.read.set(raw, one);
  return one;
}

/** The stems of words without small talk, for an index. @param {Read[]} list */
export function telling(list) {
  const found = [];
  for (const { stem, small } of list) if (!small) found.push(stem);
  return found;
}

/**
 * What a word is compared by: the first of its family if it has one, else the word without plural, -ing, -ed, -ly and final e.
 * @param {string} word
 * @param {{forms: Map<string, string>, bases: Map<string, string>}} talk
 */
export function stem(word, talk) {
  const base = bare(word);
  return talk.forms.get(word) ?? talk.bases.get(base) ?? base;
}

/** A word without its ending. Most words have none, so the cheapest test comes first. @param {string} word */
function bare(word) {
  if (word.length < 4 || /\d/.test(word)) return word;
  let base = singular(word.includes("iz") ? word.replace(/iz(e|ed|es|ing|ation|ations)$/, "is$1") : word);
  if (base.length > 5 && base.endsWith("ly")) base = base.slice(0, -2);
  const ending = base.endsWith("ing") ? 3 : base.endsWith("ed") ? 2 : 0;
  const cut = base.slice(0, -ending);
  if (ending && cut.length > 2 && /[aeiouy]/.test(cut)) base = /([bdgklmnprtv])\1$/.test(cut) ? cut.slice(0, -1) : cut;
  return base.length > 3 && base.endsWith("e") ? base.slice(0, -1) : base;
}

/** @param {string} word */
function singular(word) {
  if (!word.endsWith("s")) return word;
  if (word.length > 4 && word.endsWith("ies")) return `${word.slice(0, -3)}y`;
  if (/[aeiouy].*(ss|x|ch|sh|zz)es$/.test(word)) return word.slice(0, -2);
  return /[^sui]s$/.test(word) ? word.slice(0, -1) : word;
}

/**
 * The lists of everyday words in the vocabulary, indexed.
 * @param {{small_talk: string[], weak: string[], forms: string[][], alike: string[][], ordinary: string[]}} plain
 * @returns {Talk}
 */
export function readTalk(plain) {
  /** @type {Map<string, string>} */
  const forms = new Map();
  /** @type {Map<string, string>} */
  const bases = new Map();
  for (const family of plain.forms) {
    for (const one of family) {
      forms.set(even(one), even(family[0]));
      // A word alone in its family has no other forms: "housing" is not "house". Short ones are too much like others: "caring", "car".
      if (family.length > 1 && bare(even(one)).length > 3) bases.set(bare(even(one)), even(family[0]));
    }
  }
  /** @type {Map<string, string[]>} */
  const alike = new Map();
  for (const [head, ...others] of plain.alike) {
    for (const other of others) {
      const key = stem(even(other), { forms, bases });
      alike.set(key, [...(alike.get(key) ?? []), stem(even(head), { forms, bases })]);
    }
  }
  const set = (/** @type {string[]} */ list) => new Set(list.map(even));
  const ordinary = set(plain.ordinary);
  const stems = new Set([...ordinary].map((word) => stem(word, { forms, bases })));
  return { small: set(plain.small_talk), weak: set(plain.weak), forms, bases, alike, ordinary, usual: stems, read: new Map() };
}
