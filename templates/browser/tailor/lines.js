// Lines that can be added and taken away: practices, and the posts above and below this one.
import { tellWrong } from "./fields.js";
import { kindsOf } from "./kinds.js";
import { wrongWith } from "./mistakes.js";

export function lines({ place, store, toast }) {
  const kinds = kindsOf(store.model.shared);
  for (const group of place.querySelectorAll("[data-lines]")) bind(group, store, kinds, toast);
}

function bind(group, store, kinds, toast) {
  const { lines: path, one } = group.dataset;
  const all = group.querySelector("[data-all]");
  const made = group.querySelector("template").content.firstElementChild;
  const add = group.querySelector("[data-add-line]");
  const values = () => store.read(path) ?? startOf(store, path);

  function line(index) {
    const row = made.cloneNode(true);
    for (const field of row.querySelectorAll("[data-key]")) {
      const kind = kinds[field.dataset.kind];
      const { key } = field.dataset;
      field.id = `f-${path.replace(/\W/g, "-")}-${index}-${key}`;
      row.querySelector(`.line__cell--${key} label`).htmlFor = field.id;
      const err = field.parentElement.querySelector(".err");
      err.id = `e-${field.id.replace(/^f-/, "")}`;
      field.setAttribute("aria-describedby", err.id);
      const write = () => {
        const next = values().map((value, at) => (at === index ? withKey(value, key, kind.read(field)) : value));
        store.become(setLines(store, path, next), field.id);
      };
      field.addEventListener(field.tagName === "SELECT" ? "change" : "input", write);
      field.addEventListener("change", () => tellWrong(field, wrongWith({ path, key, kind: field.dataset.kind }, kind.read(field), store.model.shared)));
    }
    row.querySelector("[data-remove]").addEventListener("click", () => {
      store.become(setLines(store, path, values().filter((_, at) => at !== index)), "");
      (all.children[Math.max(index - 1, 0)]?.querySelector("input, select") ?? add).focus();
      toast(`Removed a ${one}.`);
    });
    return row;
  }

  add.addEventListener("click", () => {
    store.become(setLines(store, path, [...values(), {}]), "");
    all.lastElementChild.querySelector("input, select").focus();
  });

  store.onChange(() => {
    const now = values();
    while (all.children.length > now.length) all.lastElementChild.remove();
    while (all.children.length < now.length) all.append(line(all.children.length));
    [...all.children].forEach((row, index) => {
      row.querySelector("legend").textContent = `${one} ${index + 1}`.replace(/^./, (first) => first.toUpperCase());
      row.querySelector("[data-remove] .vh").textContent = ` ${one} ${index + 1}`;
      for (const field of row.querySelectorAll("[data-key]")) {
        const kind = kinds[field.dataset.kind];
        const value = now[index][field.dataset.key] ?? (field.tagName === "SELECT" ? field.options[0].value : undefined);
        if (JSON.stringify(kind.read(field)) !== JSON.stringify(value)) field.value = kind.show(value);
        field.classList.toggle("done", value !== undefined);
      }
    });
  });
}

// The base role's own lines, until the network changes one; and a first practice to fill in.
function startOf(store, path) {
  if (path === "practices") return [{}];
  const name = path.split(".").pop();
  return store.network.defaults?.[name] ?? store.model.role[name];
}

function setLines(store, path, next) {
  const copy = JSON.parse(JSON.stringify(store.network));
  const overlay = copy.roles.find(({ role }) => role === store.model.role.role);
  if (path === "practices") copy.practices = next;
  else overlay.fill = { ...overlay.fill, [path.split(".").pop()]: next };
  // A post always has somebody above it: without a line of the network's own, the base role's come back.
  if (overlay.fill?.reports_to && !overlay.fill.reports_to.length) delete overlay.fill.reports_to;
  return copy;
}

function withKey(value, key, said) {
  const { [key]: _, ...rest } = value;
  return said === undefined ? rest : { ...rest, [key]: said };
}
