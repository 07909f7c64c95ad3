// Take changes of answers, headings and paragraphs into a draft. The same as `knowledge/drafts/taking_words.py`.
import { joinWords } from "../text/formatting.js";
/** @import { Network, Overlay } from "../tailor/types" */
/** @import { Change } from "./types" */

/** Fields whose words in the file are the words of the draft. */
const PLAIN_FIELDS = /** @type {const} */ (["hours", "pattern", "contract", "supervision", "responsible_for", "holiday", "pension", "probation", "travel", "learning", "works_with"]);

/** Why a draft says so: how it was changed, and by whom. @param {Change} change */
export function reasonOf({ by = [], how = "Changed in Word" }) {
  const who = joinWords([...new Set(by.flatMap(({ author }) => author ?? []))]);
  return who ? `${how} by ${who}.` : `${how}.`;
}

/** Take the answer of a field, and say whether it could be. @param {Network} network @param {Overlay} overlay @param {Change} change */
export function takeField(network, overlay, { id, after }) {
  const name = PLAIN_FIELDS.find((each) => each === id);
  if (name && after) overlay.fill = { ...overlay.fill, [name]: after };
  else if (id === "adjustments" && after) network.adjustments = after;
  else return false;
  return true;
}

/** Take the heading of a section, the role's or the network's own. @param {Overlay} overlay @param {Map<string, string>} base the headings of the role by id @param {Change} change */
export function takeHeading(overlay, base, change) {
  const { before, after } = change;
  const { rename = [], add_sections = [] } = overlay;
  const own = add_sections.find(({ heading }) => heading === before);
  if (own && after) {
    own.heading = after;
    return true;
  }
  const headings = new Map([...base, ...rename.map(({ id, heading }) => /** @type {const} */ ([id, heading]))]);
  const id = [...headings.keys()].find((name) => headings.get(name) === before);
  if (!id || !after) return false;
  const others = rename.filter((each) => each.id !== id);
  overlay.rename = after === base.get(id) ? others : [...others, { id, heading: after, because: reasonOf(change) }];
  return true;
}

/**
 * Take a shared clause that is left out or added. Its words are the library's, so what was changed in them cannot be taken.
 * @param {Overlay} overlay
 * @param {Change} change
 */
export function takeClause(overlay, change) {
  const { kind, id } = change;
  if (!id || (kind !== "added" && kind !== "dropped")) return false;
  /** @type {["add_clauses" | "drop_clauses", "add_clauses" | "drop_clauses"]} */
  const [undone, done] = kind === "added" ? ["drop_clauses", "add_clauses"] : ["add_clauses", "drop_clauses"];
  const has = (/** @type {typeof done} */ list) => overlay[list]?.some((each) => each.id === id);
  if (has(undone)) overlay[undone] = overlay[undone]?.filter((each) => each.id !== id);
  else if (!has(done)) overlay[done] = [...(overlay[done] ?? []), { id, because: reasonOf(change) }];
  return true;
}

/** Take a paragraph on who the network is. @param {Network} network @param {Change} change */
export function takeProfile(network, { before = "", after }) {
  const { profile = [] } = network;
  if (!after || !profile.includes(before)) return false;
  profile[profile.indexOf(before)] = after;
  return true;
}

/**
 * Take one of the lines that say the post on a page, in other words or left out, and say whether it could be. The last one stays.
 * @param {Network} network
 * @param {Overlay} overlay
 * @param {string[]} base the lines of the role
 * @param {Change} change
 */
export function takeLine(network, overlay, base, { before, after = "" }) {
  const known = overlay.fill?.in_three_lines ?? network.defaults?.in_three_lines ?? base;
  const kept = known.map((line) => (line === before ? after : line)).filter(Boolean);
  if (!before || !known.includes(before) || !kept.length) return false;
  overlay.fill = { ...overlay.fill, in_three_lines: kept };
  return true;
}
