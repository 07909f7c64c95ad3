/**
 * Read signs that take as few bits as their frequency allows, as generator/knowledge/danger/prefix_codes.py has packed them.
 *
 * @typedef {{signs: string, sizes: number[], bits: string}} Coded
 *   Bits in base 64. `signs` has each sign, those with the shortest codes first; `sizes` says how many have codes of one bit, of two, and so on.
 */

/**
 * The first signs, by their codes.
 * @param {Coded} plain
 * @param {number} length How many there are. What follows them only fills the last byte.
 */
export function decoded({ signs, sizes, bits }, length) {
  const [bytes, longest] = [atob(bits), sizes.length];
  const { sign, size } = meanings(signs, sizes);
  const found = new Uint16Array(length);
  let [read, held, count] = [0, 0, 0]; // the last bits that were read, and how many of them are not used yet
  for (let i = 0; i < length; i++) {
    for (; count < longest; count += 8) held = ((held << 8) | bytes.charCodeAt(read++)) & 0xffffff; // after the end there are noughts
    const next = (held >>> (count - longest)) & ((1 << longest) - 1);
    found[i] = sign[next];
    count -= size[next];
  }
  return found;
}

/** The sign that begins with each possible run of bits, as long as the longest code, and how many of them are its code. @param {string} signs @param {number[]} sizes */
function meanings(signs, sizes) {
  const [sign, size] = [new Uint16Array(1 << sizes.length), new Uint8Array(1 << sizes.length)];
  let [from, place] = [0, 0];
  for (const [shorter, number] of sizes.entries()) {
    for (let i = 0; i < number; i++) {
      const to = from + (1 << (sizes.length - shorter - 1));
      sign.fill(signs.charCodeAt(place++), from, to);
      size.fill(shorter + 1, from, to);
      from = to;
    }
  }
  return { sign, size };
}
