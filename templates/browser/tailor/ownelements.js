// The rows of sentences that a network adds, as elements.
import { element } from "./elements.js";
/** @import { Labels } from "./types" */

/** A statement, without words yet. @param {string} id */
export function statementRow(id) {
  const row = element("li", "row row--new", element("span", "n"), element("div", "row__body", element("p", "txt")));
  row.id = `s-${id}`;
  row.dataset.statement = id;
  return row;
}

/** A criterion, without words yet. @param {string} id @param {Labels} labels */
export function criterionRow(id, { criteria }) {
  const head = element("th", "", element("span", "n"), element("div", "row__body", element("p", "txt")));
  head.scope = "row";
  const [level, assessed] = [element("td"), element("td")];
  Object.assign(level.dataset, { l: criteria.level, level: "" });
  Object.assign(assessed.dataset, { l: criteria.assessed, assessed: "" });
  const row = element("tr", "row row--new", head, level, assessed);
  row.id = `c-${id}`;
  row.dataset.criterion = id;
  return row;
}
