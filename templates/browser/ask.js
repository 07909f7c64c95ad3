// The words typed on the first page, on their way to Find. They pass through the tab and not through an address, which browsers list:
// Find decides what may stand in one. Without script the form leads to the needs, and sends nothing: its field has no name.
import { href } from "./links.js";
import { named } from "./site.js";

const ASKED = named("asked");

/** @param {HTMLFormElement | null} form with `data-ask`, the way to the first page */
export function offerAsking(form) {
  const field = form?.querySelector("input");
  if (!form || !field) return;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const words = field.value.trim();
    field.value = ""; // whoever comes back finds nothing
    location.assign(href(form.dataset.ask ?? "", "find/") + (!words || pass(words) ? "" : `#${new URLSearchParams({ q: words })}`));
  });
}

/** Whether Find will get the words. A browser may refuse storage, or keep it for each page of a drive alone. @param {string} words */
function pass(words) {
  if (location.protocol === "file:") return false;
  try {
    sessionStorage.setItem(ASKED, words);
    return true;
  } catch {
    return false;
  }
}

/** The words from the first page, once. @returns {string} */
export function asked() {
  try {
    const words = sessionStorage.getItem(ASKED) ?? "";
    sessionStorage.removeItem(ASKED);
    return words;
  } catch {
    return "";
  }
}
