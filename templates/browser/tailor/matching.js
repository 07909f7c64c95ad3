// Which duties were changed, so that the banding should be looked at again (job evaluation).
import { counted, joinWords } from "../text/formatting.js";
/** @import { Model, View } from "./types" */

/** @type {Record<"reword" | "drop" | "add", string>} */
const ONE = { reword: "reworded", drop: "left out", add: "added" };

/** What to do about changed duties, or nothing. @param {View} view @param {Model} model */
export function matching(view, model) {
  const changed = changedDuties(view, model);
  return changed ? `${changed} Ask the people who band your jobs before you advertise at band ${view.role.band}.` : "";
}

/** What was changed in words, or nothing. `You reworded one duty and added 2.` @param {View} view @param {Model} model */
function changedDuties({ overlay }, { statements }) {
  const duty = (/** @type {string} */ id) => statements.get(id)?.duty === true;
  const counts = {
    reword: overlay.reword.filter(({ id }) => duty(id)).length,
    drop: (overlay.drop ?? []).filter(({ id }) => duty(id)).length,
    add: overlay.add.filter((found) => found.duty !== false).length,
  };
  const said = /** @type {(keyof typeof ONE)[]} */ (Object.keys(ONE)).filter((kind) => counts[kind]);
  if (!said.length) return "";
  const words = said.map((kind, index) => `${ONE[kind]} ${index ? counts[kind] : counted(counts[kind], "duty", "duties")}`);
  return `You ${joinWords(words)}.`;
}
