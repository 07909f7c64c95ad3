// What never changes while somebody makes a pack: the role, its texts, and how it meets the contract as it stands.
import { coverage } from "./coverage.js";
import { itemsOf, laidSections } from "./laying.js";

/** The model of a role, from the data that the build made and the texts of the page. */
export function modelOf(role, texts, shared) {
  const sections = laidSections(role, texts, {});
  return {
    role, texts, shared,
    statements: new Map([...itemsOf(sections)].map((item) => [item.id, item])),
    held: new Set(role.requirements.map(({ id }) => id)),
    baseCoverage: coverage(role, sections, {}),
  };
}

/** The texts of the role by id, from the page that shows them. */
export function textsOf(place) {
  const texts = {};
  for (const row of place.querySelectorAll("[data-statement], [data-criterion]")) {
    texts[row.dataset.statement ?? row.dataset.criterion] = row.querySelector(".txt").textContent;
  }
  for (const clause of place.querySelectorAll("[data-clause]")) texts[clause.dataset.clause] = clause.querySelector("dd").textContent;
  return texts;
}
