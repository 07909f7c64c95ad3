// Buttons that save a service, and the number of saved services in the header.
import { select } from "./select.js";
import * as store from "./shortlist-store.js";

const OFF = "Save";
const ON = "Saved";
const FULL = "Your list is full: remove one first";

/** @param {HTMLElement} button with `data-choose` */
export function offerChoice(button) {
  const id = button.dataset.choose ?? "";
  const words = select(button, "[data-choose-words]");
  const show = () => {
    words.textContent = store.has(id) ? ON : OFF;
    button.classList.toggle("btn--on", store.has(id));
    button.setAttribute("aria-pressed", String(store.has(id)));
  };
  button.addEventListener("click", () => {
    if (store.has(id)) store.remove(id);
    else if (!store.add(id)) words.textContent = FULL;
  });
  store.onChange(show);
  show();
  button.hidden = false;
}

/** @param {HTMLElement | null} link to the saved services */
export function showCount(link) {
  if (!link) return;
  const number = select(link, "[data-number]");
  const figure = /** @type {Text} */ (number.firstChild);
  const show = () => {
    const count = store.list().length;
    figure.textContent = String(count);
    number.hidden = count === 0;
    link.classList.toggle("keep--some", count > 0);
  };
  store.onChange(show);
  show();
  link.hidden = false;
}
