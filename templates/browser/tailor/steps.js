// The way to a value within a draft, a file or the schema.
/** @import { Steps } from "./types" */

/** What a step may lead into. @typedef {Record<string | number, unknown>} Open */

/** The value that steps lead to from another, or nothing. @param {unknown} value @param {Steps} steps */
export function valueAt(value, steps) {
  return steps.reduce((inner, step) => /** @type {Open | null | undefined} */ (inner)?.[step], value);
}
