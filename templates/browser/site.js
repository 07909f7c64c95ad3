// The address of this copy of the site. Several copies may share a host and its storage, so keys in storage include the copy's path.
const SCRIPT = /** @type {HTMLScriptElement | null} */ (document.currentScript); // assets/NAME.js; only set while the script first runs

/** The address of the root of the site. On a drive it is a folder. */
export const SITE = new URL("../", SCRIPT?.src ?? location.href);

/** The key under which this copy stores something in the browser. @param {string} what */
export const named = (what) => `fingerpost ${SITE.pathname} ${what}`;

/**
 * Rename a key of an earlier version, which had no path. Only at the root of a host: below a path, or on a drive, it may belong to
 * another copy.
 * @param {string} old @param {string} name
 */
export function renamed(old, name) {
  if (SITE.pathname !== "/" || SITE.protocol === "file:") return;
  try {
    const kept = localStorage.getItem(old);
    if (kept === null) return;
    if (localStorage.getItem(name) === null) localStorage.setItem(name, kept);
    localStorage.removeItem(old);
  } catch {
    // Storage is refused or full: the old key stays.
  }
}
