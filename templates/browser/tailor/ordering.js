// The order of what a network adds, beside the sentences of the role, as those come and go.
import { meant } from "./draft.js";
import { deepSections, laidCategories, laidSections } from "./laying.js";
/** @import { Model, Overlay } from "./types" */

/**
 * The ids of a section as they stand, additions without words among them.
 * @param {Model} model
 * @param {Overlay} overlay
 * @param {string} section
 */
export function orderIn(model, overlay, section) {
  const whole = { ...overlay, reword: [], add: (overlay.add ?? []).map((found) => ({ ...found, text: found.text || " " })) };
  const all = [...deepSections(laidSections(model.role, model.texts, whole))];
  return (all.find(({ id }) => id === section)?.items ?? []).map(({ id }) => id);
}

/**
 * A sentence that others stand beside may have gone: they stay where they were, beside what is left.
 * @param {Overlay} overlay
 * @param {Model} model
 * @param {Overlay} before
 */
export function anchored(overlay, model, before) {
  const gone = new Set([...(overlay.drop ?? []).map(({ id }) => id)]);
  const left = new Set((overlay.add ?? []).map(({ id }) => id));
  const touched = new Set((before.add ?? []).filter(({ after, before: next }) => {
    const beside = after ?? next;
    return beside && (gone.has(beside) || !(beside in model.texts || left.has(beside)));
  }).map(({ section }) => section));
  let result = overlay;
  for (const section of touched) {
    const order = orderIn(model, before, section).filter((id) => !gone.has(id) && (id in model.texts || left.has(id)));
    result = withOrder(result, section, order);
  }
  return inOrder(result, model);
}

/** @param {Overlay} overlay @param {string} section @param {string[]} order @returns {Overlay} */
export function withOrder(overlay, section, order) {
  const all = overlay.add ?? [];
  const own = new Map(all.filter((found) => found.section === section).map((found) => [found.id, found]));
  const placed = order.flatMap((id, index) => {
    const found = own.get(id);
    if (!found) return [];
    const { after: _, before: __, ...rest } = found;
    const next = order.slice(index + 1).find((other) => !own.has(other));
    const side = index ? { after: order[index - 1] } : next ? { before: next } : {};
    return [{ ...rest, ...side }];
  });
  return { ...overlay, add: [...all.filter((found) => found.section !== section), ...placed] };
}

/** Essential criteria come first in each category. @param {Overlay} overlay @param {Model} model @returns {Overlay} */
export function inOrder(overlay, model) {
  if (!overlay.add_criteria?.length) return overlay;
  const bare = { ...meant(overlay, model.texts), add_criteria: [] };
  const base = new Map(laidCategories(model.role, model.texts, bare).map((found) => [found.id, found.items]));
  /** @type {Map<string, string>} */
  const last = new Map();
  const placed = [...overlay.add_criteria].sort((a, b) => Number(b.level === "essential") - Number(a.level === "essential"));
  return {
    ...overlay,
    add_criteria: placed.map(({ after: _, before: __, ...rest }) => {
      if (rest.level !== "essential") return rest;
      const items = base.get(rest.category) ?? [];
      const above = last.get(rest.category) ?? items.filter(({ level }) => level === "essential").pop()?.id;
      last.set(rest.category, rest.id);
      return above ? { ...rest, after: above } : items.length ? { ...rest, before: items[0].id } : rest;
    }),
  };
}
