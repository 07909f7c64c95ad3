// Where a reader stands in a document, and what it has found so far: the same as `knowledge/job_documents/state.py`.
import { upperFirst } from "../text/formatting.js";
import { levelOf } from "./words.js";
/** @import { Assessment, Level } from "../tailor/types" */
/** @import { FoundCategory, FoundCriterion, FoundField, JobDocument, Passage, RawCriterion, Zone } from "./types" */
/** @import { JobWords } from "./words.js" */

/** The parts of a document that hold terms of employment. @type {ReadonlySet<Zone>} */
export const ON_TERMS = new Set(/** @type {const} */ (["general", "clause"]));
const SHORTEST = 3; // words of a statement that is no item of a list

/** @returns {JobDocument} */
export const nothingYet = () => ({ sections: [], categories: [], fields: [], clauses: [], left: [], headings: [] });

/** One job description while it is read. */
export class ReadingState {
  /** @param {JobWords} words */
  constructor(words) {
    this.words = words;
    this.job = nothingYet();
    /** @type {Zone} */
    this.zone = "before";
    this.depth = 0;
    /** The shared clause that the last heading names. @type {string | null} */
    this.clause = null;
    this.category = "";
    /** @type {Level | null} */
    this.level = null;
    this.levelInside = false;
    /** @type {RawCriterion[]} */
    this.raw = [];
  }

  /** Begin a part of the document. @param {Zone} zone @param {number} depth */
  enter(zone, depth) {
    Object.assign(this, { zone, depth, clause: null, category: "", level: null, levelInside: false });
  }

  /** List a passage as used nowhere. @param {Passage} passage @param {string} reason */
  leave(passage, reason) {
    if (passage.text) this.job.left.push({ passage, reason });
  }

  /** Take the facts that were not said before. Returns the numbers of their passages. @param {FoundField[]} found */
  takeNew(found) {
    const known = new Set(this.job.fields.map(({ name }) => name));
    const fresh = found.filter(({ name }) => !known.has(name));
    this.job.fields.push(...fresh);
    return new Set(fresh.map(({ passage }) => passage.number));
  }

  /** Use a passage as a heading; under some parts it begins a section of statements. @param {Passage} one @param {Zone} zone */
  openSection(one, zone) {
    this.job.headings.push(one);
    if (zone === "duties" || zone === "purpose") this.job.sections.push({ heading: one.title, purpose: zone === "purpose", statements: [] });
  }

  /** Put a passage into the last section, or into one whose heading is a guess. @param {Passage} one */
  addStatement(one) {
    if (one.words < SHORTEST && !one.listed) {
      this.leave(one, this.words.data.reasons.short);
      return;
    }
    const { sections } = this.job;
    const terms = ON_TERMS.has(this.zone);
    if (!sections.length || (terms && sections[sections.length - 1].heading !== "General")) sections.push({ heading: terms ? "General" : "Main duties", purpose: false, statements: [] });
    sections[sections.length - 1].statements.push({ text: upperFirst(one.text), passage: one });
  }

  /** Put criteria into categories, and drop sections without statements. */
  finish() {
    addCriteria(this.job.categories, this.raw, this.words);
    this.job.sections = this.job.sections.filter(({ statements }) => statements.length);
    this.raw = [];
    return this.job;
  }
}

/** The criteria of a passage outside columns: several, where a paragraph has them between semicolons. @param {JobWords} words @param {Passage} one @param {string} category @param {Level | null} level @returns {RawCriterion[]} */
export function criteriaIn(words, one, category, level) {
  const whole = withSign(words, one, category, level);
  const parts = whole.text.replace(/[ .;]+$/, "").split(words.anywhere.semicolon);
  if (one.listed || parts.length < words.data.limits.fewestParts) return [whole];
  return parts.map((part) => withSign(words, one, category, whole.level, part));
}

/** Whether a passage has a level beside it. @param {JobWords} words @param {Passage} one */
export const saysItsLevel = (words, { text }) => words.anywhere.levelSign.test(text) || words.levelLead.test(text);

/** A criterion outside columns. A level beside it, such as `(E)`, is its own, and how it is assessed. @param {JobWords} words @param {Passage} one @param {string} category @param {Level | null} level @param {string} [part] @returns {RawCriterion} */
export function withSign(words, one, category, level, part = one.text) {
  const said = words.anywhere.waysSign.exec(part);
  const text = said ? part.slice(0, said.index) : part;
  const codes = said ? (said[1] ?? said[2]) : "";
  const made = { passage: one, category, level, text, ways: words.waysOf(codes) };
  const sign = words.anywhere.levelSign.exec(text);
  if (sign) return { ...made, text: text.slice(0, sign.index), level: levelOf(sign[1] ?? sign[3]), ways: words.waysOf(sign[2] ?? sign[4] ?? codes) };
  const lead = words.levelLead.exec(text);
  return lead ? { ...made, text: text.slice(lead[0].length), level: levelOf(lead[1]) } : made;
}

/** Add criteria to categories, those of one together, in the order of the document. @param {FoundCategory[]} categories @param {RawCriterion[]} found @param {JobWords} words */
function addCriteria(categories, found, words) {
  for (const raw of found) {
    const heading = raw.category || "Criteria";
    let category = categories.find((each) => each.heading === heading);
    if (!category) {
      category = { heading, guessed: !raw.category, criteria: [] };
      categories.push(category);
    }
    category.criteria.push(criterion(raw, words));
  }
}

/** What the document does not say of a criterion is guessed. @param {RawCriterion} raw @param {JobWords} words @returns {FoundCriterion} */
function criterion({ text, passage, category, level, ways }, words) {
  /** @type {Assessment[]} */
  const usual = words.anywhere.qualification.test(category) ? ["application", "certificate"] : ["application", "interview"];
  return { text: upperFirst(text), passage, level: level ?? "essential", levelGuessed: level === null, assessedBy: ways.length ? ways : usual, assessmentGuessed: !ways.length };
}
