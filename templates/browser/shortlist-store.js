// The shortlist: ids of services, in order, stored in this browser only. If storage is refused, it lasts as long as the page.
import { named, renamed } from "./site.js";

const OLD = "fingerpost.shortlist";
const KEY = named("shortlist");
const MOST = 10; // what fits on two pages of a handout
const ID = /^[a-z0-9]+(?:-[a-z0-9]+)*$/; // anything else in storage is not ours

renamed(OLD, KEY);
/** @type {Set<(ids: string[]) => void>} */
const listeners = new Set();
let kept = read();

/** @returns {string[]} */
function read() {
  try {
    const found = JSON.parse(localStorage.getItem(KEY) ?? "[]");
    return Array.isArray(found) ? [...new Set(found.filter((id) => typeof id === "string" && ID.test(id)))].slice(0, MOST) : [];
  } catch {
    return [];
  }
}

/** @param {string[]} ids */
function keep(ids) {
  kept = ids;
  try {
    if (ids.length) localStorage.setItem(KEY, JSON.stringify(ids));
    else localStorage.removeItem(KEY);
  } catch {
    // Refused or full: see above.
  }
  for (const tell of listeners) tell(list());
}

// A change in another tab.
addEventListener("storage", (event) => {
  if (event.key !== KEY && event.key !== null) return;
  kept = read();
  for (const tell of listeners) tell(list());
});

/** @returns {string[]} the ids, in order */
export function list() {
  return [...kept];
}

/** @param {string} id @returns {boolean} */
export function has(id) {
  return kept.includes(id);
}

/**
 * Add a service, at the end unless `at` is given. Adding one that is on the list changes nothing.
 * @param {string} id
 * @param {number} [at]
 * @returns {boolean} whether it is on the list now; false if the list is full
 */
export function add(id, at = kept.length) {
  if (has(id)) return true;
  if (!ID.test(id) || kept.length >= MOST) return false;
  keep([...kept.slice(0, at), id, ...kept.slice(at)]);
  return true;
}

/** @param {string} id */
export function remove(id) {
  if (has(id)) keep(kept.filter((one) => one !== id));
}

/**
 * Move a service up (negative) or down by some places, within the list.
 * @param {string} id
 * @param {number} by
 */
export function move(id, by) {
  const from = kept.indexOf(id);
  const to = Math.min(Math.max(from + by, 0), kept.length - 1);
  if (from < 0 || to === from) return;
  const rest = kept.filter((one) => one !== id);
  keep([...rest.slice(0, to), id, ...rest.slice(to)]);
}

export function clear() {
  if (kept.length) keep([]);
}

/** For the quick exit: clear the list, and one that an earlier version stored, even if another copy of the site did. */
export function forget() {
  clear();
  try {
    localStorage.removeItem(OLD);
  } catch {
    // Storage is refused: nothing is stored.
  }
}

/**
 * @param {(ids: string[]) => void} tell called after every change, including one in another tab
 * @returns {() => void} stops the calls
 */
export function onChange(tell) {
  listeners.add(tell);
  return () => listeners.delete(tell);
}
