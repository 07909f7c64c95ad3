// Another heading for a section of the job description, wherever the page names it.
import { select, selectAll } from "../select.js";
import { noted, renamed } from "./changing.js";
import { overlayOf } from "./draft.js";
import { hide, say } from "./elements.js";
import { deepSections } from "./laying.js";
/** @import { Page } from "./types" */

/** Bind each box that renames a section. @param {Page} page */
export function renaming({ place, store }) {
  const { clean, role } = store.model;
  const own = new Map([...deepSections(role.sections)].map(({ id, heading }) => [id, heading]));
  const boxes = selectAll(place, "[data-rename]").map((box) => {
    const [field, reason] = selectAll(box, "input", HTMLInputElement);
    const id = box.dataset.rename ?? "";
    field.addEventListener("input", () => store.change((network, model) => renamed(network, model, id, clean.oneLine(field.value), own.get(id) ?? ""), `heading-${id}`));
    reason.addEventListener("input", () => {
      const because = clean.oneLine(reason.value) || undefined;
      store.change((network, model) => noted(network, model, "rename", id, { because }), `heading-why-${id}`);
    });
    return { id, box, field, reason, why: select(box, "[data-why]") };
  });

  store.onChange(() => {
    const { rename = [] } = overlayOf(store.network, role);
    /** @type {Map<string, string>} */
    const headings = new Map();
    for (const { id, box, field, reason, why } of boxes) {
      const entry = rename.find((found) => found.id === id);
      const heading = entry?.heading ?? own.get(id) ?? "";
      if (clean.oneLine(field.value) !== heading) field.value = heading;
      if (clean.oneLine(reason.value) !== (entry?.because ?? "")) reason.value = entry?.because ?? "";
      hide(why, !entry);
      box.classList.toggle("row--re", Boolean(entry));
      headings.set(id, heading || (own.get(id) ?? ""));
    }
    for (const named of selectAll(place, "[data-named]")) {
      const heading = headings.get(named.dataset.named ?? "");
      if (heading !== undefined) say(named, heading);
    }
  });
}
