// After the quick exit, the Back button shows the first page instead of any earlier page. History entries made after an exit carry its
// time in their state, and session storage has the time of the last exit.
import { href } from "./links.js";
import { named, SITE } from "./site.js";

const LEFT = named("left");

/** The time of the last quick exit in this tab; null if there was none. */
function left() {
  try {
    return sessionStorage.getItem(LEFT);
  } catch {
    return null;
  }
}

/** Record a quick exit, and clear what this site stored for the tab. */
export function noteLeaving() {
  try {
    for (const name of Object.keys(sessionStorage)) if (name.startsWith(named(""))) sessionStorage.removeItem(name);
    sessionStorage.setItem(LEFT, String(Date.now()));
  } catch {
    // Storage is refused: then Back works as usual.
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

/** Called on every page before it is painted. */
export function keepAway() {
  const opened = left();
  const [how] = /** @type {PerformanceNavigationTiming[]} */ (performance.getEntriesByType("navigation"));
  if (opened && how?.type === "back_forward" && history.state?.since !== opened) return begin();
  if (opened) history.replaceState({ ...history.state, since: opened }, "");
  // A page in the back/forward cache is restored as it was left, so it is hidden on leaving.
  addEventListener("pagehide", () => show(false));
  addEventListener("pageshow", ({ persisted }) => (persisted && left() !== opened ? begin() : show(true)));
}
