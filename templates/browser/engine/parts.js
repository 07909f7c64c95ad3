/**
 * The parts of a score, by name.
 *
 * @typedef {{need: number, near: number, name: number, words: number, seek: number, area: number, age: number, group: number, wish: number, reach: number,
 *   oneWay: number, otherWay: number, sure: number, paused: number, page: number}} Parts
 */

/** Parts that are all zero. @returns {Parts} */
export const nothing = () => ({ need: 0, near: 0, name: 0, words: 0, seek: 0, area: 0, age: 0, group: 0, wish: 0, reach: 0, oneWay: 0, otherWay: 0, sure: 0, paused: 0, page: 0 });

/** Reset the parts that depend on the person. @param {Parts} parts */
export function clear(parts) {
  parts.age = 0;
  parts.group = 0;
  parts.wish = 0;
  parts.area = 0;
  parts.oneWay = 0;
  parts.otherWay = 0;
}

/** Scale the parts that depend on the person by how well the service fits the need. @param {Parts} parts */
export function tempered(parts) {
  const base = Math.min(1, parts.need + parts.near + parts.name + parts.words);
  if (parts.age > 0) parts.age *= base;
  if (parts.group > 0) parts.group *= base;
  if (parts.wish > 0) parts.wish *= base;
  if (parts.area > 0) parts.area *= base;
  parts.reach *= base;
}

/** The sum of all parts, always added in the same order, so that rounding is equal. @param {Parts} parts */
export const sum = ({ need, near, name, words, seek, area, age, group, wish, reach, oneWay, otherWay, sure, paused, page }) =>
  need + near + name + words + seek + area + age + group + wish + reach + oneWay + otherWay + sure + paused + page;
