// Take sections that are new or gone into a draft. The same as `knowledge/drafts/taking_sections.py`.
import { arranged } from "../tailor/placing.js";
/** @import { AddSection, Overlay } from "../tailor/types" */

/** The ids of the outermost sections in order. @param {Overlay} overlay @param {string[]} ours the role's */
function orderOf({ add_sections: own = [] }, ours) {
  return arranged(ours, own.filter(({ id }) => !ours.includes(id)));
}

/** Add a section behind another one; behind nothing, it comes first. @param {Overlay} overlay @param {string[]} ours @param {AddSection} added @param {string} follows */
export function putSection(overlay, ours, added, follows) {
  const order = orderOf(overlay, ours);
  order.splice(order.includes(follows) ? order.indexOf(follows) + 1 : follows ? order.length : 0, 0, added.id);
  overlay.add_sections = inOrder([...(overlay.add_sections ?? []), added], order);
}

/**
 * Take a section of the network's own away, with what was added to it. What was moved there goes back to its place.
 * @param {Overlay} overlay
 * @param {string[]} ours
 * @param {string} name
 */
export function dropSection(overlay, ours, name) {
  if (!overlay.add_sections?.some(({ id }) => id === name)) return false;
  const order = orderOf(overlay, ours).filter((id) => id !== name);
  overlay.add_sections = inOrder(overlay.add_sections.filter(({ id }) => id !== name), order);
  if (overlay.add) overlay.add = overlay.add.filter(({ section }) => section !== name);
  if (overlay.move) overlay.move = overlay.move.filter(({ to }) => to !== name);
  return true;
}

/**
 * Sections that say an order: each of the network's own right after the one above it.
 * @param {AddSection[]} sections
 * @param {string[]} order
 */
export function inOrder(sections, order) {
  const own = new Map(sections.map((found) => [found.id, found]));
  const first = order.find((id) => !own.has(id));
  return order.flatMap((id, index) => {
    const found = own.get(id);
    if (!found) return [];
    const { after: _, before: __, ...rest } = found;
    return [/** @type {AddSection} */ ({ ...rest, ...(index ? { after: order[index - 1] } : { before: first }) })];
  });
}
