// Lines that can be added and taken away: practices, the posts above and below this one, and who else has a part in it.
import { copyOf } from "../giving/slots.js";
import { select, selectAll } from "../select.js";
import { overlayOf, structuredCopy } from "./draft.js";
import { say } from "./elements.js";
import { fieldsIn } from "./fields.js";
import { kindsOf } from "./kinds.js";
import { answered, wrongWith } from "./mistakes.js";
/** @import { Kind, Page } from "./types" */

/**
 * What lines hold: a practice, a post above or below, or a body that has a part in the post.
 * @typedef {Record<string, unknown>[]} Values
 */

/** @param {Page} page */
export function lines({ place, store, toast }) {
  const kinds = kindsOf(store.model);
  for (const group of selectAll(place, "[data-lines]")) bind(group, store, kinds, toast);
}

/** @param {HTMLElement} group @param {import("./store.js").Store} store @param {Record<string, Kind>} kinds @param {Page["toast"]} toast */
function bind(group, store, kinds, toast) {
  const { lines: path = "", one = "" } = group.dataset;
  const all = select(group, "[data-all]");
  const made = select(group, "template", HTMLTemplateElement);
  const add = select(group, "[data-add-line]");
  const values = () => /** @type {Values | undefined} */ (store.read(path)) ?? startOf(store, path);

  /** @param {number} index */
  function line(index) {
    const row = copyOf(made);
    const err = select(row, ".err");
    for (const field of fieldsIn(row, "[data-key]")) {
      const { key = "", kind: name = "" } = field.dataset;
      const kind = kinds[name];
      field.id = `f-${path.replace(/\W/g, "-")}-${index}-${key}`;
      select(row, `.line__cell--${key} label`, HTMLLabelElement).htmlFor = field.id;
      err.id = `e-${path.replace(/\W/g, "-")}-${index}`;
      field.setAttribute("aria-describedby", err.id);
      const write = () => {
        const next = values().map((value, at) => (at === index ? withKey(value, key, kind.read(field)) : value));
        store.become(setLines(store, path, next), field.id);
      };
      field.addEventListener(field.tagName === "SELECT" ? "change" : "input", write);
      field.addEventListener("change", () => tellRow(row, err));
    }
    select(row, "[data-remove]").addEventListener("click", () => {
      store.become(setLines(store, path, values().filter((_, at) => at !== index)), "");
      const near = all.children[Math.max(index - 1, 0)];
      (near ? select(near, "input, select") : add).focus();
      toast(`Removed a ${one}.`);
    });
    return row;
  }

  /** One message a row, above it: the first of its answers that is wrong. @param {Element} row @param {HTMLElement} err */
  function tellRow(row, err) {
    const wrong = fieldsIn(row, "[data-key]").flatMap((field) => {
      const { key = "", kind = "" } = field.dataset;
      const says = wrongWith({ path, key, kind }, kinds[kind].read(field), store.model.shared);
      if (says) field.setAttribute("aria-invalid", "true");
      else field.removeAttribute("aria-invalid");
      return says ? [`${field.labels?.[0]?.textContent ?? key}: ${says}`] : [];
    });
    [err.textContent] = [...wrong, ""];
    err.hidden = !wrong.length;
    row.classList.toggle("line--bad", wrong.length > 0);
  }

  add.addEventListener("click", () => {
    store.become(setLines(store, path, [...values(), {}]), "");
    select(/** @type {Element} */ (all.lastElementChild), "input, select").focus();
  });

  store.onChange(() => {
    const now = values();
    while (all.children.length > now.length) all.lastElementChild?.remove();
    while (all.children.length < now.length) all.append(line(all.children.length));
    [...all.children].forEach((row, index) => {
      say(select(row, "legend"), `${one} ${index + 1}`.replace(/^./, (first) => first.toUpperCase()));
      say(select(row, "[data-remove] .vh"), ` ${one} ${index + 1}`);
      for (const field of fieldsIn(row, "[data-key]")) {
        const { key = "", kind: name = "" } = field.dataset;
        const value = now[index][key] ?? (field instanceof HTMLSelectElement ? field.options[0].value : undefined);
        const kind = kinds[name];
        if (JSON.stringify(kind.read(field)) !== JSON.stringify(value)) field.value = kind.show(value);
        field.classList.toggle("done", answered({ path, key, kind: name }, value, store.model.shared));
      }
    });
  });
}

/**
 * The base role's own lines, until the network changes one; and a first practice to fill in.
 * @param {import("./store.js").Store} store
 * @param {string} path
 * @returns {Values}
 */
function startOf(store, path) {
  if (path === "practices") return [{}];
  const name = blankOf(path);
  return /** @type {Values} */ (store.network.defaults?.[name] ?? (name === "partners" ? [] : store.model.role[name]));
}

/** @param {import("./store.js").Store} store @param {string} path @param {Values} next */
function setLines(store, path, next) {
  const copy = structuredCopy(store.network);
  const overlay = overlayOf(copy, store.model.role);
  if (path === "practices") copy.practices = next;
  else overlay.fill = { ...overlay.fill, [blankOf(path)]: next };
  // A post always has somebody above it: without a line of the network's own, the base role's come back.
  if (overlay.fill?.reports_to && !overlay.fill.reports_to.length) delete overlay.fill.reports_to;
  // No one else has a part in a post, unless the network says so for all its posts.
  if (overlay.fill?.partners && !overlay.fill.partners.length && !copy.defaults?.partners?.length) delete overlay.fill.partners;
  return copy;
}

/** @param {Values[number]} value @param {string} key @param {unknown} said @returns {Values[number]} */
function withKey(value, key, said) {
  const { [key]: _, ...rest } = value;
  return said === undefined ? rest : { ...rest, [key]: said };
}

/** The blank of an overlay that a path leads to. @param {string} path */
function blankOf(path) {
  return /** @type {"reports_to" | "manages" | "partners"} */ (path.split(".").pop());
}
