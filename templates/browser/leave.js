// The quick exit. It clears the screen at once, empties the shortlist, forgets kept pages, and puts a harmless page in this one's place, so
// that the Back button does not return here. A link with `data-leave` names that page, and works without script too.
import { noteLeaving } from "./returning.js";
import { forget } from "./shortlist-store.js";
import { forgetPages } from "./worker.js";

const PRESSES = 3;
const WITHIN = 5000; // milliseconds from the first press to the last

/** @param {string} address the page to show instead */
export function leave(address) {
  document.documentElement.replaceChildren(); // a slow connection must not leave the page in sight
  forget();
  forgetPages();
  noteLeaving();
  location.replace(address);
}

/**
 * Makes the link leave, and Shift pressed three times do the same.
 * @param {HTMLAnchorElement | null} link a link with `data-leave`
 * @returns {() => void} undoes it, for a page where the link goes away again
 */
export function offerLeave(link) {
  if (!link) return () => {};
  /** @type {number[]} */
  let presses = [];
  const click = (/** @type {Event} */ event) => {
    event.preventDefault();
    leave(link.href);
  };
  // Shift that types a capital letter is no press.
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
