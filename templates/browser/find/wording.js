// The wording of facts on the page Find. Labels of coded values come with the data of the search: see `generator/knowledge/model/labels.py`.
import { shortDay, upperFirst } from "../text/formatting.js";

/** @returns {Partial<import("../engine/engine.js").Labels>} */
const labels = () => window.fingerpost?.finding?.labels ?? {};

/** The label of a coded value: from the shared labels, or else the vocabulary’s `label`. @param {string} facet @param {string} value @param {string} [label] */
export const labelOf = (facet, value, label) => labels()[/** @type {"how"} */ (facet)]?.[value] ?? label ?? (facet === "language" || facet === "access" ? upperFirst(value.replace(/-/g, " ")) : value);

/** When a service was checked with the provider or copied, or the date of its source; where it was read is on its page. @param {import("../engine/documents.js").Service} service */
export function checked({ checked: on, copied, by, dated }) {
  if (on) return `Checked ${shortDay(on)}`;
  if (copied) return `Copied ${shortDay(copied)}, not checked`;
  return dated && by ? `Source dated ${dated}: ${labels().source?.[by]?.[1] ?? ""}` : "";
}
