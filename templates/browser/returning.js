// After the quick exit, nothing from before it comes back with the Back button: the first page shows instead. Each entry of the history
// that is made after it carries the moment of the exit; the tab keeps the last such moment.
import { href } from "./links.js";
import { named, SITE } from "./site.js";

const LEFT = named("left");

/** When this tab was last left in haste, or nothing. */
function left() {
  try {
    return sessionStorage.getItem(LEFT);
  } catch {
    return null;
  }
}

/** Notes that this tab is being left in haste. What was kept for it goes. */
export function noteLeaving() {
  try {
    for (const name of Object.keys(sessionStorage)) if (name.startsWith(named(""))) sessionStorage.removeItem(name);
    sessionStorage.setItem(LEFT, String(Date.now()));
  } catch {
    // Storage is refused: then Back shows what it showed.
  }
}

/** @param {boolean} visible */
function show(visible) {
  document.documentElement.style.visibility = visible ? "" : "hidden";
}

function begin() {
  show(false);
  location.replace(href(SITE.href, ""));
}

/** On every page, before anything of it is seen. */
export function keepAway() {
  const opened = left();
  const [how] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
  if (opened && how?.type === "back_forward" && history.state?.since !== opened) return begin();
  if (opened) history.replaceState({ ...history.state, since: opened }, "");
  // A page that a browser keeps whole is shown as it was left, so it is left hidden.
  addEventListener("pagehide", () => show(false));
  addEventListener("pageshow", ({ persisted }) => (persisted && left() !== opened ? begin() : show(true)));
}
