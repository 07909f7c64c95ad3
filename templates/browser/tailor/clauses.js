// The shared clauses of a pack: those of the role can be left out, and others of the library added.
import { select, selectAll } from "../select.js";
import { joinWords } from "../text/formatting.js";
import { noted } from "./changing.js";
import { clauseAdded, clauseOut } from "./clausing.js";
import { overlayOf } from "./draft.js";
import { element, hide, hold, say } from "./elements.js";
import { clausesInPlace } from "./laying.js";
/** @import { LaidClause, Overlay, Page } from "./types" */

/** @param {Page} page */
export function clauses(page) {
  const { place, store, toast } = page;
  const { role, texts } = store.model;
  const list = select(place, "[data-clauses]");
  const [adder, choice] = [select(place, "[data-add-clause]"), select(place, "[data-add-clause] select", HTMLSelectElement)];
  const rows = new Map(selectAll(list, "[data-clause]").map((found) => {
    const clause = role.clauses.find(({ id }) => id === found.dataset.clause);
    if (!clause) throw new Error(`The role has no clause ${found.dataset.clause}`);
    return [clause.id, new ClauseRow(found, { ...clause, text: texts[clause.id] }, false, page)];
  }));
  select(adder, "button").addEventListener("click", () => {
    const id = choice.value;
    store.change((network, model) => clauseAdded(network, model, id, true));
    toast(`Added “${role.other_clauses.find((each) => each.id === id)?.heading}”.`);
    rows.get(id)?.reason.focus();
  });

  store.onChange(() => {
    const overlay = overlayOf(store.network, role);
    const added = new Set((overlay.add_clauses ?? []).map(({ id }) => id));
    for (const clause of role.other_clauses) {
      const row = rows.get(clause.id);
      if (row && !added.has(clause.id)) {
        row.element.remove();
        rows.delete(clause.id);
      }
    }
    const order = clausesInPlace(role, overlay);
    for (const clause of role.other_clauses) {
      const { id } = clause;
      if (!added.has(id) || rows.has(id)) continue;
      const made = element("div", "row--new", element("dt", "", clause.heading), element("dd", "", clause.text));
      made.dataset.clause = id;
      const above = rows.get(order[order.indexOf(id) - 1]);
      if (above) above.element.after(made);
      else list.prepend(made);
      rows.set(id, new ClauseRow(made, clause, true, page));
    }
    for (const row of rows.values()) row.show(overlay);
    const spare = role.other_clauses.filter(({ id }) => !added.has(id));
    if (spare.length !== choice.options.length) choice.replaceChildren(...spare.map(({ id, heading }) => new Option(heading, id)));
    hide(adder, !spare.length);
    select(place, "#everyone").classList.toggle("no-print", !store.view.clauses.length);
  });
}

class ClauseRow {
  /** @param {HTMLElement} found @param {LaidClause} clause @param {boolean} own whether the network added it @param {Page} page */
  constructor(found, clause, own, { place, store, toast }) {
    this.element = found;
    this.clause = clause;
    this.own = own;
    this.clean = store.model.clean;
    const { id, heading } = clause;
    found.append(select(place, '[data-template="clause"]', HTMLTemplateElement).content.cloneNode(true));
    this.said = select(found, ".row__st");
    this.button = select(found, "button");
    this.why = select(found, ".edit");
    this.reason = select(this.why, "input", HTMLInputElement);
    this.label = select(this.why, "label", HTMLLabelElement);
    this.reason.id = `k-${id}`;
    this.label.htmlFor = this.reason.id;
    this.law = select(found, "[data-law]");
    if (clause.law.length) this.law.textContent = `The law still applies. This clause rests on: ${joinWords(clause.law)}.`;
    this.button.addEventListener("click", () => {
      if (this.own) {
        store.change((network, model) => clauseAdded(network, model, id, false));
        toast(`Removed “${heading}”.`);
        select(place, "#h-everyone + p").focus();
      } else {
        store.change((network, model) => clauseOut(network, model, id, !this.out));
        this.button.focus();
      }
    });
    this.reason.addEventListener("input", () => {
      const because = this.clean.oneLine(this.reason.value) || undefined;
      store.change((network, model) => noted(network, model, own ? "add_clauses" : "drop_clauses", id, { because }), `clause-${id}`);
    });
  }

  /** @param {Overlay} overlay */
  show(overlay) {
    const { id, heading, law } = this.clause;
    const entry = (this.own ? overlay.add_clauses : overlay.drop_clauses)?.find((found) => found.id === id);
    this.out = Boolean(entry) && !this.own;
    this.element.classList.toggle("row--out", this.out);
    say(this.said, this.own ? "Added by you" : this.out ? "Left out" : "");
    hold(this.button, this.own ? "Remove" : this.out ? "Put back" : "Leave out", element("span", "vh", `: ${heading}`));
    hide(this.why, !entry);
    say(this.label, this.own ? "Why are you adding it?" : "Why are you leaving it out, and where do applicants read it?");
    hide(this.law, !this.out || !law.length);
    if (this.clean.oneLine(this.reason.value) !== (entry?.because ?? "")) this.reason.value = entry?.because ?? "";
  }
}
