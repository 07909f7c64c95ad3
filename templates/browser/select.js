// Elements of a page that must be there. A page without one is a mistake of ours, and says which.

/**
 * The first element of this kind that fits; of any kind of HTML where none is named.
 * @template {Element} [Kind=HTMLElement]
 * @param {ParentNode} place
 * @param {string} selector
 * @param {new () => Kind} [kind]
 * @returns {Kind}
 */
export function select(place, selector, kind) {
  return checked(place.querySelector(selector), selector, kind);
}

/**
 * The same, where the element may be missing.
 * @template {Element} [Kind=HTMLElement]
 * @param {ParentNode} place
 * @param {string} selector
 * @param {new () => Kind} [kind]
 * @returns {Kind | null}
 */
export function selectIfThere(place, selector, kind) {
  const found = place.querySelector(selector);
  return found && checked(found, selector, kind);
}

/**
 * All elements that fit, each of this kind.
 * @template {Element} [Kind=HTMLElement]
 * @param {ParentNode} place
 * @param {string} selector
 * @param {new () => Kind} [kind]
 * @returns {Kind[]}
 */
export function selectAll(place, selector, kind) {
  return [...place.querySelectorAll(selector)].map((found) => checked(found, selector, kind));
}

/**
 * An element by its id.
 * @template {Element} [Kind=HTMLElement]
 * @param {string} id
 * @param {new () => Kind} [kind]
 * @returns {Kind}
 */
export function byId(id, kind) {
  return checked(document.getElementById(id), `#${id}`, kind);
}

/**
 * @template {Element} Kind
 * @param {Element | null} found
 * @param {string} selector
 * @param {new () => Kind} [kind]
 * @returns {Kind}
 */
function checked(found, selector, kind) {
  if (!(found instanceof (kind ?? HTMLElement))) throw new Error(`This page has no ${(kind ?? HTMLElement).name} ${selector}`);
  return /** @type {Kind} */ (found);
}
