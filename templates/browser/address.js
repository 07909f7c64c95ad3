// The state of a page stands in its address behind `#`, which no browser sends: what is typed or chosen reaches no server and no log of one.

/** What the address holds: the last that was shown or read. */
let shown = "";

/**
 * On every page, before anything else is asked for. Old addresses have their state behind `?`.
 * @param {boolean} holds whether this page has a state; on any other, what is behind `?` only goes away
 */
export function hideQuery(holds) {
  const query = location.search.slice(1);
  if (!location.search) return;
  replace("replaceState", holds && query ? `#${query}` : location.hash);
}

/** @param {"pushState" | "replaceState"} step @param {string} hash */
function replace(step, hash) {
  try {
    history[step](history.state, "", location.pathname + hash);
  } catch {
    // Some browsers refuse this for a page on a drive, which no server sends. The page works all the same.
  }
}

/** Whether the address leads to a part of the page, as the link to its main part does. */
function leadsWithin() {
  return document.getElementById(location.hash.slice(1)) !== null;
}

/** The state in the address, also where an old one could not be changed. @returns {string} without `#` */
export function stated() {
  if (!leadsWithin()) shown = location.hash.slice(1) || location.search.slice(1);
  return shown;
}

/**
 * Puts a state into the address, unless it is there.
 * @param {string} state without `#`
 * @param {"pushState" | "replaceState"} [step] whether Back leads to what was there before
 */
export function state(state, step = "replaceState") {
  if (state === shown) return;
  shown = state;
  replace(step, state && `#${state}`);
}

/**
 * Calls when the address has another state: after Back and Forward, and where somebody followed a link to this page.
 * A link to a part of the page is followed, and its address goes again, because it has no room for the state.
 * @param {() => void} changed
 */
export function onReturn(changed) {
  const look = (/** @type {Event} */ { type }) => {
    if (leadsWithin()) return replace("replaceState", shown && `#${shown}`);
    if (type === "popstate" || location.hash.slice(1) !== shown) changed();
  };
  addEventListener("popstate", look);
  addEventListener("hashchange", look);
}
