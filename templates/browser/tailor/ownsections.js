// Sections of the network's own: a heading, a place among the sections, and statements as in any other section.
import { freeSection } from "../drafts/names.js";
import { select, selectAll } from "../select.js";
import { added, freeIds } from "./additions.js";
import { noted } from "./changing.js";
import { dialogOf, show, shut } from "./dialogs.js";
import { overlayOf } from "./draft.js";
import { hide, say } from "./elements.js";
import { fittingOf } from "./fitting.js";
import { deepSections, withOwn } from "./laying.js";
import { addedSection, movedSection, removedSection, sectionOrder } from "./sectioning.js";
/** @import { AddSection, Network, Overlay, Page, Role } from "./types" */

const EMPTY = "Give your section a heading.";
const TAKEN = "Another section has this heading. Choose another one, or add your statements there.";

/** @param {Page} page */
export function ownSections(page) {
  const { place, store } = page;
  const { role } = store.model;
  /** @type {Map<string, OwnSection>} */
  const shown = new Map();
  offering(page);

  store.onChange(() => {
    const overlay = fittingOf(overlayOf(store.network, role), store.model);
    const own = new Map((overlay.add_sections ?? []).map((found) => [found.id, found]));
    for (const [id, section] of shown) {
      if (own.has(id)) continue;
      section.element.remove();
      shown.delete(id);
    }
    const order = sectionOrder(role, overlay);
    for (const [index, id] of order.entries()) {
      const found = own.get(id);
      if (!found) continue;
      const section = shown.get(id) ?? new OwnSection(found, page);
      shown.set(id, section);
      const above = index ? partAt(place, order[index - 1]) : null;
      if (above && above.nextElementSibling !== section.element) above.after(section.element);
      else if (!above && !section.element.isConnected) partAt(place, role.sections[0].id).before(section.element);
      section.show(found, overlay, { first: !index, last: index === order.length - 1 });
    }
  });
}

/** The button that adds a section, and the dialog that asks for its heading and place. @param {Page} page */
function offering({ place, store }) {
  const dialog = dialogOf(place, "section");
  const [heading, where, wrong] = [select(dialog, "input", HTMLInputElement), select(dialog, "select", HTMLSelectElement), select(dialog, ".err")];
  const { clean, role } = store.model;
  const opener = select(place, "[data-add-section]");
  let done = false;
  const tell = (/** @type {string} */ says) => {
    wrong.textContent = says;
    wrong.hidden = !says;
    if (says) heading.setAttribute("aria-invalid", "true");
    else heading.removeAttribute("aria-invalid");
  };
  opener.addEventListener("click", () => {
    const overlay = overlayOf(store.network, role);
    const headings = headingsOf(role, overlay);
    where.replaceChildren(...sectionOrder(role, overlay).map((id) => new Option(headings.get(id), id)));
    where.selectedIndex = where.options.length - 1;
    heading.value = "";
    done = false;
    tell("");
    show(dialog);
  });
  select(dialog, "[data-close]").addEventListener("click", () => shut(dialog));
  dialog.addEventListener("close", () => {
    if (!done) opener.focus();
  });
  select(dialog, "form").addEventListener("submit", (event) => {
    event.preventDefault();
    const words = clean.oneLine(heading.value);
    tell(words ? (isTaken(words, "", role, overlayOf(store.network, role)) ? TAKEN : "") : EMPTY);
    if (!wrong.hidden) {
      heading.focus();
      return;
    }
    const id = freeId(store.network, role);
    const [first] = freeIds(store.network, store.model, `${id}-own`, 1);
    done = true;
    shut(dialog);
    store.change((network, model) => added(addedSection(network, model, id, words, where.value), model, { id: first, section: id, text: "" }));
    select(place, `[data-statement="${first}"] textarea`).focus();
  });
}

