// What a press of a button does to the shared clauses of a pack. Each gives a copy of the draft.
import { changed } from "./changing.js";
/** @import { Model, Network } from "./types" */

/** Leave a shared clause of the role out, or put it back. @param {Network} network @param {Model} model @param {string} id @param {boolean} out */
export function clauseOut(network, model, id, out) {
  return changed(network, model, (overlay) => {
    const others = (overlay.drop_clauses ?? []).filter((found) => found.id !== id);
    return { ...overlay, drop_clauses: out ? [...others, { id }] : others };
  });
}

/** Add a shared clause, which comes where other roles have it, or take it away again. @param {Network} network @param {Model} model @param {string} id @param {boolean} there */
export function clauseAdded(network, model, id, there) {
  return changed(network, model, (overlay) => {
    const others = (overlay.add_clauses ?? []).filter((found) => found.id !== id);
    return { ...overlay, add_clauses: there ? [...others, { id }] : others };
  });
}
