/**
 * Unpack the weights of thousands of features, as generator/knowledge/danger/packed.py has packed them.
 *
 * @typedef {import("./prefix-codes.js").Coded} Coded
 * @typedef {{low: string, high: Coded, first: Coded, there: Coded, others: Coded}} Packed
 *   Of each feature, in the order of their marks, how far its mark is behind the one before: the last six bits in base 64, and the rest. Then its
 *   first weight, which of the others are not zero, and those.
 */
import { decoded } from "./prefix-codes.js";

const STEP = 5; // weights are kept in steps of so many tenths
const ZERO_SIGN = 80; // the place of the sign for a weight of nothing
const FIRST_SIGN = 48; // of the sign for 0 in lists of small numbers
const BACKSLASH = 92; // no sign: JSON would escape it
const BASE64 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

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
 * The marks in order, and the weights of each in tenths.
 * @param {Packed} plain
 * @param {number} outputs How many weights each has.
 */
export function unpack({ low, high, first, there, others }, outputs) {
  const count = low.length;
  const lows = Uint8Array.from({ length: 128 }, (_, code) => Math.max(0, BASE64.indexOf(String.fromCharCode(code))));
  const [gaps, firsts, which] = [high, first, there].map((plain) => decoded(plain, count));
  const rest = decoded(others, which.reduce((sum, bits) => sum + ones(bits - FIRST_SIGN), 0));
  const [marks, weights] = [new Int32Array(count), new Int16Array(count * outputs)];
  let [last, next] = [0, 0];
  for (let at = 0; at < count; at++) {
    last += 64 * (gaps[at] - FIRST_SIGN) + lows[low.charCodeAt(at)];
    marks[at] = last;
    weights[at * outputs] = weight(firsts[at]);
    let place = at * outputs;
    for (let left = which[at] - FIRST_SIGN; left; left >>= 1) {
      place += 1;
      if (left & 1) weights[place] = weight(rest[next++]);
    }
  }
  return { marks, weights, outputs };
}

/**
 * The weights of a feature; undefined if it has none.
 * @param {ReturnType<typeof unpack>} table
 * @param {number} wanted The mark of the feature.
 */
export function weightsOf({ marks, weights, outputs }, wanted) {
  let [from, to] = [0, marks.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if (marks[middle] < wanted) from = middle + 1;
    else to = middle;
  }
  return marks[from] === wanted ? weights.subarray(from * outputs, (from + 1) * outputs) : undefined;
}

/** How many bits of a small number are set. @param {number} bits */
function ones(bits) {
  let count = 0;
  for (let left = bits; left; left &= left - 1) count++;
  return count;
}

/** @param {number} code */
const weight = (code) => STEP * (code - Number(code > BACKSLASH) - ZERO_SIGN);
