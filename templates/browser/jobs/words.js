// The words that tell the parts of a job description, its facts, levels and ways to assess, ready to use. The build has them.
import { all, anywhere, atStart, whole } from "../documents/patterns.js";
/** @import { Assessment, Level } from "../tailor/types" */
/** @import { ColumnHead, FieldName, JobData, Zone } from "./types" */

export class JobWords {
  /** @param {JobData} data */
  constructor(data) {
    this.data = data;
    this.whole = all(data.whole, whole);
    this.anywhere = all(data.anywhere, anywhere);
    this.levelLead = atStart(data.levelLead);
    this.zones = [...Object.entries(data.zones)].map(([name, pattern]) => /** @type {const} */ ([/** @type {Zone} */ (name), whole(pattern)]));
    this.facts = [...Object.entries(data.facts)].map(([name, pattern]) => /** @type {const} */ ([/** @type {FieldName} */ (name), whole(pattern)]));
    this.columns = [...Object.entries(data.columns)].map(([name, pattern]) => /** @type {const} */ ([/** @type {ColumnHead} */ (name), whole(pattern)]));
    this.ways = [...Object.entries(data.ways)].map(([name, pattern]) => /** @type {const} */ ([/** @type {Assessment} */ (name), anywhere(pattern)]));
  }

  /** What stands under a heading, if its words say so. @param {string} heading */
  zoneOf(heading) {
    return this.zones.find(([, pattern]) => pattern.test(heading))?.[0] ?? null;
  }

  /** The fact that a label names. @param {string} label */
  fieldOf(label) {
    return this.facts.find(([, pattern]) => pattern.test(stripped(label, " :")))?.[0] ?? null;
  }

  /** Whether words are the label of a fact. @param {string} text */
  isLabel(text) {
    return this.fieldOf(text) !== null || this.whole.otherLabels.test(stripped(text, " :"));
  }

  /** What a column holds, by its head. @param {string} head @returns {ColumnHead} */
  columnOf(head) {
    return this.columns.find(([, pattern]) => pattern.test(head))?.[0] ?? "";
  }

  /** How a criterion is assessed, from a cell such as `A/I`. @param {string} text @returns {Assessment[]} */
  waysOf(text) {
    const said = text.split(/\s+/).filter(Boolean).join(" ");
    const apart = this.whole.letters.test(said) ? [...said].join(" ") : said;
    return this.ways.filter(([, pattern]) => pattern.test(apart)).map(([way]) => way);
  }
}

/** The level that a cell or sign names. @param {string} text @returns {Level | null} */
export function levelOf(text) {
  const said = text.trim().toLowerCase();
  return said === "e" || said === "essential" ? "essential" : said === "d" || said === "desirable" ? "desirable" : null;
}

/** A text without these signs at its ends. @param {string} text @param {string} signs */
export function stripped(text, signs) {
  let [from, to] = [0, text.length];
  while (from < to && signs.includes(text[from])) from += 1;
  while (to > from && signs.includes(text[to - 1])) to -= 1;
  return text.slice(from, to);
}

/** Whether a text has letters, and none of them small. @param {string} text */
export const isCapitals = (text) => text === text.toUpperCase() && text !== text.toLowerCase();

/** Whether a text has a letter or figure. @param {string} text */
export const saysSomething = (text) => /[\p{L}\p{N}]/u.test(text);

/** How many words a text has. @param {string} text */
export const wordsOf = (text) => text.split(/\s+/).filter(Boolean).length;
