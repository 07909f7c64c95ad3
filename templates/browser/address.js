// The state of a page is the fragment of its address, which browsers never send: what is typed or chosen reaches no server and no log.

/** The state in the address: the last one that was set or read. */
let shown = "";

/**
 * Move the state of an old address from the query to the fragment. Called on every page before it makes any request.
 * @param {boolean} holds whether this page has a state; on any other page, the query is removed
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
    // Some browsers refuse this for a page opened from a drive, where no server is involved. The page still works.
  }
}

/** Whether the fragment is the id of an element of the page, as in the skip link. */
function leadsWithin() {
  return document.getElementById(location.hash.slice(1)) !== null;
}

/** The state in the address; from the query if an old address could not be changed. @returns {string} without `#` */
export function stated() {
  if (!leadsWithin()) shown = location.hash.slice(1) || location.search.slice(1);
  return shown;
}

/**
 * Set the state in the address, unless it is already there.
 * @param {string} state without `#`
 * @param {"pushState" | "replaceState"} [step] `pushState` to make a history entry
 */
export function state(state, step = "replaceState") {
  if (state === shown) return;
  shown = state;
  replace(step, state && `#${state}`);
}

/**
 * Call `changed` when the address has another state: after Back and Forward, and after a link to this page.
 * A link to an element of the page is followed, and then the state is put back in place of its fragment.
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
