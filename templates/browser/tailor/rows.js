// Each statement and criterion as a row: keep, reword, leave out; and those of the network's own among them.
import { lost } from "./coverage.js";
import { overlayOf } from "./draft.js";
import { deepSections, itemsOf, laidCategories, laidSections, numbersOf } from "./laying.js";
import { OwnRow } from "./own.js";
import { BaseRow } from "./row.js";

export function rows(page) {
  const { place, store } = page;
  const template = (name) => place.querySelector(`[data-template="${name}"]`).content;
  const base = [...place.querySelectorAll("[data-statement], [data-criterion]")].map((element) => new BaseRow(element, template("controls"), page));
  const known = new Map(base.map((row) => [row.id, row]));
  const own = new Map();

  store.onChange((view) => {
    const overlay = overlayOf(store.network, store.model.role);
    const shown = everything(store.model, overlay);
    const numbers = numbersOf(view.sections);
    const losses = lossesOf(store.model, view);
    for (const { id, place: home, items } of shown.groups) {
      const list = place.querySelector(home === "section" ? `[data-section="${id}"]` : `[data-category="${id}"]`);
      const end = home === "section" ? null : list.querySelector(".addrow");
      let before = home === "section" ? list.firstElementChild : list.children[1];
      for (const item of items) {
        if (!known.has(item.id) && !own.has(item.id)) own.set(item.id, new OwnRow(item, home, template("own"), page));
        const row = known.get(item.id) ?? own.get(item.id);
        if (row.element !== before) list.insertBefore(row.element, before ?? end);
        else before = before.nextElementSibling;
      }
    }
    for (const [id, row] of own) {
      if (shown.ids.has(id)) continue;
      row.element.remove();
      own.delete(id);
    }
    let line = 0;
    const lines = new Map(view.categories.flatMap(({ items }) => items.map((item) => [item.id, String((line += 1))])));
    const items = new Map([...itemsOf(view.sections), ...view.categories.flatMap((found) => found.items)].map((item) => [item.id, item]));
    for (const row of [...known.values(), ...own.values()]) {
      row.show(overlay, { number: numbers.get(row.id) ?? lines.get(row.id) ?? "", item: items.get(row.id), losses: losses.get(row.id) ?? [] });
    }
    tidy(place, view);
  });
}

// The document with everything that somebody may still want back: left out sentences, and additions without words.
function everything(model, overlay) {
  const whole = { ...overlay, drop: [], reword: [], add: marked(overlay.add), add_criteria: marked(overlay.add_criteria) };
  const sections = [...deepSections(laidSections(model.role, model.texts, whole))].map(({ id, items }) => ({ id, items, place: "section" }));
  const categories = laidCategories(model.role, model.texts, whole).map(({ id, items }) => ({ id, items, place: "category" }));
  const groups = [...sections, ...categories];
  return { groups, ids: new Set(groups.flatMap(({ items }) => items.map(({ id }) => id))) };
}

function marked(list) {
  return (list ?? []).map((found) => ({ ...found, text: found.text || " " }));
}

// For each sentence left out or reworded, the requirements that the pack no longer meets and that it met.
function lossesOf(model, view) {
  const before = model.baseCoverage;
  const gone = new Set(lost(before, view.coverage));
  const found = new Map();
  for (const row of before.filter(({ requirement }) => gone.has(requirement.id))) {
    for (const id of row.statements) found.set(id, [...(found.get(id) ?? []), row.requirement.id]);
  }
  return found;
}

// A heading with nothing left below it does not print.
function tidy(place, view) {
  const printed = new Set([...deepSections(view.sections)].map(({ id }) => id));
  for (const part of place.querySelectorAll("[data-part]")) part.classList.toggle("no-print", !printed.has(part.dataset.part));
  const categories = new Set(view.categories.map(({ id }) => id));
  for (const part of place.querySelectorAll("[data-category]")) part.classList.toggle("no-print", !categories.has(part.dataset.category));
}
