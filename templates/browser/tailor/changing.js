// What a press of a button does to a draft. Each gives a copy; the page shows whatever the draft says.
import { overlayOf, structuredCopy } from "./draft.js";
import { fittingOf, withMisfits } from "./fitting.js";
import { anchored, inOrder, levelsOf, partsWith } from "./ordering.js";
import { orderIn, partOf, put, withOrder } from "./placing.js";
/** @import { AddCriterion, AddStatement, Addition, List, Model, Network, Note, Overlay } from "./types" */

/** How a sentence of the role stands. @typedef {"keep" | "reword" | "out"} Standing */

/**
 * How a statement or criterion of the role stands: kept, reworded or left out.
 * @param {Overlay} overlay
 * @param {string} id
 * @returns {Standing}
 */
export function standing(overlay, id) {
  if (overlay.drop?.some((drop) => drop.id === id)) return "out";
  return overlay.reword?.some((reword) => reword.id === id) ? "reword" : "keep";
}

/**
 * Keep, reword or leave out a sentence. The words and the reason of a change that is taken back come again if it is made again.
 * @param {Network} network
 * @param {Model} model
 * @param {string} id
 * @param {Standing} how
 */
export function stood(network, model, id, how) {
  return changed(network, model, (overlay) => {
    const drop = (overlay.drop ?? []).filter((found) => found.id !== id);
    const reword = (overlay.reword ?? []).filter((found) => found.id !== id);
    const move = how === "out" ? { move: overlay.move?.filter((found) => found.id !== id) } : {};
    if (how === "out") drop.push({ id });
    if (how === "reword") reword.push({ id, text: model.texts[id] });
    return anchored({ ...overlay, drop, reword, ...move }, model, overlay);
  });
}

/**
 * Change one entry of a list of the overlay, found by its id (for a requirement, by that).
 * @param {Network} network
 * @param {Model} model
 * @param {List} list
 * @param {string} id
 * @param {Note} note
 */
export function noted(network, model, list, id, note) {
  const key = list === "accept" ? "requirement" : "id";
  return changed(network, model, (overlay) => {
    /** @type {{id?: string, requirement?: string}[]} */
    const entries = overlay[list] ?? [];
    const known = entries.some((found) => found[key] === id);
    const all = known ? entries : [...entries, { [key]: id }];
    return { ...overlay, [list]: all.map((found) => (found[key] === id ? { ...found, ...note } : found)) };
  });
}

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

/**
 * Call a section otherwise. Its own heading takes the change back; while there are no words, it is called what it was.
 * @param {Network} network
 * @param {Model} model
 * @param {string} id
 * @param {string} heading
 * @param {string} own what the role calls it
 */
export function renamed(network, model, id, heading, own) {
  return changed(network, model, (overlay) => {
    const known = overlay.rename?.find((found) => found.id === id);
    const others = (overlay.rename ?? []).filter((found) => found.id !== id);
    return { ...overlay, rename: heading !== own ? [...others, { ...known, id, heading }] : others };
  });
}

/** A copy of the draft with its overlay changed; what does not fit the role stays as it is. @param {Network} network @param {Model} model @param {(overlay: Overlay) => Overlay} change */
export function changed(network, model, change) {
  const copy = structuredCopy(network);
  const index = copy.roles.indexOf(overlayOf(copy, model.role));
  const whole = copy.roles[index];
  const fitting = fittingOf(whole, model);
  copy.roles[index] = withMisfits(change(fitting), whole, fitting);
  return copy;
}
