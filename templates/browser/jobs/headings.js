// Headings told from paragraphs: the same as `knowledge/job_documents/headings.py`.
import { isCapitals } from "./words.js";
/** @import { Passage, Zone } from "./types" */
/** @import { JobWords } from "./words.js" */

const SHORTEST = 3; // letters of an abbreviation, which is no heading by its capitals

/** Whether a passage outside tables is a heading. Among criteria, a short line may be one of them. @param {JobWords} words @param {Passage[]} passages @param {number} at @param {boolean} [criteria] @returns {boolean} */
export function isHeading(words, passages, at, criteria = false) {
  const one = passages[at];
  /** @type {Passage | undefined} */
  const after = passages[at + 1];
  const { longestHeading } = words.data.limits;
  if (one.layout.heading) return one.words <= 2 * longestHeading;
  const capitals = isCapitals(one.text) && one.text.length > SHORTEST;
  if (one.words > longestHeading || words.anywhere.ended.test(one.text) || one.text.startsWith("To ")) return false;
  if (one.listed && !(/^\d/.test(one.mark) && (capitals || leads(words, one, after)))) return false;
  if (one.listed || one.layout.bold || capitals || inTitleCase(one.text)) return true;
  if (words.zoneOf(one.title) || words.whole.levelLine.test(one.text)) return true;
  if (one.text.endsWith(":")) return Boolean(after);
  return Boolean(after) && plainly(words, one, after, criteria);
}

/** Whether a line that looks like any other is a heading, by what comes after it. @param {JobWords} words @param {Passage} one @param {Passage} after @param {boolean} criteria */
function plainly(words, one, after, criteria) {
  if (one.text.includes(":") || !/^[\p{Lu}\p{Nd}]/u.test(one.text) || one.words > words.data.limits.longestPlain) return false;
  return after.listed || (!criteria && after.words >= one.words + 4) || after.layout.table > 0;
}

/** What stands below a heading: as its words say, or as what is listed below it does. @param {JobWords} words @param {Passage[]} passages @param {number} at @param {Zone} current @returns {Zone | null} */
export function zoneBelow(words, passages, at, current) {
  const one = passages[at];
  /** @type {Passage | undefined} */
  const after = passages[at + 1];
  const zone = words.zoneOf(one.title);
  const listed = Boolean(after?.listed) && !isHeading(words, passages, at + 1);
  const { duty, listed: fewest } = words.data.limits;
  if (zone === "about" && listed && after.words >= duty && one.title.toLowerCase().includes("relation")) return "duties";
  if (zone === null && (current === "before" || current === "job") && listed && after.words >= fewest && !words.whole.levelLine.test(one.title)) return "duties";
  return zone;
}

/** Whether a numbered line is a heading, by what comes below it. @param {JobWords} words @param {Passage} one @param {Passage | undefined} after */
function leads(words, one, after) {
  if (!after || one.words > words.data.limits.longestPlain) return false;
  if (words.zoneOf(one.title) || one.text.endsWith(":")) return true;
  const dots = (/** @type {string} */ mark) => mark.split(".").length;
  const numbered = /^\d/.test(after.mark);
  return (dots(after.mark) > dots(one.mark) && numbered) || (after.listed && !numbered) || (!after.listed && after.words >= one.words + 4);
}

/** Whether each word of several begins with a capital, but for the small ones. @param {string} text */
function inTitleCase(text) {
  const long = text.split(/\s+/).filter((word) => word.length > 3);
  return long.length > 1 && !text.includes(":") && long.every((word) => /^\p{Lu}/u.test(word));
}
