// Hints on what a contract asks and a document seems to lack: the same as `checks/review/requirements.py`.
import { anywhere } from "../documents/patterns.js";
/** @import { TextBlock } from "../documents/types" */
/** @import { AskedOf, BringData, Hint } from "./types" */

/** A hint for each requirement. Matching words are a hint, not proof. @param {TextBlock[]} blocks @param {AskedOf[]} requirements @param {BringData["patterns"]} patterns @returns {Hint[]} */
export function hints(blocks, requirements, patterns) {
  const apart = new RegExp(patterns.apart.source, `${patterns.apart.flags}g`);
  const plain = (/** @type {string} */ text) => ` ${text.toLowerCase().replace(apart, " ").trim()} `;
  const said = blocks.map(({ text }) => plain(text));
  const found = (/** @type {string[]} */ phrases) => phrases.map((phrase) => plain(phrase).trimEnd()).some((look) => said.some((text) => text.includes(look)));
  const band = anywhere(patterns.band);
  return requirements.map(({ title, bands, phrases, parts }) => {
    if (bands.length) {
      const named = blocks.map(({ text }) => band.exec(text)?.[1].toLowerCase()).find(Boolean);
      return { title, standing: named && bands.includes(named) ? "seems-met" : "seems-missing", missing: [] };
    }
    if (!parts.length) return { title, standing: found(phrases) ? "seems-met" : "seems-missing", missing: [] };
    const missing = parts.filter((part) => !found(part.phrases)).map(({ about }) => about);
    return { title, standing: !missing.length ? "seems-met" : missing.length < parts.length ? "seems-partly-met" : "seems-missing", missing };
  });
}
