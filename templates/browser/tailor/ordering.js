// The order of what a network moves and adds, beside the sentences of the role, as those come and go.
import { deepSections, withOwn } from "./laying.js";
import { orderIn, withOrder } from "./placing.js";
/** @import { Parts } from "./placing.js" */
/** @import { Model, Overlay, Role } from "./types" */

/** What was made of each role, and for which sections of a network's own. @type {WeakMap<Role, {own: string, statements: Parts, criteria: Parts}>} */
const made = new WeakMap();

/**
 * The statements of the role by section, the network's own sections too, and its criteria by category.
 * @param {Pick<Model, "role">} model
 * @param {Partial<Overlay>} overlay
 * @returns {{statements: Parts, criteria: Parts}}
 */
export function partsOf({ role }, overlay) {
  const ids = (/** @type {{id: string}[]} */ list) => list.map((each) => each.id);
  const own = JSON.stringify(ids(overlay.add_sections ?? []));
  const known = made.get(role);
  /** @type {{own: string, statements: Parts, criteria: Parts}} */
  const found = known?.own === own ? known : {
    own,
    statements: { list: "add", key: "section", homes: new Map([...deepSections(withOwn(role.sections, overlay))].map(({ id, statements }) => [id, ids(statements)])) },
    criteria: { list: "add_criteria", key: "category", homes: new Map(role.categories.map(({ id, criteria }) => [id, ids(criteria)])) },
  };
  made.set(role, found);
  return found;
}

/** The statements or the criteria, whichever has a sentence. @param {Model} model @param {Overlay} overlay @param {string} id @returns {Parts} */
export function partsWith(model, overlay, id) {
  const { statements, criteria } = partsOf(model, overlay);
  const own = overlay.add?.some((each) => each.id === id);
  return own || [...statements.homes.values()].some((ids) => ids.includes(id)) ? statements : criteria;
}

/**
 * A sentence that others stand beside may have gone: they stay where they were, beside what is left.
 * @param {Overlay} overlay
 * @param {Model} model
 * @param {Overlay} before
 */
export function anchored(overlay, model, before) {
  let result = overlay;
  const { statements, criteria } = partsOf(model, before);
  for (const parts of [statements, criteria]) {
    for (const part of parts.homes.keys()) {
      const [old, now] = [orderIn(before, parts, part), new Set(orderIn(result, parts, part))];
      const left = old.filter((id) => now.has(id));
      if (left.length < old.length) result = withOrder(result, parts, part, [...left, ...[...now].filter((id) => !old.includes(id))]);
    }
  }
  return inOrder(result, model);
}

/** Essential criteria come first in each category that has some of the network's own. @param {Overlay} overlay @param {Model} model @returns {Overlay} */
export function inOrder(overlay, model) {
  const parts = partsOf(model, overlay).criteria;
  const levels = levelsOf(overlay, model);
  let result = overlay;
  for (const category of new Set((overlay.add_criteria ?? []).map((each) => each.category))) {
    const order = orderIn(result, parts, category);
    result = withOrder(result, parts, category, order.sort((a, b) => Number(levels.get(b) === "essential") - Number(levels.get(a) === "essential")));
  }
  return result;
}

/** The level of each criterion, the role's and the network's. @param {Overlay} overlay @param {Model} model */
export function levelsOf(overlay, { role }) {
  return new Map([...role.categories.flatMap(({ criteria }) => criteria), ...(overlay.add_criteria ?? [])].map(({ id, level }) => [id, level]));
}
