// Moving a sentence, the role's or one's own: up, down, or to another section or category.
import { select, selectAll } from "../select.js";
import { moved, movedTo } from "./sentenceplaces.js";
import { say } from "./elements.js";
import { deepSections, withOwn } from "./laying.js";
/** @import { Store } from "./store.js" */
/** @import { Spot } from "./sentenceplaces.js" */
/** @import { Overlay } from "./types" */

/** The buttons and the list of sections in the row of a sentence. */
export class Placing {
  /** @param {{id: string, body: HTMLElement, store: Store, isStatement: boolean}} row */
  constructor({ id, body, store, isStatement }) {
    this.id = id;
    this.store = store;
    this.buttons = selectAll(body, "[data-move]");
    this.home = select(body, "[data-to]", HTMLSelectElement);
    this.label = select(body, "[data-to-label]", HTMLLabelElement);
    this.home.id = `to-${id}`;
    this.label.htmlFor = this.home.id;
    this.isStatement = isStatement;
    this.named = [this.label, ...this.buttons].map((part) => select(part, ".vh"));
    for (const button of this.buttons) {
      button.addEventListener("click", () => {
        store.change((network, model) => moved(network, model, id, Number(button.dataset.move)));
        button.focus();
      });
    }
    this.home.addEventListener("change", () => {
      store.change((network, model) => movedTo(network, model, id, this.home.value));
      this.home.focus();
    });
  }

  /** Name the sections, or the categories. Most rows never show them. @param {Overlay} overlay */
  fill(overlay) {
    const { role } = this.store.model;
    const parts = this.isStatement ? [...deepSections(withOwn(role.sections, overlay))] : role.categories;
    if (parts.length === this.home.options.length && parts.every(({ id }, index) => this.home.options[index].value === id)) return;
    this.home.replaceChildren(...parts.map(({ id, heading }) => {
      const option = new Option(overlay.rename?.find((each) => each.id === id)?.heading || heading, id);
      if (this.isStatement) option.dataset.named = id; // sections can be renamed
      return option;
    }));
  }

  /** Show where the sentence stands and can go. @param {Overlay} overlay @param {string} number @param {Spot | undefined} spot */
  show(overlay, number, spot) {
    this.fill(overlay);
    const part = spot?.part ?? "";
    if (this.home.value !== part) this.home.value = part;
    for (const [index, part] of this.named.entries()) say(part, index ? ` ${number}` : ` of ${number}`);
    for (const button of this.buttons) {
      button.setAttribute("aria-disabled", String(!(button.dataset.move === "1" ? spot?.down : spot?.up)));
    }
  }
}
