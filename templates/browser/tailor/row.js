// A sentence of the role: one quiet button opens the choice between keeping, rewording and leaving out.
import { select, selectAll } from "../select.js";
import { noted, standing, stood } from "./changing.js";
import { putBack } from "./sentenceplaces.js";
import { Placing } from "./moving.js";
import { madeOwn } from "./ranking.js";
import { element, hide, say } from "./elements.js";
import { joinWords, requirementName } from "../text/formatting.js";
/** @import { Standing } from "./changing.js" */
/** @import { LaidCriterion, LaidStatement, Note, Overlay, Page, Reword, Role, Row } from "./types" */

const SAYS = { keep: "", reword: "Reworded by you", out: "Left out" };
const WHY = { reword: "Why are you rewording it?", out: "Why are you leaving it out?" };

export class BaseRow {
  /** @param {HTMLElement} element @param {DocumentFragment} template @param {Page} page */
  constructor(element, template, { store, place }) {
    this.place = place;
    this.element = element;
    this.id = element.dataset.statement ?? element.dataset.criterion ?? "";
    this.what = element.dataset.statement ? "statement" : "criterion";
    this.store = store;
    this.clean = store.model.clean;
    this.open = false;
    /** @type {Standing} */
    this.how = "keep";
    this.shown = "";
    this.body = select(element, ".row__body");
    this.text = select(this.body, ".txt");
    this.body.append(template.cloneNode(true));
    this.said = select(this.body, ".row__st");
    this.button = select(this.body, "[data-change]");
    this.seg = select(this.body, ".seg");
    this.radios = selectAll(this.seg, "input", HTMLInputElement);
    this.effect = select(this.body, "[data-effect]");
    this.rank = select(this.body, "[data-rank]");
    this.edit = select(this.body, '[data-edit="reword"]');
    this.area = select(this.edit, "textarea", HTMLTextAreaElement);
    this.still = select(this.body, "[data-still]");
    this.stillMeets = select(this.still, "input", HTMLInputElement);
    this.why = select(this.body, '[data-edit="why"]');
    this.whyLabel = select(this.why, "label", HTMLLabelElement);
    this.reason = select(this.why, "input", HTMLInputElement);
    this.isStatement = this.what === "statement";
    this.placing = new Placing(this);
    this.places = select(this.body, "[data-place]");
    this.move = select(this.body, '[data-edit="move"]');
    this.moveReason = select(this.move, "input", HTMLInputElement);
    this.back = select(this.move, "[data-back]");
    this.number = select(element, ".n");
    this.legend = select(this.seg, "legend");
    this.named = [this.button, this.rank, this.back].map((button) => select(button, ".vh"));
    this.name();
    this.listen();
  }

  /** Give the fields their ids, and their labels the way to them. */
  name() {
    this.area.id = `w-${this.id}`;
    this.reason.id = `y-${this.id}`;
    this.stillMeets.id = `t-${this.id}`;
    this.moveReason.id = `m-${this.id}`;
    select(this.move, "label", HTMLLabelElement).htmlFor = this.moveReason.id;
    select(this.edit, "label", HTMLLabelElement).htmlFor = this.area.id;
    this.whyLabel.htmlFor = this.reason.id;
    select(this.why, ".hint").id = `h-${this.reason.id}`;
    this.reason.setAttribute("aria-describedby", `h-${this.reason.id}`);
    for (const radio of this.radios) radio.name = `k-${this.id}`;
  }

  listen() {
    this.button.addEventListener("click", () => {
      this.open = true;
      this.store.tell();
      this.radios.find(({ checked }) => checked)?.focus();
    });
    this.seg.addEventListener("change", () => {
      const how = /** @type {Standing} */ (this.radios.find(({ checked }) => checked)?.value);
      this.open = true;
      this.store.change((network, model) => stood(network, model, this.id, how), `stood-${this.id}`);
    });
    this.rank.addEventListener("click", () => {
      const { own, network } = madeOwn(this.store.network, this.store.model, this.id);
      this.store.become(network, "");
      select(this.place, `[data-criterion="${own}"] [data-note="level"]`).focus();
    });
    this.area.addEventListener("input", () => this.note({ text: this.clean.oneLine(this.area.value) }, "text"));
    this.reason.addEventListener("input", () => this.note({ because: this.clean.oneLine(this.reason.value) || undefined }, "because"));
    this.moveReason.addEventListener("input", () => {
      const because = this.clean.oneLine(this.moveReason.value) || undefined;
      this.store.change((network, model) => noted(network, model, "move", this.id, { because }), `move-${this.id}`);
    });
    this.back.addEventListener("click", () => {
      this.store.change((network, model) => putBack(network, model, this.id));
      this.placing.home.focus();
    });
    this.still.addEventListener("change", () => this.note({ still_meets: this.stillMeets.checked ? undefined : false }, "still"));
  }

