// Words that no longer fit the role, kept as a statement or criterion of the network's own.
import { added, addedCriterion, freeIds } from "./additions.js";
import { without } from "./fitting.js";
import { overlayOf } from "./draft.js";
import { deepSections, withOwn } from "./laying.js";
import { valueAt } from "./steps.js";
/** @import { Misfit } from "./fitting.js" */
/** @import { Said } from "./remembered.js" */
/** @import { AddCriterion, AddStatement, Model, Network, Overlay, Reword } from "./types" */

/** A part of the pack, and whether it is of the person specification. @typedef {{id: string, heading: string, ranked: boolean}} Part */
/** What can be kept, where it can go, and where it stood. @typedef {{words: string, parts: Part[], stood: string}} Keepable */

/**
 * How a misfit can be kept, or nothing: only what has words of the network's, or moved a sentence that the role said.
 * @param {Misfit} misfit
 * @param {Network} network
 * @param {Model} model
 * @param {Said} said what the role said before
 * @returns {Keepable | null}
 */
export function keepable({ steps }, network, { role }, said) {
  if (steps.length !== 4) return null;
  const list = /** @type {keyof Overlay} */ (steps[2]);
  const entry = /** @type {Partial<AddStatement & AddCriterion & Reword & {to: string}>} */ (valueAt(network, steps));
  const before = said[entry.id ?? ""];
  const words = entry.text ?? (list === "move" ? before?.text : "");
  if (!words || !["add", "add_criteria", "reword", "move"].includes(list)) return null;
  const sections = [...deepSections(withOwn(role.sections, overlayOf(network, role)))].map(({ id, heading }) => ({ id, heading, ranked: false }));
  const categories = role.categories.map(({ id, heading }) => ({ id, heading, ranked: true }));
  const ranked = list === "add_criteria" || Boolean(before?.level);
  const parts = ["reword", "move"].includes(list) && !before?.part ? [...sections, ...categories] : ranked ? categories : sections;
  return { words, parts, stood: entry.section ?? entry.category ?? entry.to ?? before?.part ?? "" };
}

/**
 * The draft with the words of a misfit as its own, at the end of a part.
 * @param {Misfit} misfit
 * @param {string} words
 * @param {Part} part
 * @param {Network} network
 * @param {Model} model
 * @param {Said} said what the role said before
 */
export function keptAsOwn({ steps }, words, part, network, model, said) {
  const { id: old, text: _, section: __, category: ___, after, before, to, still_meets, ...rest } = /** @type {Partial<AddStatement & AddCriterion & Reword & {to: string}>} */ (valueAt(network, steps));
  const rank = said[old ?? ""];
  const rested = without(network, steps);
  const [id] = freeIds(rested, model, `${part.id}-own`, 1);
  const own = { ...rest, id, text: words };
  if (!part.ranked) return added(rested, model, { ...own, section: part.id });
  const { level = rank?.level ?? "desirable", assessed_by = rank?.assessed_by ?? ["application", "interview"] } = rest;
  return addedCriterion(rested, model, { ...own, category: part.id, level, assessed_by });
}
