// How lists, dates and short values are written, as in every pack. The tests hold these against the build's own.
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** `a`, `a and b`, `a, b and c`. @param {string[]} values */
export function joinWords(values) {
  return values.length < 2 ? values.join("") : `${values.slice(0, -1).join(", ")} and ${values[values.length - 1]}`;
}

/** `2026-11-21` as `21 November 2026`. Anything else stays as it is. @param {string | undefined} value */
export function day(value) {
  const found = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(value ?? "");
  const month = found && MONTHS[Number(found[2]) - 1];
  return month ? `${Number(found[3])} ${month} ${Number(found[1])}` : (value ?? "");
}

/** A short value among sentences begins and ends like one. @param {string} words */
export function sentence(words) {
  const begun = first(words).toUpperCase() + words.slice(first(words).length);
  return !begun || /[.?]$/.test(begun) ? begun : `${begun}.`;
}

/** A whole number with its thousands parted: `48,260`. @param {number} value */
export function figures(value) {
  return String(value).replace(/\B(?=(\d{3})+$)/g, ",");
}

/** `1 gap`, `2 gaps`. @param {number} count @param {string} one @param {string} [many] */
export function counted(count, one, many = `${one}s`) {
  return `${figures(count)} ${count === 1 ? one : many}`;
}

/** `mhp-a2` as people cite it: `MHP-a2`. @param {string} id */
export function requirementName(id) {
  const [head, ...rest] = id.split("-");
  return [head.toUpperCase(), ...rest].join("-");
}

/** A day as the data writes it, from the clock of this device. @param {Date} when */
export function isoDay(when) {
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${when.getFullYear()}-${two(when.getMonth() + 1)}-${two(when.getDate())}`;
}

/** The first character, which may be two units of a string. @param {string} words */
function first(words) {
  return [...words.slice(0, 2)][0] ?? "";
}
