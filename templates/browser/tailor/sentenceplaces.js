// Sentences put elsewhere by a press of a button. Each function gives a copy of the draft.
import { changed, standing } from "./changing.js";
import { anchored, levelsOf, partsWith } from "./ordering.js";
import { orderIn, partOf, put } from "./placing.js";
/** @import { Model, Network, Overlay } from "./types" */

/**
 * Whether a sentence can go up (-1) or down (1) within its section or category. No desirable criterion stands above an essential one.
 * @param {Overlay} overlay
 * @param {Model} model
 * @param {string} id
 * @param {number} by
 */
export function canMove(overlay, model, id, by) {
  const parts = partsWith(model, overlay, id);
  const order = orderIn(overlay, parts, partOf(overlay, parts, id) ?? "");
  const levels = levelsOf(overlay, model);
  const other = order[order.indexOf(id) + by];
  return order.includes(id) && Boolean(other) && levels.get(other) === levels.get(id);
}

/**
 * Move a sentence, the role's or one's own, up (-1) or down (1) within its section or category.
 * @param {Network} network
 * @param {Model} model
 * @param {string} id
 * @param {number} by
 */
export function moved(network, model, id, by) {
  return changed(network, model, (overlay) => {
    if (!canMove(overlay, model, id, by)) return overlay;
    const parts = partsWith(model, overlay, id);
    const part = partOf(overlay, parts, id) ?? "";
    return put(overlay, parts, id, part, orderIn(overlay, parts, part).indexOf(id) + by);
  });
}

/**
 * Move a sentence to the end of another section or category: a criterion to the end of its level.
 * @param {Network} network
 * @param {Model} model
 * @param {string} id
 * @param {string} part
 */
export function movedTo(network, model, id, part) {
  return changed(network, model, (overlay) => {
    if (standing(overlay, id) === "out") return overlay;
    const parts = partsWith(model, overlay, id);
    const levels = levelsOf(overlay, model);
    const order = orderIn(overlay, parts, part).filter((other) => other !== id);
    const desirable = order.findIndex((other) => levels.get(other) === "desirable");
    return put(overlay, parts, id, part, levels.get(id) === "essential" && desirable !== -1 ? desirable : order.length);
  });
}

/** Put a sentence of the role back to its place. @param {Network} network @param {Model} model @param {string} id */
export function putBack(network, model, id) {
  return changed(network, model, (overlay) => anchored({ ...overlay, move: overlay.move?.filter((found) => found.id !== id) }, model, overlay));
}
