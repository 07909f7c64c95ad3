/**
 * Text to words: case, apostrophes, accents and endings evened out, the same way for a query and for the vocabulary.
 *
 * @typedef {{word: string, stem: string, at: number, end: number}} Word
 *   `word` is the evened word, `stem` what it is compared by, `at` and `end` its place in the text.
 * @typedef {{small: Set<string>, weak: Set<string>, forms: Map<string, string>, bases: Map<string, string>, alike: Map<string, string[]>, ordinary: Set<string>,
 *   stems: Map<string, string>}} Talk
 */

// Nearly every text has only plain letters and our quotes and dashes: a search for those takes a third of the time.
const ORDINARY = /^[\x00-\x7f’‘“”–—…]*$/;
const ORDINARY_WORD = /[A-Za-z0-9]+(?:['’][A-Za-z]+)*/g;
const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu;
const BARE = new Set(
  "dont doesnt didnt cant cannot couldnt wont wouldnt shouldnt isnt arent wasnt werent hasnt havent hadnt aint mustnt neednt".split(" "),
);
const NONE = new Set(["not", "no", "never", "without", "nor", "neither"]);
const PLAIN = /^[a-z0-9]+$/;
const ENDS = /'(s|m|ll|ve|d|re)$/;

/** One word without its case, accents and apostrophes. Every way to say no becomes "not". @param {string} raw */
export function even(raw) {
  const low = raw.toLowerCase();
  if (PLAIN.test(low)) return BARE.has(low) || NONE.has(low) ? "not" : low; // most words: worth a short way
  const word = low.normalize("NFKD").replace(/\p{M}/gu, "").replace(/’/g, "'");
  if (/n't$/.test(word) || BARE.has(word) || NONE.has(word)) return "not";
  return word.replace(ENDS, "").replace(/'/g, "");
}

/**
 * The words of a text, each with its place.
 * @param {string} text
 * @param {Talk} talk
 * @returns {Word[]}
 */
export function words(text, talk) {
  const found = [];
  for (const match of text.matchAll(pattern(text))) {
    const word = even(match[0]);
    if (word) found.push({ word, stem: stem(word, talk), at: match.index, end: match.index + match[0].length });
  }
  return found;
}

/** @param {string} text */
const pattern = (text) => (ORDINARY.test(text) ? ORDINARY_WORD : WORD);

/**
 * The evened words of a text, where their places do not matter: a directory has a hundred thousand of them to read before the first result.
 * @param {string} text
 */
export function evened(text) {
  const found = [];
  for (const raw of text.match(pattern(text)) ?? []) {
    const word = even(raw);
    if (word) found.push(word);
  }
  return found;
}

/**
 * What the words of a text are compared by, without small talk: what an index holds.
 * @param {string} text
 * @param {Talk} talk
 */
export function terms(text, talk) {
  const found = [];
  for (const word of evened(text)) if (!talk.small.has(word)) found.push(stem(word, talk));
  return found;
}

/**
 * What a word is compared by: the first of its family if it has one, else the word without plural, -ing, -ed, -ly and final e.
 * @param {string} word
 * @param {{forms: Map<string, string>, bases: Map<string, string>, stems?: Map<string, string>}} talk `stems` keeps what was found.
 */
export function stem(word, talk) {
  let found = talk.stems?.get(word);
  if (found === undefined) {
    const base = bare(word);
    found = talk.forms.get(word) ?? talk.bases.get(base) ?? base;
    talk.stems?.set(word, found); // a directory says the same few thousand words over and over
  }
  return found;
}

/** @param {string} word */
function bare(word) {
  if (word.length < 4 || /\d/.test(word)) return word;
  let base = word.replace(/iz(e|ed|es|ing|ation|ations)$/, "is$1");
  if (base.length > 4 && base.endsWith("ies")) base = base.slice(0, -3) + "y";
  else if (/(ss|x|ch|sh|zz)es$/.test(base)) base = base.slice(0, -2);
  else if (/[^sui]s$/.test(base)) base = base.slice(0, -1);
  if (base.length > 5 && base.endsWith("ly")) base = base.slice(0, -2);
  for (const ending of ["ing", "ed"]) {
    const cut = base.slice(0, -ending.length);
    if (base.endsWith(ending) && cut.length > 2 && /[aeiouy]/.test(cut)) {
      base = /([bdgklmnprtv])\1$/.test(cut) ? cut.slice(0, -1) : cut;
      break;
    }
  }
  return base.length > 3 && base.endsWith("e") ? base.slice(0, -1) : base;
}

/**
 * The talk of the vocabulary, ready for use.
 * @param {{small_talk: string[], weak: string[], forms: string[][], alike: string[][], ordinary: string[]}} plain
 * @returns {Talk}
 */
export function readTalk(plain) {
  /** @type {Map<string, string>} */
  const [forms, bases] = [new Map(), new Map()];
  for (const family of plain.forms) {
    for (const one of family) {
      forms.set(even(one), even(family[0]));
      // A word alone in its family stands for nothing else: "housing" is not "house". Short ones are too much like others: "caring", "car".
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
  return { small: set(plain.small_talk), weak: set(plain.weak), forms, bases, alike, ordinary: set(plain.ordinary), stems: new Map() };
}
