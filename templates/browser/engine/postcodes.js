/**
 * Postcodes in a query, whole or only the first half: "WD6 1AB" and "EN6" choose areas.
 *
 * @typedef {{code: string, areas: string[], elsewhere?: string[], unsure?: boolean}} PlainDistrict
 *   A postcode district of the build's table. `unsure` is true if the table is not confirmed for it.
 * @typedef {{code: string, at: number, end: number, areas: import("./near.js").Area[], elsewhere: string[], unsure: boolean}} Postcode
 */
import { registeredAt } from "./registered.js";

/** A district, and the second half with the letters that it may have. */
const FORM = /\b([a-z]{1,2}\d[a-z\d]?)(?:\s*\d[abd-hjlnp-uw-z]{2})?\b/gi;

/**
 * The postcodes of a query whose district is in the table. Anything else of that form is no postcode to us: "W1 1st floor", "B12".
 * @param {string} text
 * @param {import("./vocabulary.js").Vocabulary} vocabulary
 * @returns {Postcode[]}
 */
export function postcodesIn(text, { districts, areas }) {
  return [...text.matchAll(FORM)].flatMap((found) => {
    const district = districts.get(found[1].toUpperCase());
    if (!district) return [];
    const [from, at] = [found[0].toUpperCase(), found.index];
    const { registered } = registeredAt(text, at, at);
    return { code: district.code, at, end: at + from.length, areas: district.areas.map((id) => ({ id, label: areas.get(id)?.label ?? id, from, registered })), elsewhere: district.elsewhere ?? [], unsure: district.unsure ?? false };
  });
}

/** The text with blanks in place of its postcodes, so that every other word stays where it is. @param {string} text @param {Postcode[]} postcodes */
export const withoutPostcodes = (text, postcodes) => postcodes.reduce((left, { at, end }) => left.slice(0, at) + " ".repeat(end - at) + left.slice(end), text);
