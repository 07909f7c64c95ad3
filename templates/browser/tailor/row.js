// A sentence of the role: one quiet button opens the choice between keeping, rewording and leaving out.
import { noted, standing, stood } from "./changing.js";
import { element } from "./elements.js";
import { joinWords, requirementName } from "./says.js";

const SAYS = { keep: "", reword: "Reworded by you", out: "Left out" };
const WHY = { reword: "Why do you reword it?", out: "Why leave it out?" };

export class BaseRow {
  constructor(element, template, { store, words }) {
    this.element = element;
    this.id = element.dataset.statement ?? element.dataset.criterion;
    this.what = element.dataset.statement ? "statement" : "criterion";
    this.store = store;
    this.open = false;
    this.body = element.querySelector(".row__body");
    this.text = this.body.querySelector(".txt");
    this.body.append(template.cloneNode(true));
    this.find();
    this.listen();
  }

  find() {
    const get = (selector) => this.body.querySelector(selector);
    this.said = get(".row__st");
    this.button = get("[data-change]");
    this.seg = get(".seg");
    this.radios = [...this.seg.querySelectorAll("input")];
    this.effect = get("[data-effect]");
    this.edit = get('[data-edit="reword"]');
    this.area = this.edit.querySelector("textarea");
    this.still = get("[data-still]");
    this.why = get('[data-edit="why"]');
    this.reason = this.why.querySelector("input");
    const names = [[this.area, "w"], [this.reason, "y"], [this.still.querySelector("input"), "t"]];
    for (const [field, letter] of names) field.id = `${letter}-${this.id}`;
    this.edit.querySelector("label").htmlFor = this.area.id;
    this.why.querySelector("label").htmlFor = this.reason.id;
    this.why.querySelector(".hint").id = `h-${this.reason.id}`;
    this.reason.setAttribute("aria-describedby", `h-${this.reason.id}`);
    for (const radio of this.radios) radio.name = `k-${this.id}`;
  }

  listen() {
    this.button.addEventListener("click", () => {
      this.open = true;
      this.store.tell();
      this.radios.find(({ checked }) => checked).focus();
    });
    this.seg.addEventListener("change", (event) => {
      this.open = true;
      this.store.change((network, model) => stood(network, model, this.id, event.target.value), `stood-${this.id}`);
    });
    this.area.addEventListener("input", () => this.note({ text: tidy(this.area.value) }, "text"));
    this.reason.addEventListener("input", () => this.note({ because: tidy(this.reason.value) || undefined }, "because"));
    this.still.addEventListener("change", (event) => this.note({ still_meets: event.target.checked ? undefined : false }, "still"));
  }

  note(what, key) {
    const list = this.how === "out" ? "drop" : "reword";
    this.store.change((network, model) => noted(network, model, list, this.id, what), `${key}-${this.id}`);
  }

  /** Show how the sentence stands in an overlay. */
  show(overlay, { number, item, losses }) {
    const how = standing(overlay, this.id);
    const entry = (how === "out" ? overlay.drop : overlay.reword)?.find(({ id }) => id === this.id) ?? {};
    const base = this.store.model.texts[this.id];
    const open = this.open || how !== "keep";
    this.how = how;
    this.element.classList.toggle("row--re", how === "reword");
    this.element.classList.toggle("row--out", how === "out");
    this.said.textContent = SAYS[how];
    this.said.hidden = how === "keep";
    this.element.querySelector(".n").textContent = how === "out" ? "" : number;
    this.text.textContent = item?.text ?? base;
    this.button.hidden = open;
    this.seg.hidden = !open;
    const name = ` ${this.what} ${number || `“${base.slice(0, 40)}”`}`;
    this.button.querySelector(".vh").textContent = name;
    this.seg.querySelector("legend").textContent = `${name.trim()}: keep, reword or leave out`;
    for (const radio of this.radios) radio.checked = radio.value === how;
    this.edit.hidden = how !== "reword";
    this.why.hidden = how === "keep";
    if (how !== "keep") this.showEntry(how, entry, base);
    this.showEffect(how, item, losses);
  }

  showEntry(how, entry, base) {
    this.why.querySelector("label").textContent = WHY[how];
    if (tidy(this.reason.value) !== (entry.because ?? "")) this.reason.value = entry.because ?? "";
    if (how !== "reword") return;
    if (tidy(this.area.value) !== entry.text) this.area.value = entry.text;
    this.edit.querySelector(".was").textContent = entry.text === base ? "Change the words above." : `Was: ${base}`;
    const met = this.met();
    this.still.hidden = !met.length;
    this.still.querySelector("span").textContent = `It still meets: ${joinWords(met.map((id) => `${titleOf(this.store.model.role, id)} (${requirementName(id)})`))}`;
    this.still.querySelector("input").checked = entry.still_meets !== false;
  }

  met() {
    const found = this.store.model.statements.get(this.id);
    return found ? [...found.meets, ...found.meets_in_part].filter((id) => this.store.model.held.has(id)) : [];
  }

  showEffect(how, item, losses) {
    const lost = how !== "keep" && losses.length > 0;
    const meets = (item?.meets ?? []).filter((id) => this.store.model.held.has(id));
    const key = JSON.stringify([lost, losses, meets]);
    if (key === this.shown) return;
    this.shown = key;
    const after = ` ${losses.length === 1 ? "is" : "are"} no longer met in full`;
    this.effect.replaceChildren(...(lost ? [...links(losses), after] : meets.length ? ["Meets ", ...links(meets)] : []));
    this.effect.classList.toggle("effect--lost", Boolean(lost));
  }
}

function links(ids) {
  return ids.flatMap((id, index) => {
    const link = element("a", "", requirementName(id));
    link.href = `#${id}`;
    return index ? [index === ids.length - 1 ? " and " : ", ", link] : [link];
  });
}

function titleOf(role, id) {
  const title = role.requirements.find((requirement) => requirement.id === id).title;
  return title.slice(0, 1).toLowerCase() + title.slice(1);
}

function tidy(text) {
  return text.replace(/\s*[\r\n\t]+\s*/g, " ").trim();
}
