// Find elements that a page must have. Throws an error that names the selector if one is missing, which is a bug of ours.

/**
 * The first element that matches the selector, of a class; HTMLElement by default. Throws if there is none.
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
 * The same for an element that may be missing: null if there is none.
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
 * All elements that match the selector, each of the class.
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
 * The element with an id. Throws if there is none.
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
