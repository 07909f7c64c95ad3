// The address is the whole state. A choice makes a step back to what was before; typing makes one step, not one for each letter.
import { read, write } from "../engine/state.js";

/** @returns {import("../engine/state.js").State} */
export const recall = () => read(new URLSearchParams(location.search));

let typing = false;

/**
 * @param {import("../engine/state.js").State} state
 * @param {{typed?: boolean}} [how]
 */
export function remember(state, { typed = false } = {}) {
  const query = write(state).toString();
  if (query === location.search.slice(1)) return;
  const step = typed && typing ? "replaceState" : "pushState";
  typing = typed;
  try {
    history[step](null, "", query ? `?${query}` : location.pathname);
  } catch {
    // Some browsers refuse this for a page on a drive. The search works all the same.
  }
}

/** @param {() => void} show */
export function onReturn(show) {
  addEventListener("popstate", () => {
    typing = false;
    show();
  });
}
