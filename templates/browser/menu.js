/**
 * On a narrow screen, collapse the navigation behind a button. The style sheet hides it while `aria-expanded` is false.
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
