// Adding a statement, from those of sister roles or in words of one's own; and adding a criterion.
import { select, selectAll } from "../select.js";
import { added, addedCriterion, freeIds } from "./additions.js";
import { dialogOf, show, shut } from "./dialogs.js";
import { overlayOf } from "./draft.js";
import { counted } from "../text/formatting.js";
/** @import { AddCriterion, Page, Suggestion } from "./types" */

const BATCH = 20; // suggestions shown at once

/** @param {Page} page */
export function adding({ place, store, toast }) {
  const dialog = dialogOf(place, "add");
  const filter = select(dialog, "#d-filter", HTMLInputElement);
  const list = select(dialog, ".suggestions");
  let section = "";
  /** @type {HTMLElement | null} */
  let opener = null;

  place.addEventListener("click", ({ target }) => {
    const button = target instanceof Element ? target.closest("[data-add]") : null; // sections can be added
    if (button instanceof HTMLElement) {
      [section, opener] = [button.dataset.add ?? "", button];
      select(dialog, "[data-where]").textContent = `It goes to the end of “${select(button, "[data-named]").textContent}”. You can move it afterwards.`;
      filter.value = "";
      offer();
      show(dialog);
    }
  });
  filter.addEventListener("input", offer);
  select(dialog, "[data-close]").addEventListener("click", () => shut(dialog));
  dialog.addEventListener("close", () => opener?.focus());
  select(dialog, "[data-own]").addEventListener("click", () => {
    const [id] = freeIds(store.network, store.model, `${section}-own`, 1);
    opener = null;
    shut(dialog);
    store.change((network, model) => added(network, model, { id, section, text: "" }));
    select(place, `[data-statement="${id}"] textarea`).focus();
  });

  for (const button of selectAll(place, "[data-add-criterion]")) {
    button.addEventListener("click", () => {
      const category = button.dataset.addCriterion ?? "";
      const [id] = freeIds(store.network, store.model, `${category}-own`, 1);
      /** @type {AddCriterion} */
      const criterion = { id, category, text: "", level: "desirable", assessed_by: ["application", "interview"] };
      store.change((network, model) => addedCriterion(network, model, criterion));
      select(place, `[data-criterion="${id}"] textarea`).focus();
    });
  }

  // Those of the same section come first: that is where they belong in their own role.
  function offer() {
    const words = filter.value.toLowerCase().split(/\s+/).filter(Boolean);
    const taken = new Set((overlayOf(store.network, store.model.role).add ?? []).map(({ id }) => id));
    const all = store.model.role.suggestions.filter(({ text, id }) => !taken.has(id) && words.every((word) => text.toLowerCase().includes(word)));
    const near = [...all.filter((one) => one.section === section), ...all.filter((one) => one.section !== section)];
    list.replaceChildren(...near.slice(0, BATCH).map(suggestion));
    const shown = Math.min(near.length, BATCH);
    select(dialog, "[data-count]").textContent = near.length > shown ? `${shown} of ${counted(near.length, "statement")}. Search for words to see others.` : counted(near.length, "statement");
  }

  /** @param {Suggestion} found */
  function suggestion(found) {
    const line = document.createElement("li");
    const text = document.createElement("p");
    const from = document.createElement("span");
    const add = document.createElement("button");
    text.textContent = found.text;
    text.id = `d-${found.id}`;
    from.className = "meta";
    from.textContent = `From ${found.from}`;
    Object.assign(add, { type: "button", className: "btn btn--2 btn--s", textContent: "Add" });
    add.setAttribute("aria-describedby", text.id);
    add.addEventListener("click", () => {
      const { id, meets, meets_in_part, duty } = found;
      store.change((network, model) => added(network, model, { id, section, text: found.text, meets, meets_in_part, duty: duty ? undefined : false, because: `${found.from} has it.` }));
      toast("Added a statement.");
      add.textContent = "Added";
      add.setAttribute("aria-disabled", "true");
    }, { once: true });
    line.append(text, from, add);
    return line;
  }
}
