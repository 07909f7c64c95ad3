// A change as the list has it: only keys that say something, with those who made it. The same as `knowledge/drafts/changes.py`.
/** @import { Change, TrackedMark } from "./types" */

/** A change, and where in the file it stands. @typedef {[at: number, change: Change]} Placed */

/** @param {Change} said @param {TrackedMark[]} [marks] the tracked changes that made it @returns {Change} */
export function changeOf(said, marks = []) {
  const who = marks.filter(({ text }) => text.trim()).map(({ author, day }) => saying({ author, day }));
  const by = [...new Map(who.map((each) => [JSON.stringify(each), each])).values()];
  return saying({ certainty: "sure", ...said, by });
}

/**
 * Only what says something.
 * @template {object} Value
 * @param {Value} value
 * @returns {Value}
 */
export function saying(value) {
  const kept = Object.entries(value).filter(([, inner]) => (Array.isArray(inner) ? inner.length : inner));
  return /** @type {Value} */ (Object.fromEntries(kept));
}
