/**
 * Text to words: case, apostrophes, accents and endings evened out, the same way for a query and for the vocabulary.
 *
 * @typedef {{word: string, stem: string, at: number, end: number}} Word
 *   `word` is the evened word, `stem` what it is compared by, `at` and `end` its place in the text.
 * @typedef {{small: Set<string>, weak: Set<string>, forms: Map<string, string>, bases: Map<string, string>, alike: Map<string, string[]>, ordinary: Set<string>}} Talk
 */

const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu;
const BARE = new Set(
  "dont doesnt didnt cant cannot couldnt wont wouldnt shouldnt isnt arent wasnt werent hasnt havent hadnt aint mustnt neednt".split(" "),
);
const NONE = new Set(["not", "no", "never", "without", "nor", "neither"]);
const ENDS = /'(s|m|ll|ve|d|re)$/;

/** One word without its case, accents and apostrophes. Every way to say no becomes "not". @param {string} raw */
export function even(raw) {
  const word = raw.toLowerCase().normalize("NFKD").replace(/\p{M}/gu, "").replace(/’/g, "'");
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
  for (const match of text.matchAll(WORD)) {
    const word = even(match[0]);
    if (word) found.push({ word, stem: stem(word, talk), at: match.index, end: match.index + match[0].length });
  }
  return found;
}

/**
 * What a word is compared by: the first of its family if it has one, else the word without plural, -ing, -ed, -ly and final e.
 * @param {string} word
 * @param {{forms: Map<string, string>, bases: Map<string, string>}} talk
 */
export function stem(word, talk) {
  const form = talk.forms.get(word);
  if (form !== undefined) return form;
  const base = bare(word);
  return talk.bases.get(base) ?? base;
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
  const evened = (/** @type {string[]} */ list) => new Set(list.map(even));
  return { small: evened(plain.small_talk), weak: evened(plain.weak), forms, bases, alike, ordinary: evened(plain.ordinary) };
}
