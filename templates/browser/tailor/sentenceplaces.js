// Sentences put elsewhere by a press of a button. Each function gives a copy of the draft.
import { changed, standing } from "./changing.js";
import { anchored, levelsOf, partsOf, partsWith } from "./ordering.js";
import { orderIn, put } from "./placing.js";
/** @import { Model, Network, Overlay } from "./types" */

/** The section or category that a sentence is in, and whether it can go up or down there. @typedef {{part: string, up: boolean, down: boolean}} Spot */

/**
 * Where each sentence of a pack is, by id, without those left out. No desirable criterion goes above an essential one.
 * @param {Overlay} overlay
 * @param {Model} model
 * @returns {Map<string, Spot>}
 */
export function spotsOf(overlay, model) {
  const levels = levelsOf(overlay, model);
  const { statements, criteria } = partsOf(model, overlay);
  const orders = [statements, criteria].flatMap((parts) => [...parts.homes.keys()].map((part) => ({ part, order: orderIn(overlay, parts, part) })));
  return new Map(orders.flatMap(({ part, order }) => order.map((id, at) => {
    const [up, down] = [order[at - 1], order[at + 1]].map((other) => Boolean(other) && levels.get(other) === levels.get(id));
    return /** @type {const} */ ([id, { part, up, down }]);
  })));
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
    const spot = spotsOf(overlay, model).get(id);
    if (!spot || !(by < 0 ? spot.up : spot.down)) return overlay;
    const parts = partsWith(model, overlay, id);
    const { part } = spot;
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
