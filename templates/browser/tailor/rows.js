// Each statement and criterion as a row: keep, reword, leave out; and those of the network's own among them.
import { select, selectAll } from "../select.js";
import { lost } from "./coverage.js";
import { overlayOf } from "./draft.js";
import { fittingOf } from "./fitting.js";
import { deepSections, itemsOf, laidCategories, laidSections, numbersOf } from "./laying.js";
import { OwnRow } from "./own.js";
import { BaseRow } from "./row.js";
import { spotsOf } from "./sentenceplaces.js";
/** @import { Addition, LaidCriterion, LaidStatement, Model, Overlay, Page, Row, View } from "./types" */

/** @param {Page} page */
export function rows(page) {
  const { place, store } = page;
  const template = (/** @type {string} */ name) => select(place, `[data-template="${name}"]`, HTMLTemplateElement).content;
  const base = selectAll(place, "[data-statement], [data-criterion]").map((element) => new BaseRow(element, template("controls"), page));
  const known = new Map(base.map((row) => [row.id, row]));
  /** @type {Map<string, OwnRow>} */
  const own = new Map();
  /** The lists of sections and categories, which would take a search of the whole page each. @type {Map<string, HTMLElement>} */
  const lists = new Map();
  const listOf = (/** @type {string} */ home, /** @type {string} */ id) => {
    const selector = `[data-${home}="${id}"]`;
    const before = lists.get(selector);
    const list = before?.isConnected ? before : select(place, selector);
    lists.set(selector, list);
    return list;
  };

  store.onChange((view) => {
    const overlay = fittingOf(overlayOf(store.network, store.model.role), store.model);
    const shown = everything(store.model, overlay);
    const numbers = numbersOf(view.sections);
    const losses = lossesOf(store.model, view);
    const spots = spotsOf(overlay, store.model);
    for (const { id, place: home, items } of shown.groups) {
      const list = listOf(home, id);
      const end = home === "section" ? null : list.querySelector(".addrow");
      let before = home === "section" ? list.firstElementChild : list.children[1];
      for (const item of items) {
        const row = known.get(item.id) ?? own.get(item.id) ?? new OwnRow(item, home, template("own"), page);
        if (row instanceof OwnRow) own.set(item.id, row);
        if (row.element !== before) list.insertBefore(row.element, before ?? end);
        else before = /** @type {Element} */ (before.nextElementSibling);
      }
    }
    for (const [id, row] of own) {
      if (shown.ids.has(id)) continue;
      row.element.remove();
      own.delete(id);
    }
    const criteria = view.categories.flatMap((found) => found.items);
    const lines = new Map(criteria.map(({ id }, index) => [id, String(index + 1)]));
    /** @type {Map<string, LaidStatement | LaidCriterion>} */
    const items = new Map([...itemsOf(view.sections), ...criteria].map((item) => [item.id, item]));
    /** @type {Row[]} */
    const all = [...known.values(), ...own.values()];
    for (const row of all) {
      row.show(overlay, { number: numbers.get(row.id) ?? lines.get(row.id) ?? "", item: items.get(row.id), losses: losses.get(row.id) ?? [], spot: spots.get(row.id) });
    }
    tidy(place, view);
  });
}

/**
 * The document with everything that somebody may still want back: left out sentences, and additions without words.
 * @param {Model} model
 * @param {Overlay} overlay
 */
function everything(model, overlay) {
  const whole = { ...overlay, drop: [], reword: [], add: marked(overlay.add), add_criteria: marked(overlay.add_criteria) };
  const sections = [...deepSections(laidSections(model.role, model.texts, whole))].map(({ id, items }) => ({ id, items, place: /** @type {const} */ ("section") }));
  const categories = laidCategories(model.role, model.texts, whole).map(({ id, items }) => ({ id, items, place: /** @type {const} */ ("category") }));
  /** @type {{id: string, items: (LaidStatement | LaidCriterion)[], place: "section" | "category"}[]} */
  const groups = [...sections, ...categories];
  return { groups, ids: new Set(groups.flatMap(({ items }) => items.map(({ id }) => id))) };
}

/**
 * @template {Addition} Added
 * @param {Added[] | undefined} list
 */
function marked(list) {
  return (list ?? []).map((found) => ({ ...found, text: found.text || " " }));
}

/**
 * For each sentence left out or reworded, the requirements that the pack no longer meets and that it met.
 * @param {Model} model
 * @param {View} view
 */
function lossesOf(model, view) {
  const before = model.baseCoverage;
  const gone = new Set(lost(before, view.coverage));
  /** @type {Map<string, string[]>} */
  const found = new Map();
  for (const row of before.filter(({ requirement }) => gone.has(requirement.id))) {
    for (const id of row.statements) found.set(id, [...(found.get(id) ?? []), row.requirement.id]);
  }
  return found;
}

/** A heading with nothing left below it does not print. @param {HTMLElement} place @param {View} view */
function tidy(place, view) {
  const printed = new Set([...deepSections(view.sections)].map(({ id }) => id));
  for (const part of selectAll(place, "[data-part]")) part.classList.toggle("no-print", !printed.has(part.dataset.part ?? ""));
  const categories = new Set(view.categories.map(({ id }) => id));
  for (const part of selectAll(place, "[data-category]")) part.classList.toggle("no-print", !categories.has(part.dataset.category ?? ""));
}
