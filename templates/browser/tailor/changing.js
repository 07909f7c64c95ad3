// What a press of a button does to a draft. Each gives a copy; the page shows whatever the draft says.
import { overlayOf, structuredCopy } from "./draft.js";
import { fittingOf, withMisfits } from "./fitting.js";
import { anchored } from "./ordering.js";
/** @import { List, Model, Network, Note, Overlay } from "./types" */

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
