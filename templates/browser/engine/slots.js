/** The words of a query with their possible stems: inflections, classes, corrections and compounds. The last word may be unfinished. */
import { even, stem, words } from "./words.js";

/**
 * @param {string} text
 * @param {import("./vocabulary.js").Vocabulary} vocabulary
 * @returns {import("./phrases.js").Slot[]}
 */
export function slots(text, vocabulary) {
  const { talk } = vocabulary;
  const all = words(text, talk);
  const found = [];
  for (const [i, word] of all.entries()) {
    const unfinished = i === all.length - 1 && word.end === text.length;
    for (const part of parts(word, vocabulary)) found.push(slot(part, vocabulary, unfinished));
  }
  join(found, vocabulary);
  return found;
}

/** @param {string} word @param {import("./vocabulary.js").Vocabulary} vocabulary */
const known = (word, { talk, spelling, stems }) =>
  spelling.knows(word) || talk.small.has(word) || talk.weak.has(word) || talk.ordinary.has(word) || talk.forms.has(word) || talk.usual.has(stem(word, talk)) || stems().has(stem(word, talk));

/** The parts of an unknown compound: "lowmood" is "low mood". @param {import("./words.js").Word} whole @param {import("./vocabulary.js").Vocabulary} vocabulary */
function parts(whole, vocabulary) {
  const { word, at, end } = whole;
  if (word.length < 6 || known(word, vocabulary)) return [whole];
  const pair = vocabulary.meanings.joined.get(word) ?? split(word, vocabulary);
  return pair ? pair.map((part) => ({ word: part, stem: stem(part, vocabulary.talk), at, end })) : [whole];
}

/** Two words of one phrase that were typed as one word. @param {string} word @param {import("./vocabulary.js").Vocabulary} vocabulary */
function split(word, { spelling, meanings, talk }) {
  if (spelling.near(word).length) return null;
  for (let cut = word.length - 3; cut > 2; cut--) {
    const pair = [word.slice(0, cut), word.slice(cut)];
    const phrases = pair.map((part) => (spelling.knows(part) ? meanings.byStem.get(stem(part, talk)) : undefined));
    if (phrases[0]?.some((phrase) => phrases[1]?.includes(phrase))) return pair;
  }
  return null;
}

/** @param {import("./words.js").Word} word @param {import("./vocabulary.js").Vocabulary} vocabulary @param {boolean} unfinished */
function slot(word, vocabulary, unfinished) {
  const { talk, spelling } = vocabulary;
  /** @type {Map<string, number>} */
  const forms = new Map([[word.stem, 1]]);
  const put = (/** @type {string} */ form, /** @type {number} */ quality) => {
    if ((forms.get(form) ?? 0) < quality) forms.set(form, quality);
  };
  /** @type {string[]} */
  let meant = [];
  if (!known(word.word, vocabulary)) {
    const begun = unfinished && word.word.length > 2 ? spelling.begun(word.word, 8) : [];
    for (const other of begun) put(stem(other, talk), 0.8);
    if (!begun.length) for (const { word: other, quality } of spelling.near(word.word)) put(stem(other, talk), quality);
    meant = spelling.near(word.word).map((near) => near.word).filter((near) => vocabulary.named.has(near));
  } else if (word.word.length > 6 && !spelling.knows(word.word) && !talk.ordinary.has(word.word) && !talk.forms.has(word.word) && !(talk.usual.has(word.stem) && !word.word.endsWith("eing"))) {
    // "Houseing" ends like a form of "house", and is one letter from "housing". "Slipped" is a form of "slip", and no "slapped".
    for (const { word: other, quality } of spelling.near(word.word)) if (quality > 0.75) put(stem(other, talk), quality * 0.9);
  }
  /** @type {Set<string>} */
  const classes = new Set();
  for (const [form, quality] of [...forms]) {
    for (const head of talk.alike.get(form) ?? []) {
      if (!forms.has(head)) classes.add(head);
      put(head, quality * 0.97);
    }
  }
  const small = talk.small.has(word.word);
  const soft = small || talk.weak.has(word.word) || /^\d+$/.test(word.word);
  return { forms, classes, meant, word: word.word, stem: word.stem, at: word.at, end: word.end, soft, small };
}

/** Two words that should be one: "bi polar", "help line". @param {import("./phrases.js").Slot[]} list @param {import("./vocabulary.js").Vocabulary} vocabulary */
function join(list, vocabulary) {
  const { talk, spelling } = vocabulary;
  for (let i = 0; i + 1 < list.length; i++) {
    const both = list[i].word + list[i + 1].word;
    const apart = known(list[i].word, vocabulary) && known(list[i + 1].word, vocabulary);
    const meant = spelling.knows(both) ? [{ word: both, quality: 0.95 }] : apart || both.length < 6 ? [] : spelling.near(both).filter(({ quality }) => quality > 0.75);
    for (const { word, quality } of meant) {
      const form = stem(even(word), talk);
      if (!list[i].forms.has(form)) list[i].forms.set(form, quality);
    }
    if (meant.length) list[i].joins = { word: meant[0].word };
  }
}
