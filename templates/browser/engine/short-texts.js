/** Numbers and lists of words, as the build has packed them: it unpacks them for `unfold.js`. */

const [FIRST_CAPITAL, LAST_CAPITAL] = [65, 74];

/** The words of a front-coded text. @param {string} text */
export function unfronted(text) {
  /** @type {string[]} */
  const found = [];
  let last = "";
  for (let at = 0; at < text.length; ) {
    const shared = text.charCodeAt(at) - FIRST_CAPITAL;
    let end = at + 1;
    while (end < text.length && !begins(text.charCodeAt(end))) end++;
    last = last.slice(0, shared) + text.slice(at + 1, end);
    found.push(last);
    at = end;
  }
  return found;
}

/** @param {number} code */
const begins = (code) => code >= FIRST_CAPITAL && code <= LAST_CAPITAL;

/** Places in order, from 0, each written as how far it is behind the one before. @param {string} text */
export function unspaced(text) {
  let at = -1;
  return text ? text.split(".").map((gap) => (at += Number.parseInt(gap, 36))) : [];
}
