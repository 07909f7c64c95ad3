// What a heading begins: another job description, a part, a section, a category: the same as `knowledge/job_documents/below_headings.py`.
import { upperFirst } from "../text/formatting.js";
import { isHeading, zoneBelow } from "./headings.js";
import { nothingYet, ON_TERMS, withSign } from "./state.js";
import { levelOf, stripped } from "./words.js";
/** @import { KnownClauses } from "./clauses.js" */
/** @import { ReadingState } from "./state.js" */
/** @import { Passage, Zone } from "./types" */

/** @type {ReadonlySet<Zone>} */
const AMONG_CRITERIA = new Set(/** @type {const} */ (["job", "specification", "about", "general"]));

/** Whether a heading begins another job description: one with statements and criteria was read. @param {ReadingState} state @param {Passage[]} passages @param {number} at */
export function beginsNextJob(state, passages, at) {
  const described = state.job.sections.some(({ statements }) => statements.length) && (state.raw.length || state.job.categories.length);
  return Boolean(described) && zoneBelow(state.words, passages, at, state.zone) === "job";
}

/** Begin what the heading at a place begins. @param {ReadingState} state @param {Passage[]} passages @param {number} at @param {KnownClauses} clauses */
export function readHeading(state, passages, at, clauses) {
  const one = passages[at];
  const zone = zoneBelow(state.words, passages, at, state.zone);
  if (zone === "job" && standsLate(state, passages, at)) dropWhatCameBefore(state);
  const inside = state.depth > 0 && one.layout.heading > state.depth;
  if (zone && beginsPart(state, zone, inside)) {
    state.enter(zone, one.layout.heading);
    state.openSection(one, zone);
    setLevelAskedFor(state, one);
    return;
  }
  if (zone === null && state.zone !== "specification" && state.words.whole.levelLine.test(one.title)) beginSpecification(state, one);
  if (state.zone === "specification") {
    readHeadingOfCriteria(state, one);
    setLevelAskedFor(state, one);
  } else readOtherHeading(state, passages, at, zone ? null : clauses.named(one.title), inside);
}

/** Whether a heading begins the part that its words name. @param {ReadingState} state @param {Zone} zone @param {boolean} inside */
function beginsPart(state, zone, inside) {
  return !((state.zone === "specification" && !AMONG_CRITERIA.has(zone)) || (inside && zone === "general"));
}

/** Read a heading outside the criteria that names no part, but perhaps a shared clause. @param {ReadingState} state @param {Passage[]} passages @param {number} at @param {string | null} named @param {boolean} inside */
function readOtherHeading(state, passages, at, named, inside) {
  const one = passages[at];
  if (named && !["before", "job", "about"].includes(state.zone)) {
    Object.assign(state, { zone: "clause", clause: named });
    state.job.headings.push(one);
  } else if (ON_TERMS.has(state.zone)) {
    Object.assign(state, { zone: "general", clause: null });
    state.job.headings.push(one);
  } else if (state.zone === "duties" || state.zone === "purpose") {
    state.zone = "duties";
    state.openSection(one, "duties");
  } else if (state.zone === "about" && !inside && passages[at + 1]?.listed && !isHeading(state.words, passages, at + 1)) {
    state.enter("duties", one.layout.heading);
    state.openSection(one, "duties");
  } else state.leave(one, state.words.data.whyLeft[state.zone]);
}

/** Criteria begin without a heading of their own. Where desirable ones come first, what is listed above them is essential. @param {ReadingState} state @param {Passage} one */
function beginSpecification(state, one) {
  const { sections } = state.job;
  const above = state.zone === "duties" ? sections[sections.length - 1] : undefined;
  state.enter("specification", one.layout.heading);
  if (!above || sections.length < 2 || !one.title.toLowerCase().startsWith("desirable")) return;
  state.raw.push(...above.statements.map(({ passage }) => withSign(state.words, passage, above.heading, null)));
  above.statements = [];
}

/** A heading such as ‘You must have’ names the level. @param {ReadingState} state @param {Passage} one */
function setLevelAskedFor(state, one) {
  const asks = state.words.whole.asks.exec(one.title);
  if (asks) state.level = asks[1] ? "essential" : "desirable";
}

/** A heading among criteria names a level, a category or both. @param {ReadingState} state @param {Passage} one */
function readHeadingOfCriteria(state, one) {
  state.job.headings.push(one);
  const named = state.words.whole.levelLine.exec(stripped(one.text, " :"));
  if (named) {
    state.level = levelOf(named[1]);
    state.levelInside = Boolean(state.category) && !named[2];
    if (named[2]) state.category = upperFirst(named[2]);
    return;
  }
  if (state.levelInside) Object.assign(state, { level: null, levelInside: false });
  state.category = one.title;
}

/** Whether the heading of the job description stands far into a document: what comes before is another text. @param {ReadingState} state @param {Passage[]} passages @param {number} at */
function standsLate(state, passages, at) {
  const begun = state.raw.length || state.job.fields.length || !["before", "duties", "purpose"].includes(state.zone);
  return !begun && at > state.words.data.limits.early && at > Math.floor(passages.length / 20);
}

/** What stands before the first job description of a longer document is none of it. @param {ReadingState} state */
function dropWhatCameBefore(state) {
  const { sections, clauses, fields, left, headings } = state.job;
  const gone = [...[...sections.flatMap(({ statements }) => statements), ...clauses, ...fields, ...left].map(({ passage }) => passage), ...headings];
  state.job = nothingYet();
  state.job.left = gone.sort((one, other) => one.number - other.number).map((passage) => ({ passage, reason: state.words.data.whyLeft.before }));
}
