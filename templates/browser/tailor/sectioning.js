// What a press of a button does to the sections that a network adds. Each gives a copy of the draft.
import { dropSection, inOrder, putSection } from "../drafts/takingsections.js";
import { changed } from "./changing.js";
import { withOwn } from "./laying.js";
import { anchored } from "./ordering.js";
/** @import { Model, Network, Overlay, Role } from "./types" */

/** The ids of the outermost sections, the network's own too, in order. @param {Role} role @param {Partial<Overlay>} overlay */
export function sectionOrder(role, overlay) {
  return withOwn(role.sections, overlay).map(({ id }) => id);
}

/**
 * Add a section right after another one. It prints once something is in it.
 * @param {Network} network
 * @param {Model} model
 * @param {string} id
 * @param {string} heading
 * @param {string} after
 */
export function addedSection(network, model, id, heading, after) {
  return changed(network, model, (overlay) => {
    const made = { ...overlay };
    putSection(made, oursOf(model), { id, heading }, after);
    return made;
  });
}

/** Move a section of one's own up (-1) or down (1) past another. @param {Network} network @param {Model} model @param {string} id @param {number} by */
export function movedSection(network, model, id, by) {
  return changed(network, model, (overlay) => {
    const order = sectionOrder(model.role, overlay);
    const at = order.indexOf(id);
    if (at === -1 || !(order[at + by] ?? "")) return overlay;
    order.splice(at + by, 0, ...order.splice(at, 1));
    return { ...overlay, add_sections: inOrder(overlay.add_sections ?? [], order) };
  });
}

/** Take a section of one's own away, with what was added to it. What was moved there goes back to its place. @param {Network} network @param {Model} model @param {string} id */
export function removedSection(network, model, id) {
  return changed(network, model, (overlay) => {
    const made = { ...overlay };
    dropSection(made, oursOf(model), id);
    return anchored(made, model, overlay);
  });
}

/** The ids of the role’s outermost sections. @param {Model} model */
function oursOf({ role }) {
  return role.sections.map(({ id }) => id);
}
