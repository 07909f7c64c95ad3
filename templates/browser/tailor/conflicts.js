// Whether a change of an edited Word file meets words that were changed here since: then somebody chooses, and nothing is overwritten.
import { overlayOf } from "./draft.js";
import { itemsOf } from "./laying.js";
import { begunFrom } from "./opening.js";
import { fileValue } from "./saving.js";
/** @import { Change } from "../drafts/types" */
/** @import { Model, Network, View } from "./types" */

/** What a saved file is given where the draft says nothing. */
const FILLED = /** @type {const} */ (["version", "review_by"]);

/** Whether two drafts say the same. What the page fills in when it saves a file says nothing. @param {Network} one @param {Network} other @param {Model} model */
export function sameDraft(one, other, model) {
  const [left, right] = [one, other].map((network) => saidIn(network, model));
  for (const name of FILLED) {
    if (overlayOf(one, model.role)[name] && overlayOf(other, model.role)[name]) continue;
    for (const network of [left, right]) delete overlayOf(network, model.role)[name];
  }
  return JSON.stringify(left) === JSON.stringify(right);
}

/** @param {Network} network @param {Model} model @returns {Network} */
function saidIn(network, model) {
  const { role, texts, shared } = model;
  const { id: _, updated: __, ...said } = begunFrom(fileValue(network, role, texts, shared, new Date(0)), model);
  return said;
}

/**
 * What the draft here says where a change would go, if that is not what the file was made from. Nothing where there is no conflict.
 * @param {Change} change
 * @param {Network} from the draft that the file was made from
 * @param {Network} here
 * @param {View} view the draft here, laid on its role
 */
export function conflictWith({ id, kind }, from, here, view) {
  if (!id || kind === "added") return "";
  const [before, now] = [from, here].map((network) => JSON.stringify(stateOf(network, view, id, kind)));
  if (before === now) return "";
  if (kind === "field") return String(fieldOf(here, view, id) ?? "nothing yet");
  const items = [...itemsOf(view.sections), ...view.categories.flatMap((category) => category.items)];
  return items.find((item) => item.id === id)?.text ?? "left out";
}

/** What a draft says of a sentence or field. Reasons do not count. @param {Network} network @param {View} view @param {string} id @param {Change["kind"]} kind */
function stateOf(network, view, id, kind) {
  if (kind === "field") return fieldOf(network, view, id);
  const { drop, move, reword, add, add_criteria } = overlayOf(network, view.role);
  const own = add?.find((each) => each.id === id) ?? add_criteria?.find((each) => each.id === id);
  const moved = kind === "moved" ? move?.find((each) => each.id === id) : undefined;
  const { because: _, ...rest } = own ?? moved ?? {};
  return [drop?.some((each) => each.id === id) ?? false, reword?.find((each) => each.id === id)?.text ?? "", Object.entries(rest).sort()];
}

/** @param {Network} network @param {View} view @param {string} id */
function fieldOf(network, view, id) {
  if (id === "adjustments") return network.adjustments;
  /** @type {Record<string, unknown>} */
  const fill = { ...network.defaults, ...overlayOf(network, view.role).fill };
  return fill[id];
}