class OwnSection {
  /** @param {AddSection} found @param {Page} page */
  constructor({ id }, { place, store, toast }) {
    this.id = id;
    this.store = store;
    const made = select(select(place, '[data-template="section"]', HTMLTemplateElement).content, "section").cloneNode(true);
    this.element = /** @type {HTMLElement} */ (made);
    this.named = selectAll(this.element, "[data-named]");
    const [field, reason] = selectAll(this.element, "input", HTMLInputElement);
    this.field = field;
    this.reason = reason;
    this.wrong = select(this.element, ".err");
    this.name();
    const { clean, role } = store.model;
    this.field.addEventListener("input", () => {
      const heading = clean.oneLine(this.field.value);
      if (heading) store.change((network, model) => noted(network, model, "add_sections", id, { heading }), `heading-${id}`);
    });
    this.field.addEventListener("change", () => this.store.tell());
    this.reason.addEventListener("input", () => {
      const because = clean.oneLine(this.reason.value) || undefined;
      store.change((network, model) => noted(network, model, "add_sections", id, { because }), `heading-why-${id}`);
    });
    this.shifts = selectAll(this.element, "[data-shift]");
    for (const button of this.shifts) {
      button.addEventListener("click", () => {
        store.change((network, model) => movedSection(network, model, id, Number(button.dataset.shift)));
        button.focus();
        this.element.scrollIntoView({ block: "nearest" });
      });
    }
    select(this.element, "[data-drop-section]").addEventListener("click", () => {
      const heading = headingsOf(role, overlayOf(store.network, role)).get(id);
      store.change((network, model) => removedSection(network, model, id));
      toast(`Removed your section “${heading}”.`);
      select(place, "[data-add-section]").focus();
    });
  }

  /** Give the section and its fields their ids, and their labels the way to them. */
  name() {
    const { id, element, field, reason } = this;
    element.id = id;
    element.dataset.part = id;
    element.setAttribute("aria-labelledby", `h-${id}`);
    select(element, "h2").id = `h-${id}`;
    select(element, "ul.rows").dataset.section = id;
    select(element, "[data-add]").dataset.add = id;
    for (const named of this.named) named.dataset.named = id;
    field.id = `r-${id}`;
    reason.id = `n-${id}`;
    this.wrong.id = `e-${field.id}`;
    field.setAttribute("aria-describedby", this.wrong.id);
    const hint = select(element, ".hint");
    hint.id = `h-${reason.id}`;
    reason.setAttribute("aria-describedby", hint.id);
    for (const [label, input] of /** @type {const} */ ([[field, field], [reason, reason]])) select(/** @type {HTMLElement} */ (label.parentElement), "label", HTMLLabelElement).htmlFor = input.id;
  }

  /** @param {AddSection} found @param {Overlay} overlay @param {{first: boolean, last: boolean}} at */
  show({ heading, because = "" }, overlay, { first, last }) {
    const { clean, role } = this.store.model;
    const typing = document.activeElement === this.field && !clean.oneLine(this.field.value); // a section never goes without a heading
    if (!typing && clean.oneLine(this.field.value) !== heading) this.field.value = heading;
    if (clean.oneLine(this.reason.value) !== because) this.reason.value = because;
    hide(this.wrong, !isTaken(heading, this.id, role, overlay));
    for (const named of selectAll(document.body, `[data-named="${this.id}"]`)) say(named, heading);
    for (const named of this.named) say(named, heading);
    for (const button of this.shifts) button.setAttribute("aria-disabled", String(button.dataset.shift === "1" ? last : first));
  }
}

/** The section of the page that shows one of the pack's. @param {HTMLElement} place @param {string} id */
function partAt(place, id) {
  return select(place, `section[data-part="${id}"]`);
}

/** The heading of each section, the network's own too, as the pack says it. @param {Role} role @param {Overlay} overlay */
function headingsOf(role, overlay) {
  const renamed = new Map((overlay.rename ?? []).map(({ id, heading }) => [id, heading]));
  return new Map([...deepSections(withOwn(role.sections, overlay))].map(({ id, heading }) => [id, renamed.get(id) || heading]));
}

/** Whether another section has a heading, whatever its capitals. @param {string} heading @param {string} id @param {Role} role @param {Overlay} overlay */
function isTaken(heading, id, role, overlay) {
  return [...headingsOf(role, overlay)].some(([other, said]) => other !== id && said.toLowerCase() === heading.toLowerCase());
}

/** An id that no section has. @param {Network} network @param {Role} role */
function freeId(network, role) {
  return freeSection(new Set([...deepSections(withOwn(role.sections, overlayOf(network, role)))].map(({ id }) => id)));
}
