// How facts are said on the page Find. Labels of coded values come with the data of the search: see `generator/knowledge/model/labels.py`.
import { shortDay, upperFirst } from "../text/formatting.js";

/** @returns {Partial<import("../engine/engine.js").Labels>} */
const labels = () => window.fingerpost?.finding?.labels ?? {};

/** The label of a choice; the vocabulary’s own where it has one. @param {string} facet @param {string} value @param {string} [label] */
export const labelOf = (facet, value, label) => labels()[/** @type {"how"} */ (facet)]?.[value] ?? label ?? (facet === "language" ? upperFirst(value) : value);

/** When somebody checked it, or how old its source is where that has a date of its own. @param {import("../engine/documents.js").Service} service */
export function checked({ checked: on, by, dated }) {
  const source = labels().source?.[by] ?? [];
  if (on) return ["Checked", shortDay(on), ...source].join(" ");
  return dated && by ? `Source dated ${dated}: ${source[1]}` : "";
}
