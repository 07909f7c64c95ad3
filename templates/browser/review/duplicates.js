// Statements that say nearly the same, as near as `near_duplicates` in `checks/wording/measures.py` asks.

/** Pairs of texts with a similarity of at least `limit` percent, and the similarity. Texts with few words are skipped. @param {string[]} texts @param {number} limit @param {number} fewest @returns {Generator<[first: number, second: number, percent: number], void, undefined>} */
export function* nearDuplicates(texts, limit, fewest) {
  const plain = texts.map((text) => [...text.replace(/[^\p{L}\p{N}_]/gu, " ").toLowerCase().trim()]);
  for (const [second, text] of plain.entries()) {
    const words = text.join("").split(/\s+/);
    if (words.filter((word) => /^\p{L}+$/u.test(word)).length < fewest) continue;
    const places = placesOf(text);
    let [best, first] = [limit, -1];
    for (let other = 0; other < second; other += 1) {
      const both = text.length + plain[other].length;
      if ((200 * Math.min(text.length, plain[other].length)) / both < best) continue;
      const percent = (200 * inCommon(places, text.length, plain[other])) / both;
      if (percent > best || (percent === best && first === -1)) [best, first] = [percent, other];
    }
    if (first !== -1) yield [first, second, halfToEven(best)];
  }
}

/** Where each letter stands in a text: a bit for each place, 32 to a number. @param {string[]} text */
function placesOf(text) {
  /** @type {Map<string, Uint32Array>} */
  const places = new Map();
  const size = Math.ceil(text.length / 32);
  for (const [at, letter] of text.entries()) {
    const bits = places.get(letter) ?? new Uint32Array(size);
    bits[at >> 5] |= 1 << (at & 31);
    places.set(letter, bits);
  }
  return places;
}

/**
 * The length of the longest common subsequence, 32 places at once (Hyyrö, Bit-parallel LCS-length computation revisited, 2004).
 * @param {Map<string, Uint32Array>} places of the letters of one text
 * @param {number} length of that text
 * @param {string[]} other
 */
function inCommon(places, length, other) {
  const row = new Uint32Array(Math.ceil(length / 32)).fill(0xffffffff);
  for (const letter of other) {
    const bits = places.get(letter);
    if (!bits) continue;
    let carry = 0;
    for (let at = 0; at < row.length; at += 1) {
      const kept = (row[at] & bits[at]) >>> 0;
      const sum = row[at] + kept + carry;
      carry = sum > 0xffffffff ? 1 : 0;
      row[at] = (sum >>> 0) | (row[at] & ~bits[at]);
    }
  }
  let common = 0;
  for (let at = 0; at < length; at += 1) if (!((row[at >> 5] >>> (at & 31)) & 1)) common += 1;
  return common;
}

/** A number rounded as Python writes it: a half to the even neighbour. @param {number} value */
function halfToEven(value) {
  const whole = Math.floor(value);
  return value - whole === 0.5 ? whole + (whole % 2) : Math.round(value);
}
