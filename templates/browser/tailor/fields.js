// The fields that stand in the document: each is bound to its place in the draft, and says when its form is wrong.
import { wrongWith } from "./mistakes.js";
import { kindsOf } from "./kinds.js";

export function fields({ place, store }) {
  const kinds = kindsOf(store.model.shared);
  const all = [...place.querySelectorAll("[data-path]")];
  for (const field of all) {
    const { path } = field.dataset;
    const kind = kinds[field.dataset.kind];
    const event = field.type === "checkbox" || field.tagName === "SELECT" ? "change" : "input";
    field.addEventListener(event, () => store.write(path, kind.read(field)));
    field.addEventListener("change", () => tellWrong(field, wrongWith(field.dataset, kind.read(field), store.model.shared)));
  }
  store.onChange(() => {
    for (const field of all) show(field, kinds[field.dataset.kind], effective(store, field.dataset.path));
  });
}

// What is not said for this role may be said for every role of the network, or by the base role.
function effective(store, path) {
  const own = store.read(path);
  const name = path.startsWith("overlay.fill.") && path.slice("overlay.fill.".length);
  if (own !== undefined || !name) return own;
  return store.network.defaults?.[name] ?? (["works_with", "hours"].includes(name) && store.model.role[name] ? store.model.role[name] : undefined);
}

// A field that somebody types in keeps what they typed as long as it means what the draft says.
function show(field, kind, value) {
  const filled = value !== undefined && value !== "" && value !== false;
  field.classList.toggle("done", filled);
  if (field.type === "checkbox") field.checked = kind.show(value);
  else if (JSON.stringify(kind.read(field)) !== JSON.stringify(value)) {
    field.value = kind.show(value);
    tellWrong(field, "");
  }
}

/** Say under a field what is wrong with it, or nothing. */
export function tellWrong(field, says) {
  const err = document.getElementById(`e-${field.id.replace(/^f-/, "")}`) ?? field.parentElement.querySelector(".err");
  if (!err) return;
  err.textContent = says;
  err.hidden = !says;
  err.parentElement.classList.toggle("field--bad", Boolean(says));
  if (says) field.setAttribute("aria-invalid", "true");
  else field.removeAttribute("aria-invalid");
}
