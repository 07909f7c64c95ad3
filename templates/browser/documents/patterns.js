// Patterns that the build gives, ready to use.
/** @import { Pattern } from "../tailor/types" */
/** @import { Patterns } from "./types" */

/** A pattern that is looked for anywhere. @param {Pattern} pattern */
export const anywhere = ({ source, flags }) => new RegExp(source, flags);

/** A pattern for every match in a text. @param {Pattern} pattern */
export const every = ({ source, flags }) => new RegExp(source, flags.includes("g") ? flags : `${flags}g`);

/** A pattern that a text begins with. @param {Pattern} pattern */
export const atStart = ({ source, flags }) => new RegExp(`^(?:${source})`, flags);

/** A pattern for a text from end to end. @param {Pattern} pattern */
export const whole = ({ source, flags }) => new RegExp(`^(?:${source})$`, flags);

/**
 * Patterns by name, each made ready in one way.
 * @template {string} Names
 * @param {Patterns<Names>} patterns
 * @param {(pattern: Pattern) => RegExp} ready
 * @returns {Record<Names, RegExp>}
 */
export function all(patterns, ready) {
  return /** @type {Record<Names, RegExp>} */ (Object.fromEntries(Object.entries(patterns).map(([name, pattern]) => [name, ready(/** @type {Pattern} */ (pattern))])));
}
