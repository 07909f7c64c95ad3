// Another level or assessment of a criterion taken into a draft: the criterion is left out and added anew, as the network’s own.
import { orderIn, partOf, withOrder } from "../tailor/placing.js";
import { reasonOf } from "./takingwords.js";
/** @import { AddCriterion } from "../tailor/types" */
/** @import { Taking } from "./taking.js" */
/** @import { Change } from "./types" */

/** Take it, with the words that the criterion has now, and say whether it could be. @param {Taking} taking @param {Change} change */
export function takeLevel(taking, change) {
  const { id = "", kind, level, assessed_by } = change;
  if (kind === "level" ? !level : !assessed_by) return false;
  const own = /** @type {AddCriterion | undefined} */ (taking.own(taking.anew.get(id) ?? id)) ?? madeOwn(taking, id, change);
  if (!own) return false;
  if (level && kind === "level") own.level = level;
  if (assessed_by && kind === "assessed") own.assessed_by = [...assessed_by];
  return true;
}

/** @param {Taking} taking @param {string} id @param {Change} change */
function madeOwn(taking, id, change) {
  const base = taking.criteria.get(id);
  if (!base) return undefined;
  const { text } = taking.overlay.reword?.find((each) => each.id === id) ?? base;
  const parts = taking.parts.criterion;
  const category = partOf(taking.overlay, parts, id) ?? base.category;
  const name = taking.newId(category);
  taking.anew.set(id, name);
  const order = orderIn(taking.overlay, parts, category).map((other) => (other === id ? name : other));
  taking.drop(change);
  /** @type {AddCriterion} */
  const own = { id: name, text, because: reasonOf(change), category, level: base.level, assessed_by: [...base.assessed_by] };
  taking.overlay.add_criteria = [...(taking.overlay.add_criteria ?? []), own];
  taking.overlay = taking.become(withOrder(taking.overlay, parts, category, order));
  return /** @type {AddCriterion | undefined} */ (taking.own(name));
}
