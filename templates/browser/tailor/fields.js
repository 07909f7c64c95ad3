// The fields that stand in the document: each is bound to its place in the draft, and says when its form is wrong.
import { select, selectAll, selectIfThere } from "../select.js";
import { partDay, partsOf, readDay, showDay, wrongWithDay } from "./dateparts.js";
import { dayInFull } from "./days.js";
import { say } from "./elements.js";
import { kindsOf } from "./kinds.js";
import { answered, wrongWith } from "./mistakes.js";
/** @import { Field, Fill, Kind, Page } from "./types" */

/** @param {Page} page */
export function fields({ place, store }) {
  const kinds = kindsOf(store.model);
  const all = fieldsIn(place, "[data-path]").map((field) => ({ field, path: field.dataset.path ?? "", kind: kinds[field.dataset.kind ?? ""] }));
  for (const { field, path, kind } of all) {
    if (isDay(field)) {
      bindDay(field, () => store.write(path, readDay(field)));
      continue;
    }
    const event = field.type === "checkbox" || field.tagName === "SELECT" ? "change" : "input";
    field.addEventListener(event, () => store.write(path, kind.read(field)));
    field.addEventListener("change", () => tellWrong(field, wrongWith(field.dataset, kind.read(field), store.model.shared)));
  }
  store.onChange(() => {
    for (const { field, path, kind } of all) {
      const value = effective(store, path);
      const done = value !== "" && value !== false && answered(field.dataset, value, store.model.shared);
      if (isDay(field)) followDay(field, value);
      else show(field, kind, value);
      for (const part of isDay(field) ? partsOf(field) : [field]) part.classList.toggle("done", done);
    }
  });
}

/** @param {Field} field */
function isDay(field) {
  return field.dataset.kind === "date";
}

/** A day is written when one of its parts is, and judged when all of them are left. @param {Field} field @param {() => void} write */
function bindDay(field, write) {
  field.addEventListener("input", () => partDay(field));
  const group = /** @type {HTMLElement} */ (field.closest("[data-day]"));
  group.addEventListener("input", write);
  group.addEventListener("focusout", ({ relatedTarget }) => {
    if (!(relatedTarget instanceof Node && group.contains(relatedTarget))) tellWrong(field, wrongWithDay(field));
  });
}

/** Show the day of the draft, and say its weekday: a wrong one is seen at once. @param {Field} field @param {unknown} value */
function followDay(field, value) {
  if (readDay(field) !== value) {
    showDay(field, value);
    tellWrong(field, "");
  }
  say(select(/** @type {Element} */ (field.closest("[data-day]")), ".echo"), dayInFull(readDay(field)));
}

/**
 * What is not said for this role may be said for every role of the network, or by the base role.
 * @param {import("./store.js").Store} store
 * @param {string} path
 */
function effective(store, path) {
  const own = store.read(path);
  if (own !== undefined || !path.startsWith("overlay.fill.")) return own;
  const name = path.slice("overlay.fill.".length);
  const usual = store.network.defaults?.[/** @type {keyof Fill} */ (name)];
  return usual ?? (name === "works_with" || name === "hours" || name === "in_three_lines" ? store.model.role[name] || undefined : undefined);
}

/**
 * A field that somebody types in keeps what they typed as long as it means what the draft says.
 * @param {Field} field
 * @param {Kind} kind
 * @param {unknown} value
 */
function show(field, kind, value) {
  if (field instanceof HTMLInputElement && field.type === "checkbox") field.checked = kind.show(value) !== "";
  else if (JSON.stringify(kind.read(field)) !== JSON.stringify(value)) {
    field.value = kind.show(value);
    tellWrong(field, "");
  }
}

/** Say under a field what is wrong with it, or nothing. @param {Field} field @param {string} says */
export function tellWrong(field, says) {
  const err = document.getElementById(`e-${field.id.replace(/^f-/, "")}`) ?? (field.parentElement && selectIfThere(field.parentElement, ".err"));
  if (!err) return;
  err.textContent = says;
  err.hidden = !says;
  err.parentElement?.classList.toggle("field--bad", Boolean(says));
  if (says) field.setAttribute("aria-invalid", "true");
  else field.removeAttribute("aria-invalid");
}

/** Fields of a part of the page. @param {ParentNode} place @param {string} selector @returns {Field[]} */
export function fieldsIn(place, selector) {
  return selectAll(place, selector).map((found) => {
    if (found instanceof HTMLInputElement || found instanceof HTMLTextAreaElement || found instanceof HTMLSelectElement) return found;
    throw new Error(`This is no field: ${selector}`);
  });
}
