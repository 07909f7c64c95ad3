// Split a text into sentences, and count its words. The same as `knowledge/text/sentences.py`.
const END = /[.!?]+["'’”)\]]*(?=\s+["'‘“([]*[A-Z0-9£])|\n{2,}|\n(?=\s*(?:[-*•·●]|\d+[.)])\s)/g;
const SHORT = /(?:^|[^\p{L}\p{N}_])(?:e\.g|i\.e|etc|approx|Dr|Mr|Mrs|Ms|St|No|vs|cf|cl|p|[A-Z])\.$/u;
const WORD = /[A-Za-zÀ-ɏ0-9]+(?:['’‑-][A-Za-zÀ-ɏ0-9]+)*/g;

/** The sentences of a text as `{start, end, text}`. A full stop after `e.g.` or an initial ends none. @param {string} text */
export function sentences(text) {
  const found = [];
  let start = 0;
  for (const { 0: mark, index } of text.matchAll(END)) {
    const end = index + mark.length;
    if (mark.endsWith(".") && SHORT.test(text.slice(start, end))) continue;
    found.push(trimmed(text, start, end));
    start = end;
  }
  found.push(trimmed(text, start, text.length));
  return found.filter((sentence) => sentence.text);
}

/** The words of a text; one with a hyphen or an apostrophe is one. @param {string} text @returns {string[]} */
export function wordsIn(text) {
  return text.match(WORD) ?? [];
}

/** How many words a text has. @param {string} text */
export function wordCount(text) {
  return wordsIn(text).length;
}

/** @param {string} text @param {number} from @param {number} to */
function trimmed(text, from, to) {
  const cut = text.slice(from, to);
  const start = from + cut.length - cut.trimStart().length;
  const said = cut.trim();
  return { start, end: start + said.length, text: said };
}
