// What never changes while somebody makes a pack: the role, its texts, and how it meets the contract as it stands.
import { select, selectAll } from "../select.js";
import { cleaner } from "../text/pasted.js";
import { coverage } from "./coverage.js";
import { itemsOf, laidSections } from "./laying.js";
/** @import { Model, Role, Shared, Texts } from "./types" */

/**
 * The model of a role, from the data that the build made and the texts of the page.
 * @param {Role} role
 * @param {Texts} texts
 * @param {Shared} shared
 * @returns {Model}
 */
export function modelOf(role, texts, shared) {
  const sections = laidSections(role, texts, {});
  return {
    role, texts, shared,
    clean: cleaner(shared.hidden),
    statements: new Map([...itemsOf(sections)].map((item) => [item.id, item])),
    held: new Set(role.requirements.map(({ id }) => id)),
    baseCoverage: coverage(role, sections, {}),
  };
}

/** The texts of the role by id, from the page that shows them. @param {HTMLElement} place */
export function textsOf(place) {
  /** @type {Texts} */
  const texts = {};
  for (const row of selectAll(place, "[data-statement], [data-criterion]")) {
    texts[row.dataset.statement ?? row.dataset.criterion ?? ""] = select(row, ".txt").textContent;
  }
  for (const clause of selectAll(place, "[data-clause]")) texts[clause.dataset.clause ?? ""] = select(clause, "dd").textContent;
  return texts;
}