  /** Show where the sentence stands, and why it was moved there. @param {Overlay} overlay @param {boolean} open @param {Parameters<Row["show"]>[1]} shown */
  showPlace(overlay, open, { number, spot }) {
    const entry = overlay.move?.find(({ id }) => id === this.id);
    this.element.classList.toggle("row--moved", Boolean(entry));
    hide(this.places, !open || this.how === "out");
    if (!this.places.hidden) this.placing.show(overlay, `${this.what} ${number}`, spot);
    hide(this.move, !entry);
    if (this.clean.oneLine(this.moveReason.value) !== (entry?.because ?? "")) this.moveReason.value = entry?.because ?? "";
  }

  /** @param {Note} what @param {string} key */
  note(what, key) {
    const list = this.how === "out" ? "drop" : "reword";
    this.store.change((network, model) => noted(network, model, list, this.id, what), `${key}-${this.id}`);
  }

  /** Show how the sentence stands in an overlay. @param {Overlay} overlay @param {Parameters<Row["show"]>[1]} shown */
  show(overlay, shown) {
    const { number, item, losses } = shown;
    const how = standing(overlay, this.id);
    /** @type {Partial<Reword>} */
    const entry = (how === "out" ? overlay.drop : overlay.reword)?.find(({ id }) => id === this.id) ?? {};
    const base = this.store.model.texts[this.id];
    this.how = how;
    const isMoved = Boolean(overlay.move?.some(({ id }) => id === this.id));
    const open = this.open || how !== "keep" || isMoved;
    this.showPlace(overlay, open, shown);
    this.element.classList.toggle("row--re", how === "reword");
    this.element.classList.toggle("row--out", how === "out");
    say(this.said, [SAYS[how], isMoved && "Moved by you"].filter(Boolean).join(". "));
    hide(this.said, !this.said.textContent);
    say(this.number, how === "out" ? "" : number);
    say(this.text, item?.text ?? base);
    hide(this.button, open);
    hide(this.seg, !open);
    hide(this.rank, !open || how === "out" || this.what !== "criterion");
    const name = ` ${this.what} ${number || `“${base.slice(0, 40)}”`}`;
    for (const part of this.named) say(part, name);
    say(this.legend, `${name.trim()}: keep, reword or leave out`);
    for (const radio of this.radios) radio.checked = radio.value === how;
    hide(this.edit, how !== "reword");
    hide(this.why, how === "keep");
    if (how !== "keep") this.showEntry(how, entry, base);
    this.showEffect(how, item, losses);
  }

  /** @param {"reword" | "out"} how @param {Partial<Reword>} entry @param {string} base */
  showEntry(how, entry, base) {
    say(this.whyLabel, WHY[how]);
    if (this.clean.oneLine(this.reason.value) !== (entry.because ?? "")) this.reason.value = entry.because ?? "";
    if (how !== "reword") return;
    if (this.clean.oneLine(this.area.value) !== entry.text) this.area.value = entry.text ?? "";
    say(select(this.edit, ".was"), entry.text === base ? "Change the words above." : `Was: ${base}`);
    const met = this.met();
    hide(this.still, !met.length);
    say(select(this.still, "span"), `It still meets: ${joinWords(met.map((id) => `${titleOf(this.store.model.role, id)} (${requirementName(id)})`))}`);
    this.stillMeets.checked = entry.still_meets !== false;
  }

  met() {
    const found = this.store.model.statements.get(this.id);
    return found ? [...found.meets, ...found.meets_in_part].filter((id) => this.store.model.held.has(id)) : [];
  }

  /** @param {Standing} how @param {LaidStatement | LaidCriterion | undefined} item @param {string[]} losses */
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

/** @param {string[]} ids */
function links(ids) {
  return ids.flatMap((id, index) => {
    const link = element("a", "", requirementName(id));
    link.href = `#${id}`;
    return index ? [index === ids.length - 1 ? " and " : ", ", link] : [link];
  });
}

/** @param {Role} role @param {string} id */
function titleOf(role, id) {
  const title = role.requirements.find((requirement) => requirement.id === id)?.title ?? id;
  return title.slice(0, 1).toLowerCase() + title.slice(1);
}
