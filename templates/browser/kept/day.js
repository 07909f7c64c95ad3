// The day on which a cached copy was fetched.
import { day } from "../text/formatting.js";

const DAY = 86_400_000; // milliseconds

/** `2027-05-03`. @param {Date} when */
export function isoDay(when) {
  return when.toISOString().slice(0, 10);
}

/** The note on a copy. An empty day is unknown. @param {string} iso */
export function keptFrom(iso) {
  return iso ? `Kept copy from ${day(iso)}.` : "Kept copy. The day it was kept is not known.";
}

/**
 * Whether a copy is too old to be trusted. So is one without a day, or with a future day, because then some clock is wrong.
 * @param {string} iso
 * @param {number} limit days
 * @param {Date} now
 */
export function tooOld(iso, limit, now) {
  const age = (now.getTime() - Date.parse(iso)) / DAY;
  return !(age >= -1 && age < limit + 1);
}
