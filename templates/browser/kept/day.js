// Days as a kept copy carries them.
import { day } from "../text/formatting.js";

const DAY = 86_400_000; // milliseconds

/** `2027-05-03`. @param {Date} when */
export function isoDay(when) {
  return when.toISOString().slice(0, 10);
}

/** What is said of a copy. Nothing for a day means that it is not known. @param {string} iso */
export function keptFrom(iso) {
  return iso ? `Kept copy from ${day(iso)}.` : "Kept copy. The day it was kept is not known.";
}

/**
 * Whether a copy is too old to be trusted. So is one without a day, and one from a day to come: then the clock of one of two is wrong.
 * @param {string} iso
 * @param {number} limit days
 * @param {Date} now
 */
export function tooOld(iso, limit, now) {
  const age = (now.getTime() - Date.parse(iso)) / DAY;
  return !(age >= -1 && age < limit + 1);
}
