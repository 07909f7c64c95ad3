// A statement or criterion of the network's own, which can be moved and taken away again.
import { moved, noted, orderIn, ranked, removed } from "./changing.js";
import { overlayOf } from "./draft.js";
import { requirementName } from "./says.js";

const HOWS = ["application", "interview", "test", "certificate"];

export class OwnRow {
  constructor(item, home, template, { store, toast, place }) {
    this.id = item.id;
    this.isStatement = home === "section";
    this.list = this.isStatement ? "add" : "add_criteria";
    this.store = store;
    this.toast = toast;
    this.place = place;
    this.element = this.isStatement ? statement(item.id) : criterion(item.id);
    this.body = this.element.querySelector(".row__body");
    this.body.append(template.cloneNode(true));
    for (const part of this.body.querySelectorAll("[data-for]")) if ((part.dataset.for === "statement") !== this.isStatement) part.remove();
    this.area = this.body.querySelector("textarea");
    this.name();
    this.listen();
  }

  name() {
    const what = this.isStatement ? "Your statement" : "Your criterion";
    const labels = [...this.body.querySelectorAll("label.label")];
    for (const label of labels) {
      const field = label.parentElement.querySelector("textarea, select, input:not([type])");
      const own = label.classList.contains("vh") ? this.area : field;
      own.id = `o-${own.dataset.note ?? "text"}-${this.id}`;
      label.htmlFor = own.id;
      if (own === this.area) label.textContent = what;
    }
    const meets = this.body.querySelector('[data-note="meets"]');
    for (const { id, title } of meets ? this.store.model.role.requirements.filter(({ by_band }) => by_band === null) : []) {
      meets.append(new Option(`${requirementName(id)}: ${title}`, id));
    }
    if (meets && meets.options.length === 1) this.body.querySelector("[data-meets]").remove();
  }

  listen() {
    const note = (what, key) => this.store.change((network, model) => noted(network, model, this.list, this.id, what), `${key}-${this.id}`);
    this.area.addEventListener("input", () => note({ text: tidy(this.area.value) }, "text"));
    this.body.querySelector('[data-note="because"]').addEventListener("input", (event) => note({ because: tidy(event.target.value) || undefined }, "because"));
    this.on('[data-note="meets"]', (field) => note({ meets: field.value ? [field.value] : [], meets_in_part: [] }, "meets"));
    this.on('[data-note="duty"]', (field) => note({ duty: field.checked ? undefined : false }, "duty"));
    this.on('[data-note="level"]', (field) => this.store.change((network, model) => ranked(network, model, this.id, { level: field.value })));
    for (const box of this.body.querySelectorAll("[data-assess]")) box.addEventListener("change", () => note({ assessed_by: this.assessed() }, "assess"));
    for (const button of this.body.querySelectorAll("[data-move]")) {
      if (!this.isStatement) button.remove();
      button.addEventListener("click", () => {
        this.store.change((network, model) => moved(network, model, this.id, Number(button.dataset.move)));
        button.focus();
      });
    }
    this.body.querySelector("[data-remove]").addEventListener("click", () => {
      const next = this.element.closest("section").querySelector("[data-add], [data-add-criterion]");
      this.store.change((network, model) => removed(network, model, this.list, this.id));
      this.toast(`Removed your ${this.isStatement ? "statement" : "criterion"}.`);
      next?.focus();
    });
  }

  on(selector, then) {
    const field = this.body.querySelector(selector);
    field?.addEventListener("change", () => then(field));
  }

  // At least one way to assess stays chosen.
  assessed() {
    const chosen = [...this.body.querySelectorAll("[data-assess]")].filter(({ checked }) => checked).map(({ value }) => value);
    return HOWS.filter((how) => (chosen.length ? chosen.includes(how) : how === "interview"));
  }

  /** Show the sentence as it stands in an overlay. */
  show(overlay, { number }) {
    const item = overlay[this.list].find(({ id }) => id === this.id);
    this.element.classList.toggle("no-print", !item.text);
    this.element.querySelector(".n").textContent = number;
    this.element.querySelector(".txt").textContent = item.text ?? "";
    for (const button of this.body.querySelectorAll(".row__ctl .vh")) button.textContent = ` ${this.isStatement ? "statement" : "criterion"} ${number}`;
    if (tidy(this.area.value) !== (item.text ?? "")) this.area.value = item.text ?? "";
    const because = this.body.querySelector('[data-note="because"]');
    if (tidy(because.value) !== (item.because ?? "")) because.value = item.because ?? "";
    if (this.isStatement) this.showStatement(item);
    else this.showCriterion(item);
  }

  showStatement(item) {
    const meets = this.body.querySelector('[data-note="meets"]');
    if (meets) meets.value = item.meets?.[0] ?? "";
    this.body.querySelector('[data-note="duty"]').checked = item.duty !== false;
    const order = orderIn(this.store.model, overlayOf(this.store.network, this.store.model.role), item.section);
    const at = order.indexOf(this.id);
    const [up, down] = this.body.querySelectorAll("[data-move]");
    up.setAttribute("aria-disabled", String(at <= 0));
    down.setAttribute("aria-disabled", String(at === order.length - 1));
  }

  showCriterion(item) {
    this.body.querySelector('[data-note="level"]').value = item.level;
    for (const box of this.body.querySelectorAll("[data-assess]")) box.checked = item.assessed_by.includes(box.value);
    this.element.querySelector("[data-level]").replaceChildren(item.level === "essential" ? strong("Essential") : "Desirable");
    const said = item.assessed_by.join(", ");
    this.element.querySelector("[data-assessed]").textContent = said.slice(0, 1).toUpperCase() + said.slice(1);
  }
}

function statement(id) {
  const row = made("li", "row row--new", [made("span", "n"), made("div", "row__body", [made("p", "txt")])]);
  row.id = `s-${id}`;
  row.dataset.statement = id;
  return row;
}

function criterion(id) {
  const head = made("th", "", [made("span", "n"), made("div", "row__body", [made("p", "txt")])]);
  head.scope = "row";
  const [level, assessed] = [made("td"), made("td")];
  Object.assign(level.dataset, { l: "Level", level: "" });
  Object.assign(assessed.dataset, { l: "Assessed by", assessed: "" });
  const row = made("tr", "row row--new", [head, level, assessed]);
  row.id = `c-${id}`;
  row.dataset.criterion = id;
  return row;
}

function made(name, className = "", children = []) {
  const element = document.createElement(name);
  if (className) element.className = className;
  element.append(...children);
  return element;
}

function strong(words) {
  return made("strong", "", [words]);
}

function tidy(text) {
  return text.replace(/\s*[\r\n\t]+\s*/g, " ").trim();
}
