/**
 * Split typed text into words and normalise case, accents, apostrophes, dots and digits. generator/knowledge/danger/text.py does the same.
 *
 * @typedef {{word: string, at: number, end: number}} Token A word with its place in the text.
 */

const WORD = /(?:\p{L}\.){2,}(?!\p{L})|(?:\p{L}\.)+\p{L}(?![\p{L}\p{M}\p{N}])|[\p{L}\p{M}\p{N}]+(?:['’‘`´][\p{L}\p{M}\p{N}]+)*/gu;
const PLAIN = /^[a-z]+$/;
const APART = /^(?:([0-9]+)([^0-9].*)|(x)([0-9]+))$/s;

/**
 * @param {string} text
 * @param {Record<string, string>} rewrite Text speak and variants, word for word.
 * @returns {Token[]}
 */
export function tokens(text, rewrite) {
  return [...text.matchAll(WORD)].flatMap((match) => parts(match[0], rewrite).map((word) => ({ word, at: match.index, end: match.index + match[0].length })));
}

/** @param {string} raw @param {Record<string, string>} rewrite */
function parts(raw, rewrite) {
  const low = raw.toLowerCase();
  const plain = PLAIN.test(low); // most words: worth a short way
  const word = plain ? low : low.normalize("NFKD").replace(/[\u0300-\u036f\u064b-\u065f.]/g, "").replace(/[’‘`´]/g, "'");
  const bare = plain ? word : word.replace(/'/g, "");
  const known = own(rewrite, word) ?? own(rewrite, bare);
  if (known !== undefined) return known.split(" ");
  const apart = APART.exec(bare);
  if (apart) return apart.slice(1).filter(Boolean).map((part) => own(rewrite, part) ?? part);
  return bare ? [bare] : [];
}

/** @param {Record<string, string>} map @param {string} key @returns {string | undefined} */
const own = (map, key) => (Object.prototype.hasOwnProperty.call(map, key) ? map[key] : undefined);
