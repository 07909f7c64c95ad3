// A message about an action, with a button to undo it. It is hidden after eight seconds without focus or pointer.
const STAYS = 8000;
/** @type {HTMLElement | undefined} */
let shown;

function area() {
  const made = document.createElement("div");
  made.className = "toast";
  made.setAttribute("role", "status");
  made.hidden = true;
  document.body.append(made);
  return made;
}

/**
 * @param {string} words
 * @param {() => void} undo
 */
export function toast(words, undo) {
  shown ??= area();
  const box = shown;
  const text = document.createElement("p");
  text.textContent = words;
  const button = document.createElement("button");
  button.type = "button";
  button.textContent = "Undo";
  button.addEventListener("click", () => {
    box.hidden = true;
    undo();
  });
  box.hidden = false;
  box.replaceChildren(text, button);
  /** @type {number | undefined} */
  let wait;
  const leave = () => {
    clearTimeout(wait);
    wait = setTimeout(() => {
      if (box.contains(document.activeElement) || box.matches(":hover")) leave();
      else box.hidden = button.isConnected;
    }, STAYS);
  };
  leave();
}
