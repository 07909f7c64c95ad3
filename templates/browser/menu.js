/**
 * On a narrow screen the navigation folds behind a real button. The style sheet does not draw it while the button says it is closed.
 * @param {HTMLElement | null} button
 * @param {HTMLElement | null} nav
 */
export function foldMenu(button, nav) {
  if (!button || !nav) return;
  const set = (/** @type {boolean} */ open) => button.setAttribute("aria-expanded", String(open));
  const open = () => button.getAttribute("aria-expanded") === "true";
  button.addEventListener("click", () => set(!open()));
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !open()) return;
    const within = nav.contains(document.activeElement);
    set(false);
    if (within) button.focus();
  });
  button.hidden = false;
}
