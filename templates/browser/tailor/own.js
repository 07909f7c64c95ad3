// A statement or criterion of the network's own, which can be moved and taken away again.
import { select, selectAll, selectIfThere } from "../select.js";
import { parted, ranked, removed } from "./additions.js";
import { noted } from "./changing.js";
import { element, hold, say } from "./elements.js";
import { assessedBy, levelOf } from "./labels.js";
import { Placing } from "./moving.js";
import { criterionRow, statementRow } from "./ownelements.js";
import { requirementName } from "../text/formatting.js";
/** @import { Assessment, LaidCriterion, LaidStatement, Note, Overlay, Page, Row } from "./types" */

/** @type {Assessment[]} */
const HOWS = ["application", "interview", "test", "certificate"];

export class OwnRow {
  /**
   * @param {LaidStatement | LaidCriterion} item
   * @param {"section" | "category"} home
   * @param {DocumentFragment} template
   * @param {Page} page
   */
  constructor(item, home, template, { store, toast, place }) {
    this.id = item.id;
    this.isStatement = home === "section";
    /** @type {"add" | "add_criteria"} */
    this.list = this.isStatement ? "add" : "add_criteria";
    this.store = store;
    this.clean = store.model.clean;
    this.toast = toast;
    this.place = place;
    this.element = this.isStatement ? statementRow(item.id) : criterionRow(item.id, store.model.shared.labels);
    this.body = select(this.element, ".row__body");
    this.body.append(template.cloneNode(true));
    for (const part of selectAll(this.body, "[data-for]")) if ((part.dataset.for === "statement") !== this.isStatement) part.remove();
    this.area = select(this.body, "textarea", HTMLTextAreaElement);
    this.because = select(this.body, '[data-note="because"]', HTMLInputElement);
    this.meets = selectIfThere(this.body, '[data-note="meets"]', HTMLSelectElement);
    this.duty = selectIfThere(this.body, '[data-note="duty"]', HTMLInputElement);
    this.level = selectIfThere(this.body, '[data-note="level"]', HTMLSelectElement);
    this.ways = selectAll(this.body, "[data-assess]", HTMLInputElement);
    this.number = select(this.element, ".n");
    this.text = select(this.element, ".txt");
    this.removes = select(this.body, "[data-remove] .vh");
    this.placing = new Placing(this);
    this.name();
    this.listen();
  }

  name() {
    const what = this.isStatement ? "Your statement" : "Your criterion";
    for (const label of selectAll(this.body, "label.label", HTMLLabelElement)) {
      const home = /** @type {HTMLElement} */ (label.parentElement);
      const own = label.classList.contains("vh") ? this.area : select(home, "textarea, select, input:not([type])");
      own.id = `o-${own.dataset.note ?? "text"}-${this.id}`;
      label.htmlFor = own.id;
      if (own === this.area) label.textContent = what;
    }
    if (!this.meets) return;
    for (const { id, title } of this.store.model.role.requirements.filter(({ by_band }) => by_band === null)) {
      this.meets.append(new Option(`${requirementName(id)}: ${title}`, id));
    }
    if (this.meets.options.length > 1) return;
    select(this.body, "[data-meets]").remove();
    this.meets = null;
  }

  listen() {
    const note = (/** @type {Note} */ what, /** @type {string} */ key) => this.store.change((network, model) => noted(network, model, this.list, this.id, what), `${key}-${this.id}`);
    this.area.addEventListener("input", () => note({ text: this.clean.oneLine(this.area.value) }, "text"));
    this.area.addEventListener("change", () => this.part());
    this.area.addEventListener("paste", () => setTimeout(() => this.part()));
    this.because.addEventListener("input", () => note({ because: this.clean.oneLine(this.because.value) || undefined }, "because"));
    onChange(this.meets, ({ value }) => note({ meets: value ? [value] : [], meets_in_part: [] }, "meets"));
    onChange(this.duty, ({ checked }) => note({ duty: checked ? undefined : false }, "duty"));
    onChange(this.level, ({ value }) => {
      const level = value === "essential" ? "essential" : "desirable";
      this.store.change((network, model) => ranked(network, model, this.id, { level }));
    });
    for (const box of this.ways) box.addEventListener("change", () => note({ assessed_by: this.assessed() }, "assess"));
    select(this.body, "[data-remove]").addEventListener("click", () => {
      const home = this.element.closest("section");
      const next = home && selectIfThere(home, "[data-add], [data-add-criterion]");
      this.store.change((network, model) => removed(network, model, this.list, this.id));
      this.toast(`Removed your ${this.isStatement ? "statement" : "criterion"}.`);
      next?.focus();
    });
  }

  /** A list that was pasted becomes as many statements or criteria, one behind the other. */
  part() {
    const found = this.clean.statements(this.area.value);
    if (found.length < 2) return;
    this.store.change((network, model) => parted(network, model, this.list, this.id, found));
    this.toast(`Your list is ${found.length} ${this.isStatement ? "statements" : "criteria"} now.`);
  }

  // At least one way to assess stays chosen.
  assessed() {
    const chosen = this.ways.filter(({ checked }) => checked).map(({ value }) => value);
    return HOWS.filter((how) => (chosen.length ? chosen.includes(how) : how === "interview"));
  }

  /** Show the sentence as it stands in an overlay. @param {Overlay} overlay @param {Parameters<Row["show"]>[1]} shown */
  show(overlay, { number, spot }) {
    const item = this.isStatement ? this.showStatement(overlay) : this.showCriterion(overlay);
    if (!item) return;
    this.element.classList.toggle("no-print", !item.text);
    const name = `${this.isStatement ? "statement" : "criterion"} ${number}`;
    say(this.number, number);
    say(this.text, item.text ?? "");
    say(this.removes, ` ${name}`);
    if (this.clean.oneLine(this.area.value) !== (item.text ?? "")) this.area.value = item.text ?? "";
    this.placing.show(overlay, name, spot);
    if (this.clean.oneLine(this.because.value) !== (item.because ?? "")) this.because.value = item.because ?? "";
  }

  /** @param {Overlay} overlay */
  showStatement(overlay) {
    const item = overlay.add?.find(({ id }) => id === this.id);
    if (!item) return null;
    setChoice(this.meets, item.meets?.[0] ?? "");
    if (this.duty) this.duty.checked = item.duty !== false;
    return item;
  }

  /** @param {Overlay} overlay */
  showCriterion(overlay) {
    const item = overlay.add_criteria?.find(({ id }) => id === this.id);
    if (!item) return null;
    setChoice(this.level, item.level);
    for (const box of this.ways) box.checked = item.assessed_by.some((how) => how === box.value);
    const { labels } = this.store.model.shared;
    const level = levelOf(labels, item.level);
    hold(select(this.element, "[data-level]"), item.level === "essential" ? element("strong", "", level) : level);
    say(select(this.element, "[data-assessed]"), assessedBy(labels, item.assessed_by));
    return item;
  }
}

/** Choose an answer, unless it is chosen: the browser would lay the list out anew. @param {HTMLSelectElement | null} field @param {string} value */
function setChoice(field, value) {
  if (field && field.value !== value) field.value = value;
}

/** Call when a field that this kind of row has is changed. @template {HTMLElement} Any @param {Any | null} field @param {(field: Any) => void} then */
function onChange(field, then) {
  field?.addEventListener("change", () => then(field));
}
