// What a network adds to a role of its own, and what becomes of it. Each function gives a copy of the draft.
import { changed, noted } from "./changing.js";
import { overlayOf } from "./draft.js";
import { anchored, inOrder, partsWith } from "./ordering.js";
import { orderIn, partOf, withOrder } from "./placing.js";
/** @import { AddCriterion, AddStatement, Addition, Model, Network } from "./types" */

/** Add a statement at the end of a section. @param {Network} network @param {Model} model @param {AddStatement} statement */
export function added(network, model, statement) {
  return changed(network, model, (overlay) => ({ ...overlay, add: [...(overlay.add ?? []), { ...statement }] }));
}

/**
 * Add a criterion: an essential one behind the last essential of its category, any other at the end.
 * @param {Network} network
 * @param {Model} model
 * @param {AddCriterion} criterion
 */
export function addedCriterion(network, model, criterion) {
  return changed(network, model, (overlay) => inOrder({ ...overlay, add_criteria: [...(overlay.add_criteria ?? []), criterion] }, model));
}

/**
 * Turn an addition into several, one behind the other, each with what was noted of the first.
 * @param {Network} network
 * @param {Model} model
 * @param {"add" | "add_criteria"} list
 * @param {string} id
 * @param {string[]} texts
 */
export function parted(network, model, list, id, texts) {
  return changed(network, model, (overlay) => {
    const entries = /** @type {Addition[]} */ (overlay[list] ?? []);
    const first = entries.find((found) => found.id === id);
    if (!first) return overlay;
    const ids = freeIds(network, model, id.replace(/-[0-9]+$/, ""), texts.length - 1);
    const others = texts.slice(1).map((text, index) => ({ ...first, id: ids[index], text }));
    const all = entries.flatMap((found) => (found === first ? [{ ...first, text: texts[0] }, ...others] : [found]));
    const parts = partsWith(model, overlay, id);
    const part = partOf(overlay, parts, id) ?? "";
    const order = orderIn(overlay, parts, part);
    order.splice(order.indexOf(id) + 1, 0, ...others.map((found) => found.id));
    return withOrder({ ...overlay, [list]: all }, parts, part, order);
  });
}

/**
 * Ids that neither the role nor the network uses: `name-1`, `name-2` and so on.
 * @param {Network} network
 * @param {Model} model
 * @param {string} name
 * @param {number} count
 */
export function freeIds(network, model, name, count) {
  const overlay = overlayOf(network, model.role);
  const taken = new Set([...Object.keys(model.texts), ...[...(overlay.add ?? []), ...(overlay.add_criteria ?? [])].map(({ id }) => id)]);
  const ids = [];
  for (let number = 1; ids.length < count; number += 1) if (!taken.has(`${name}-${number}`)) ids.push(`${name}-${number}`);
  return ids;
}

/**
 * Change what a criterion of one's own asks, and put it where its level belongs.
 * @param {Network} network
 * @param {Model} model
 * @param {string} id
 * @param {Partial<AddCriterion>} note
 */
export function ranked(network, model, id, note) {
  return changed(noted(network, model, "add_criteria", id, note), model, (overlay) => inOrder(overlay, model));
}

/**
 * Take away something that was added.
 * @param {Network} network
 * @param {Model} model
 * @param {"add" | "add_criteria"} list
 * @param {string} id
 */
export function removed(network, model, list, id) {
  return changed(network, model, (overlay) =>
    anchored({ ...overlay, [list]: /** @type {Addition[]} */ (overlay[list] ?? []).filter((found) => found.id !== id) }, model, overlay),
  );
}
