// What the cells of a criterion say, as the data says it. The same as `knowledge/drafts/cells.py`.
/** @import { Assessment, Level } from "../tailor/types" */

/** Levels by what people write. @type {Map<string, Level>} */
const LEVELS = new Map([["essential", "essential"], ["e", "essential"], ["desirable", "desirable"], ["d", "desirable"]]);

/** Ways to assess, and what people write for each. @type {[Assessment, string[]][]} */
const WAYS = [
  ["application", ["application", "application form", "applications", "a"]],
  ["interview", ["interview", "interviews", "at interview", "i"]],
  ["test", ["test", "tests", "assessment", "exercise", "t"]],
  ["certificate", ["certificate", "certificates", "c"]],
];
const BY_WORDS = new Map(WAYS.flatMap(([way, written]) => written.map((words) => /** @type {const} */ ([words, way]))));

/** @param {string} words */
const bare = (words) => words.replace(/^[ .]+|[ .]+$/g, "").toLowerCase();

/** `essential` for ‘Essential’, or nothing where it cannot be said. @param {string} words */
export function levelIn(words) {
  return LEVELS.get(bare(words));
}

/** `["application", "interview"]` for ‘Application, interview’, or nothing where any of it cannot be said. @param {string} words */
export function assessedIn(words) {
  const said = bare(words).split(/\s*(?:[,;/&+]|\band\b)\s*/).filter(Boolean);
  const ways = said.map((each) => BY_WORDS.get(each));
  return /** @type {Assessment[]} */ (ways.every(Boolean) ? [...new Set(ways)] : []);
}
