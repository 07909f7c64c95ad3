// How much is filled in: the blanks that only a network can fill, and the reasons that its changes still need.
import { overlayOf } from "./draft.js";

/** Every blank in the order of the page: the field to fill, and whether it is filled. */
export function gapsOf(place, store) {
  const fields = [...place.querySelectorAll("[data-need]")].map((field) => ({ field, filled: field.classList.contains("done") }));
  return [...fields, ...practices(place, store), ...reasons(place, store)].sort(
    (a, b) => (a.field.compareDocumentPosition(b.field) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1),
  );
}

// A first practice needs its name, and each its code and patients.
function practices(place, store) {
  const rows = [...place.querySelectorAll('[data-lines="practices"] .line')];
  return rows.flatMap((row) =>
    ["name", "ods_code", "population"].map((key) => {
      const field = row.querySelector(`[data-key="${key}"]`);
      return { field, filled: field.value.trim() !== "" };
    }),
  );
}

function reasons(place, store) {
  const overlay = overlayOf(store.network, store.model.role);
  const open = (list, prefix) => (overlay[list] ?? []).filter(({ because }) => !because).map(({ id }) => ({ field: document.getElementById(`${prefix}-${id}`), filled: false }));
  return [...open("drop", "y"), ...open("reword", "y"), ...open("add", "o-because"), ...open("add_criteria", "o-because")].filter(({ field }) => field);
}
