// The table of requirements: where each is met, what to do where it is not, and a way to say that it is met otherwise.
import { selectIfThere } from "../select.js";
import { noted } from "./changing.js";
import { element, hide, hold, mark } from "./elements.js";
import { overlayOf } from "./draft.js";
import { requirementName } from "../text/formatting.js";
/** @import { Store } from "./store.js" */
/** @import { Covered, Page, Requirement, View } from "./types" */

/** @param {Page} page */
export function contract({ place, store }) {
  const body = selectIfThere(place, "[data-requirements]");
  if (!body) return;
  const rows = store.model.role.requirements.map((requirement) => new Row(requirement, store));
  body.append(...rows.map(({ element: row }) => row));
  store.onChange((view) => {
    for (const [index, found] of view.coverage.entries()) rows[index].show(found, view);
  });
}

class Row {
  /** @param {Requirement} requirement @param {Store} store */
  constructor(requirement, store) {
    const { id, title, place } = requirement;
    this.id = id;
    this.store = store;
    const head = element("th", "", `${title} `, element("span", "meta", `${requirementName(id)}, ${place}`));
    head.scope = "row";
    this.state = element("td");
    this.where = element("td");
    this.where.dataset.l = "Where";
    this.said = element("p");
    this.field = element("input", "in");
    Object.assign(this.field, { id: `a-${id}`, autocomplete: "off" });
    const label = element("label", "label", "If you meet it another way, say how, and who agreed");
    label.htmlFor = this.field.id;
    this.otherwise = element("details", "otherwise", element("summary", "", "We meet it another way", element("span", "vh", `: ${title}`)), element("div", "", label, this.field));
    this.where.append(this.said, this.otherwise);
    this.element = element("tr", "", head, this.state, this.where);
    this.element.id = id;
    this.field.addEventListener("input", () => {
      const because = this.field.value.trim() || undefined;
      store.change((network, model) => noted(network, model, "accept", id, { because }), `accept-${id}`);
    });
  }

  /** @param {Covered} covered @param {View} view */
  show({ state, statements, note }, view) {
    const accepted = (overlayOf(this.store.network, this.store.model.role).accept ?? []).find(({ requirement }) => requirement === this.id)?.because ?? "";
    const [className, shape] = mark(state);
    hold(this.state, element("span", `mark ${className}`, shape, element("span", "", this.store.model.shared.states[state])));
    hold(this.said, ...joined(statements.map((id) => link(id, view))), note && statements.length ? `. ${note}` : note || (statements.length ? "" : "By the band"));
    hide(this.otherwise, state === "met");
    if (accepted) this.otherwise.open = true;
    if (this.field.value.trim() !== accepted) this.field.value = accepted;
  }
}

/** @param {string} id @param {View} view */
function link(id, view) {
  const made = element("a", "", view.numbers.get(id) || headingOf(id, view));
  made.href = `#s-${id}`;
  return made;
}

/** @param {string} id @param {View} view */
function headingOf(id, view) {
  return view.sections.find(({ items }) => items.some((item) => item.id === id))?.heading ?? "here";
}

/** @param {HTMLAnchorElement[]} links @returns {(string | Node)[]} */
function joined(links) {
  const seen = new Set();
  const kept = links.filter(({ textContent }) => !seen.has(textContent) && seen.add(textContent));
  return kept.flatMap((one, index) => (index ? [", ", one] : [one]));
}
