// "Our practice": chosen once, kept in this browser only, and near wherever nobody says where. A link to a search does not hold it.
import { forgetOurs, keepOurs, ours } from "../ours-store.js";
import { select } from "../select.js";

/** @param {HTMLElement} page @param {() => void} changed */
export function offerOurs(page, changed) {
  const place = select(page, "[data-ours]");
  const [said, button, choice, field] = [select(place, "[data-ours-said]"), select(place, "[data-ours-change]"), select(place, "#ours-choice"), select(place, "select", HTMLSelectElement)];

  function show() {
    const kept = ours();
    said.textContent = kept ? `Near ${kept.name}.` : "";
    button.textContent = kept ? "Change our practice" : "Set our practice";
    for (const option of field.options) option.selected = kept ? option.text === kept.name : !option.value;
  }

  function open(/** @type {boolean} */ on) {
    choice.hidden = !on;
    button.setAttribute("aria-expanded", String(on));
    if (on) field.focus();
  }

  button.addEventListener("click", () => open(choice.hidden !== false));
  field.addEventListener("change", () => {
    const { value, text } = field.options[field.selectedIndex];
    if (value) keepOurs({ name: text, area: value });
    else forgetOurs();
    show();
    open(false);
    button.focus();
    changed();
  });
  show();
  place.hidden = false;
}
