// Pass the words typed on the first page or beside a result of the navigator to Find, in session storage and not in an address, which browsers record:
// Find decides what may be in an address. Without script the form leads to the needs and sends nothing, as its field has no name.
import { href } from "./links.js";
import { named } from "./site.js";

const ASKED = named("asked");

/** @param {HTMLFormElement} form with `data-ask`, the relative path to the root of the site; `data-about` has words to go before what is typed */
export function offerAsking(form) {
  const field = form.querySelector("input");
  if (!field) return;
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const words = [form.dataset.about, field.value.trim()].filter(Boolean).join(" ");
    field.value = ""; // so that the words are not shown after going back
    location.assign(href(form.dataset.ask ?? "", "find/") + (!words || pass(words) ? "" : `#${new URLSearchParams({ q: words })}`));
  });
}

/** Store the words for Find. Returns false if the browser refuses storage, or has it per file, as for pages on a drive. @param {string} words */
function pass(words) {
  if (location.protocol === "file:") return false;
  try {
    sessionStorage.setItem(ASKED, words);
    return true;
  } catch {
    return false;
  }
}

/** Take the words from the first page; they are removed from storage. @returns {string} */
export function asked() {
  try {
    const words = sessionStorage.getItem(ASKED) ?? "";
    sessionStorage.removeItem(ASKED);
    return words;
  } catch {
    return "";
  }
}
