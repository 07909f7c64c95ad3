// Another level or another way to assess for a criterion of the role: it is left out and added as the network’s own, as `drafts/taking.py` does.
import { addedCriterion, freeIds } from "./additions.js";
import { noted, stood } from "./changing.js";
import { overlayOf } from "./draft.js";
/** @import { Model, Network } from "./types" */

const WHY = "We ask for this at a different level, or assess it in a different way.";

/**
 * A copy of the draft in which a criterion of the role is the network’s own, and the id that it has there.
 * @param {Network} network
 * @param {Model} model
 * @param {string} id
 */
export function madeOwn(network, model, id) {
  const category = model.role.categories.find(({ criteria }) => criteria.some((each) => each.id === id));
  const base = category?.criteria.find((each) => each.id === id);
  if (!category || !base) throw new Error(`The role has no criterion ${id}`);
  const text = overlayOf(network, model.role).reword?.find((each) => each.id === id)?.text || model.texts[id];
  const [own] = freeIds(network, model, `${category.id}-own`, 1);
  const without = noted(stood(network, model, id, "out"), model, "drop", id, { because: WHY });
  const { level, assessed_by } = base;
  return { own, network: addedCriterion(without, model, { id: own, category: category.id, text, level, assessed_by: [...assessed_by], because: WHY }) };
}
