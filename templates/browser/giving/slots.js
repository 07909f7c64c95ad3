// Fill in a copy of a template, with text only, so that data can never become markup.
import { select } from "../select.js";

/** @param {HTMLTemplateElement} template */
export function copyOf(template) {
  return /** @type {HTMLElement} */ (template.content.firstElementChild?.cloneNode(true));
}

/**
 * @param {HTMLElement} made
 * @param {string} name
 * @param {string | undefined} text if empty, the slot is removed; in a slot with a `dd`, the text goes there
 * @returns {HTMLElement | null}
 */
export function fill(made, name, text) {
  const slot = select(made, `[data-slot="${name}"]`);
  if (!text) slot.remove();
  else (slot.querySelector("dd") ?? slot).textContent = text;
  return text ? slot : null;
}
