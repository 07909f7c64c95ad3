// Where this copy of the site is. Several may share a host, and with it what a browser keeps: names there carry the path of the copy.
const SCRIPT = /** @type {HTMLScriptElement | null} */ (document.currentScript); // assets/NAME.js, read before anything waits

/** The address of the first page. On a drive it is a folder. */
export const SITE = new URL("../", SCRIPT?.src ?? location.href);

/** The name under which this copy keeps something in the browser. @param {string} what */
export const named = (what) => `fingerpost ${SITE.pathname} ${what}`;

/**
 * Renames what an earlier version kept, whose names had no path. It is safe only where the copy has its host to itself: below a path, or on
 * a drive, it may be another copy's.
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
    // Storage is refused or full: the old one stays.
  }
}
