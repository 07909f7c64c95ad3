// Format dates, lists, numbers, ages and ids, as in every pack and on every page. The same as `knowledge/text/formatting.py`.
const MONTHS = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];

/** `a`, `a and b`, `a, b and c`. @param {string[]} values */
export function joinWords(values) {
  return values.length < 2 ? values.join("") : `${values.slice(0, -1).join(", ")} and ${values[values.length - 1]}`;
}

/** `2026-11-21` as `21 November 2026`. Anything else stays as it is. @param {string | undefined} value */
export const day = (value) => written(value, (month) => month);

/** `2026-11-21` as `21 Nov 2026`, where there is little room. @param {string | undefined} value */
export const shortDay = (value) => written(value, (month) => month.slice(0, 3));

/** @param {string | undefined} value @param {(month: string) => string} as */
function written(value = "", as) {
  const found = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(value);
  const month = found && MONTHS[Number(found[2]) - 1];
  return month ? `${Number(found[3])} ${as(month)} ${Number(found[1])}` : value;
}

/** A date in ISO format, in the device's time zone. @param {Date} when */
export function isoDay(when) {
  const two = (/** @type {number} */ number) => String(number).padStart(2, "0");
  return `${when.getFullYear()}-${two(when.getMonth() + 1)}-${two(when.getDate())}`;
}

/** `Ages 11 to 25`, `18 and over`, `Up to 24`, or nothing where neither is known. @param {number | null} youngest @param {number | null} oldest */
export function ages(youngest, oldest) {
  if (youngest === null) return oldest === null ? "" : `Up to ${oldest}`;
  return oldest === null ? `${youngest} and over` : `Ages ${youngest} to ${oldest}`;
}

/** A short value among sentences begins and ends like one. @param {string} words */
export function sentence(words) {
  const begun = upperFirst(words);
  return !begun || /[.?]$/.test(begun) ? begun : `${begun}.`;
}

/** Words for the start of a sentence. @param {string} words */
export const upperFirst = (words) => first(words).toUpperCase() + words.slice(first(words).length);

/** Words for the middle of a sentence. What begins with an abbreviation, such as NHS or A&E, stays. @param {string} words */
export function lowerFirst(words) {
  const two = [...words.slice(0, 4)].slice(0, 2).join("");
  return /\p{Uppercase}/u.test(two) && !/[\p{Lowercase}\p{Lt}]/u.test(two) ? words : first(words).toLowerCase() + words.slice(first(words).length);
}

/** The first character, which may be two units of a string. @param {string} words */
function first(words) {
  return [...words.slice(0, 2)][0] ?? "";
}

/** `Andy’s Man Club (UK)` as an id: `andys-man-club-uk`. @param {string} text */
export const slug = (text) => text.toLowerCase().replace(/[’']/g, "").replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");

/**
 * A whole number with thousands separators: `48,260`. Not toLocaleString, whose first call loads the browser's language data:
 * 10 milliseconds.
 * @param {number} value
 */
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
