// The fixed words of a pack, which come as data, put to use: levels and ways to assess. The same as `documents/packs/labels.py`.
import { lowerFirst } from "../text/formatting.js";
/** @import { Assessment, Labels, Level } from "./types" */

/** Fixed words with what belongs in their braces. @param {string} words @param {Record<string, string>} values */
export function filledIn(words, values) {
  return words.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);
}

/** The level of a criterion in words. @param {Labels} labels @param {Level} level */
export function levelOf({ criteria }, level) {
  return level === "essential" ? criteria.essential : criteria.desirable;
}

/** The ways to assess a criterion: `Application, interview`. @param {Labels} labels @param {Assessment[]} ways */
export function assessedBy({ criteria }, ways) {
  return ways.map((way, index) => (index ? lowerFirst(criteria[way]) : criteria[way])).join(", ");
}
