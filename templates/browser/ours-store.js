// Our practice, stored in this browser only. If storage is refused, it lasts as long as the page.
import { named } from "./site.js";

const KEY = named("practice");
const AREA = /^[a-z0-9]+(?:-[a-z0-9]+)*$/; // anything else in storage is not ours
const LONGEST = 200; // characters of a name

/** @typedef {{name: string, area: string}} Ours A practice as the page names it, and the id of its area. */

let kept = read();

/** @returns {Ours | null} */
function read() {
  try {
    const { name, area } = JSON.parse(localStorage.getItem(KEY) ?? "{}") ?? {};
    return typeof name === "string" && name.length <= LONGEST && typeof area === "string" && AREA.test(area) ? { name, area } : null;
  } catch {
    return null;
  }
}

export const ours = () => kept;

/** @param {Ours} chosen */
export function keepOurs(chosen) {
  kept = chosen;
  try {
    localStorage.setItem(KEY, JSON.stringify(chosen));
  } catch {
    // Refused or full: see above.
  }
}

export function forgetOurs() {
  kept = null;
  try {
    localStorage.removeItem(KEY);
  } catch {
    // Storage is refused: nothing is stored.
  }
}
