/**
 * Unpack the weights of thousands of features, as generator/knowledge/danger/packed.py has packed them.
 *
 * @typedef {{marks: string, signs: string}} Packed
 *   The marks of the features in order, each as the distance from the one before in groups of seven bits, in base 64; a sign for each weight.
 */
const STEP = 5; // weights are kept in steps of so many tenths
const ZERO_SIGN = 80; // the place of the sign for a weight of nothing
const BACKSLASH = 92; // no sign: JSON would escape it

const TABLE = Int32Array.from({ length: 256 }, (_, byte) => {
  let rest = byte;
  for (let bit = 0; bit < 8; bit++) rest = rest & 1 ? (rest >>> 1) ^ 0xedb88320 : rest >>> 1;
  return rest;
});

/** The 20 bits that identify a feature: CRC-32 of its code units, without the lowest twelve. @param {string} name */
export function mark(name) {
  let sum = -1;
  for (let at = 0; at < name.length; at++) {
    const unit = name.charCodeAt(at);
    sum = TABLE[(sum ^ unit) & 255] ^ (sum >>> 8);
    sum = TABLE[(sum ^ (unit >>> 8)) & 255] ^ (sum >>> 8);
  }
  return ~sum >>> 12;
}

/**
 * The weights in tenths, by the marks of features.
 * @param {Packed} plain
 * @param {number} outputs How many weights each has.
 * @param {Map<number, number[]>} found
 */
export function unpack({ marks, signs }, outputs, found) {
  const gaps = atob(marks);
  let [last, part, shift, count] = [0, 0, 0, 0];
  for (let at = 0; at < gaps.length; at++) {
    const byte = gaps.charCodeAt(at);
    part |= (byte & 127) << shift;
    shift += 7;
    if (byte < 128) {
      last += part;
      found.set(last, weightsAt(signs, count * outputs, outputs));
      count += 1;
      [part, shift] = [0, 0];
    }
  }
  return found;
}

/** @param {string} signs @param {number} from @param {number} outputs */
const weightsAt = (signs, from, outputs) => Array.from({ length: outputs }, (_, i) => STEP * (placeOf(signs.charCodeAt(from + i)) - ZERO_SIGN));

/** @param {number} code */
const placeOf = (code) => code - Number(code > BACKSLASH);
