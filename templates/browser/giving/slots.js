// Filling a copy of a template. Text only: what the data says can never become markup.

/** @param {HTMLTemplateElement} template @returns {HTMLElement} */
export function copyOf(template) {
  return template.content.firstElementChild.cloneNode(true);
}

/**
 * @param {HTMLElement} made
 * @param {string} name
 * @param {string | undefined} text nothing takes the slot away; in a slot with a `dd`, the text goes there
 * @returns {HTMLElement | null}
 */
export function fill(made, name, text) {
  const slot = made.querySelector(`[data-slot="${name}"]`);
  if (!text) slot.remove();
  else (slot.querySelector("dd") ?? slot).textContent = text;
  return text ? slot : null;
}
