// Questions before something is cleared, and a word after something was done, with a way back.
import { select } from "../select.js";
/** @import { Page } from "./types" */

const STAYS = 8000; // milliseconds that a toast stays, and while it has the focus or the pointer

/**
 * A function that asks, and answers whether the reader agreed. The safe answer comes first and has the focus. A third answer leads elsewhere.
 * @param {HTMLElement} place
 * @returns {Page["ask"]}
 */
export function asking(place) {
  const dialog = dialogOf(place, "ask");
  const [title, about] = dialog.querySelectorAll("h2, p");
  const [no, yes, third] = ["[data-no]", "[data-yes]", "[data-third]"].map((each) => select(dialog, each));
  return (words) =>
    new Promise((answer) => {
      title.textContent = words.title;
      about.textContent = words.about;
      no.textContent = words.no;
      yes.textContent = words.yes;
      third.textContent = words.other?.says ?? "";
      third.hidden = !words.other;
      no.onclick = () => shut(dialog);
      for (const [button, value] of /** @type {const} */ ([[yes, "yes"], [third, "third"]])) {
        button.onclick = () => {
          dialog.returnValue = value;
          shut(dialog);
        };
      }
      dialog.returnValue = "";
      onShut(dialog, () => {
        answer(dialog.returnValue === "yes");
        if (dialog.returnValue === "third") words.other?.run();
      });
      show(dialog);
      no.focus();
    });
}

/**
 * A function that says what was done. `undo` offers one step back.
 * @param {HTMLElement} place
 * @param {import("./store.js").Store} store
 * @returns {Page["toast"]}
 */
export function toasting(place, store) {
  const toast = select(place, "[data-toast]");
  const [said, undo] = [select(toast, "p"), select(toast, "button")];
  /** @type {number | undefined} */
  let wait;
  const hide = () => {
    clearTimeout(wait);
    wait = setTimeout(() => {
      if (toast.matches(":hover, :focus-within")) hide();
      else toast.hidden = true;
    }, STAYS);
  };
  undo.addEventListener("click", () => {
    store.undo();
    toast.hidden = true;
    select(place, "[data-undo]").focus();
  });
  return (words, { canUndo = true } = {}) => {
    toast.hidden = false;
    undo.hidden = !canUndo;
    said.textContent = "";
    setTimeout(() => {
      said.textContent = words;
    }, 50);
    hide();
  };
}

/** A dialog of the page. Browsers without dialogs have another kind of element there. @param {HTMLElement} place @param {string} name */
export function dialogOf(place, name) {
  return /** @type {HTMLDialogElement} */ (select(place, `[data-dialog="${name}"]`));
}

/** Open a dialog over the page. Browsers without dialogs show it in the page. @param {HTMLDialogElement} dialog */
export function show(dialog) {
  if (dialog.showModal) dialog.showModal();
  else {
    dialog.setAttribute("open", "");
    dialog.scrollIntoView();
  }
}

/** Close a dialog. @param {HTMLDialogElement} dialog */
export function shut(dialog) {
  if (dialog.close) dialog.close(dialog.returnValue);
  else {
    dialog.removeAttribute("open");
    dialog.dispatchEvent(new Event("close"));
  }
}

/** Once a dialog is closed, whichever way. @param {HTMLDialogElement} dialog @param {() => void} then */
export function onShut(dialog, then) {
  dialog.addEventListener("close", then, { once: true });
}
