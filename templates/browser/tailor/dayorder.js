// Days of an advert that are in the wrong order say so where they stand.
import { select } from "../select.js";
import { overlayOf } from "./draft.js";
import { hide, say } from "./elements.js";
import { fieldsIn } from "./fields.js";
import { outOfOrder } from "./sense.js";
/** @import { Page } from "./types" */

const DAYS = '[data-kind="date"][data-path^="overlay.vacancies.0."]';

/** @param {Page} page */
export function dayOrder({ place, store }) {
  const days = fieldsIn(place, DAYS).map((field) => ({ name: field.dataset.path?.split(".").pop(), said: select(/** @type {Element} */ (field.closest("[data-day]")), "[data-order]") }));
  store.onChange(() => {
    const wrong = outOfOrder(overlayOf(store.network, store.model.role).vacancies?.[0] ?? {}, []);
    for (const { name, said } of days) {
      say(said, wrong.find(({ steps }) => steps[0] === name)?.says ?? "");
      hide(said, !said.textContent);
    }
  });
}
