// The quick exit. It clears the screen at once, empties the list of saved services, forgets our practice, deletes cached pages, and replaces this page with a harmless one,
// so that the Back button does not return here. A link with `data-leave` names that page, and works without script too.
import { forgetOurs } from "./ours-store.js";
import { noteLeaving } from "./returning.js";
import { forget } from "./shortlist-store.js";
import { forgetPages } from "./worker.js";

const PRESSES = 3;
const WITHIN = 5000; // milliseconds from the first press to the last

/** @param {string} address the page to show instead */
export function leave(address) {
  document.documentElement.replaceChildren(); // on a slow connection the page would stay visible
  forget();
  forgetOurs();
  forgetPages();
  noteLeaving();
  location.replace(address);
}

/**
 * Make the link a quick exit, and pressing Shift three times too.
 * @param {HTMLAnchorElement | null} link a link with `data-leave`
 * @returns {() => void} removes the listeners, for a page that hides the link again
 */
export function offerLeave(link) {
  if (!link) return () => {};
  /** @type {number[]} */
  let presses = [];
  const click = (/** @type {Event} */ event) => {
    event.preventDefault();
    leave(link.href);
  };
  // Shift held to type a capital letter does not count.
  const key = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== "Shift") presses = [];
    else if (!event.repeat) presses = [...presses, event.timeStamp].filter((at) => event.timeStamp - at <= WITHIN);
    if (presses.length >= PRESSES) leave(link.href);
  };
  link.addEventListener("click", click);
  document.addEventListener("keydown", key);
  return () => {
    link.removeEventListener("click", click);
    document.removeEventListener("keydown", key);
  };
}
