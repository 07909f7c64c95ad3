// How much is filled in: the blanks that only a network can fill, and the reasons that its changes still need.
import { selectAll } from "../select.js";
import { overlayOf } from "./draft.js";
import { fieldsIn } from "./fields.js";

/** A blank: the field to fill, and whether it is filled. @typedef {{field: HTMLElement, filled: boolean}} Gap */

/** The blanks of each view: several parts of the page ask for them at every key. @type {WeakMap<import("./types").View, Gap[]>} */
const known = new WeakMap();

/**
 * Every blank in the order of the page: the field to fill, and whether it is filled. Fields and lines follow a view before this is asked.
 * @param {HTMLElement} place
 * @param {import("./store.js").Store} store
 * @returns {Gap[]}
 */
export function gapsOf(place, store) {
  const gaps = known.get(store.view) ?? foundIn(place, store);
  known.set(store.view, gaps);
  return gaps;
}

/** @param {HTMLElement} place @param {import("./store.js").Store} store @returns {Gap[]} */
function foundIn(place, store) {
  const fields = selectAll(place, "[data-need]").map(gap);
  return [...fields, ...practices(place), ...advert(place, store), ...reasons(store)].sort(
    (a, b) => (a.field.compareDocumentPosition(b.field) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1),
  );
}

/** A first practice needs its name, and each its code and patients. @param {HTMLElement} place @returns {Gap[]} */
function practices(place) {
  return selectAll(place, '[data-lines="practices"] .line').flatMap((row) =>
    ["name", "ods_code", "population"].map((key) => {
      const [field] = fieldsIn(row, `[data-key="${key}"]`);
      return gap(field);
    }),
  );
}

/** @param {HTMLElement} field */
function gap(field) {
  return { field, filled: field.classList.contains("done") };
}

/**
 * An advert that somebody has begun needs both its dates, and a reference or another place to apply.
 * @param {HTMLElement} place
 * @param {import("./store.js").Store} store
 * @returns {Gap[]}
 */
function advert(place, store) {
  const [vacancy] = overlayOf(store.network, store.model.role).vacancies ?? [];
  const begun = Boolean(vacancy && Object.values(vacancy).some(Boolean));
  return /** @type {const} */ (["reference", "opens", "closes"]).flatMap((name) => {
    const [field] = fieldsIn(place, `[data-path="overlay.vacancies.0.${name}"]`);
    const wanted = begun && !(name === "reference" && vacancy?.apply_at);
    const filled = Boolean(vacancy?.[name]);
    field.classList.toggle("is-gap", wanted && !filled);
    return wanted ? [{ field, filled }] : [];
  });
}

/** @param {import("./store.js").Store} store @returns {Gap[]} */
function reasons(store) {
  const overlay = overlayOf(store.network, store.model.role);
  /** @param {{id: string, because?: string}[] | undefined} list @param {string} prefix */
  const open = (list, prefix) =>
    (list ?? []).flatMap(({ id, because }) => {
      const field = because ? null : document.getElementById(`${prefix}-${id}`);
      return field ? [{ field, filled: false }] : [];
    });
  const { drop, move, rename, reword, add_sections, add, add_criteria, add_clauses, drop_clauses } = overlay;
  const clauses = [...open(add_clauses, "k"), ...open(drop_clauses, "k")];
  return [...open(drop, "y"), ...open(reword, "y"), ...open(move, "m"), ...open(rename, "n"), ...open(add_sections, "n"), ...open(add, "o-because"), ...open(add_criteria, "o-because"), ...clauses];
}
