// Questions before something is cleared, and a word after something was done, with a way back.

const STAYS = 8000; // milliseconds that a toast stays, and while it has the focus or the pointer

/** A function that asks, and answers whether the reader agreed. The safe answer comes first and has the focus. */
export function asking(place) {
  const dialog = place.querySelector('[data-dialog="ask"]');
  const [title, about] = dialog.querySelectorAll("h2, p");
  const [no, yes] = [dialog.querySelector("[data-no]"), dialog.querySelector("[data-yes]")];
  return (words) =>
    new Promise((answer) => {
      title.textContent = words.title;
      about.textContent = words.about;
      no.textContent = words.no;
      yes.textContent = words.yes;
      no.onclick = () => shut(dialog);
      yes.onclick = () => {
        dialog.returnValue = "yes";
        shut(dialog);
      };
      dialog.returnValue = "";
      onShut(dialog, () => answer(dialog.returnValue === "yes"));
      show(dialog);
      no.focus();
    });
}

/** A function that says what was done. `undo` offers one step back. */
export function toasting(place, store) {
  const toast = place.querySelector("[data-toast]");
  const [said, undo] = [toast.querySelector("p"), toast.querySelector("button")];
  let wait;
  const hide = () => {
    clearTimeout(wait);
    wait = setTimeout(() => (toast.matches(":hover, :focus-within") ? hide() : (toast.hidden = true)), STAYS);
  };
  undo.addEventListener("click", () => {
    store.undo();
    toast.hidden = true;
    place.querySelector("[data-undo]").focus();
  });
  return (words, { canUndo = true } = {}) => {
    toast.hidden = false;
    undo.hidden = !canUndo;
    said.textContent = "";
    setTimeout(() => (said.textContent = words), 50);
    hide();
  };
}

/** Open a dialog over the page. Browsers without dialogs show it in the page. */
export function show(dialog) {
  if (dialog.showModal) dialog.showModal();
  else {
    dialog.setAttribute("open", "");
    dialog.scrollIntoView();
  }
}

/** Close a dialog. */
export function shut(dialog) {
  if (dialog.close) dialog.close(dialog.returnValue);
  else {
    dialog.removeAttribute("open");
    dialog.dispatchEvent(new Event("close"));
  }
}

function onShut(dialog, then) {
  dialog.addEventListener("close", then, { once: true });
}
