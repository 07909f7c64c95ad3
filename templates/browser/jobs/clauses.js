// Paragraphs that say what a shared clause says: the same as `knowledge/job_documents/clauses.py`.
import { tokenSet } from "../bringing/likeness.js";
import { anywhere } from "../documents/patterns.js";
import { inCommon, placesOf } from "../text/common.js";
/** @import { ClauseMatch, JobData } from "./types" */

export class KnownClauses {
  /** @param {Pick<JobData, "clauses" | "limits">} data */
  constructor({ clauses, limits }) {
    this.limits = limits;
    this.texts = new Map(clauses.map(({ id, text }) => [id, ready(text)]));
    this.names = clauses.flatMap(({ id, names }) => names.map((name) => ({ id, name: ready(name), sorted: inOrder(ready(name)) })));
    this.knownBy = clauses.flatMap(({ id, knownBy }) => (knownBy ? [/** @type {const} */ ([id, anywhere(knownBy)])] : []));
  }

  /** The clause that a heading names. @param {string} heading @returns {string | null} */
  named(heading) {
    const said = ready(heading);
    const sorted = inOrder(said);
    let [best, score] = ["", this.limits.headingLike];
    for (const each of this.names) {
      const like = ratio(sorted, each.sorted);
      if (like > score || (!best && like === score)) [best, score] = [each.id, like];
    }
    const words = new Set(said.split(" ").filter(Boolean));
    if (best || words.size > this.limits.few) return best || null;
    return this.names.find(({ name }) => name.includes(" ") && name.split(" ").filter(Boolean).every((word) => words.has(word)))?.id ?? null;
  }

  /** The clause that a paragraph means, below a heading that names one or in a part on terms, or elsewhere. @param {string} text @param {string | null} heading @param {boolean} general @returns {ClauseMatch | null} */
  meant(text, heading, general) {
    const said = ready(text);
    const score = (/** @type {string} */ id) => tokenSet(said, this.texts.get(id) ?? "");
    const under = heading ? score(heading) : 0;
    if (heading && under >= this.limits.underHeading) return { clause: heading, likeness: under };
    /** @type {ClauseMatch | null} */
    let best = null;
    for (const [clause, pattern] of this.knownBy) {
      const likeness = pattern.test(text) ? score(clause) : -1;
      if (likeness > (best?.likeness ?? -1)) best = { clause, likeness };
    }
    return best && best.likeness >= (general ? this.limits.underHeading : this.limits.anywhere) ? best : null;
  }
}

/** Words as they are compared. @param {string} text */
const ready = (text) => text.replace(/[^\p{L}\p{N}_]/gu, " ").toLowerCase().trim();

/** @param {string} text */
const inOrder = (text) => [...text.split(/\s+/).filter(Boolean).sort().join(" ")];

/** How like two texts are by letters in order (as rapidfuzz’s `ratio`). @param {string[]} one @param {string[]} other */
function ratio(one, other) {
  const both = one.length + other.length;
  return both ? (2 * inCommon(placesOf(one), one.length, other)) / both : 1;
}
