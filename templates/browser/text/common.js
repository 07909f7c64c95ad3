// How many letters two texts have in common in one order: the longest common subsequence, 32 places at once
// (Hyyrö, Bit-parallel LCS-length computation revisited, 2004).

/** Where each letter stands in a text: a bit for each place, 32 to a number. @param {string[]} text */
export function placesOf(text) {
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

/** @param {Map<string, Uint32Array>} places of the letters of one text @param {number} length of that text @param {string[]} other */
export function inCommon(places, length, other) {
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
