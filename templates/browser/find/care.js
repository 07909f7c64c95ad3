// Crisis help above the results: care cards where words mean danger, else the safety line. The cards stand in the page, hidden.
import { offerLeave } from "../leave.js";

/** Which cards each kind of danger needs. */
const CARDS = { abuse: "harm", violence: "harm", "child-at-risk": "child" };

let takeBack = () => {};

/**
 * @param {HTMLElement} page
 * @param {import("../engine/understand.js").Understood["danger"]} danger
 */
export function care(page, danger) {
  const kinds = new Set((danger?.kinds ?? []).map((kind) => CARDS[/** @type {"abuse"} */ (kind)] ?? "self"));
  for (const card of page.querySelectorAll("[data-care]")) {
    /** @type {HTMLElement} */ (card).hidden = !kinds.has(/** @type {HTMLElement} */ (card).dataset.care ?? "");
  }
  /** @type {HTMLElement} */ (page.querySelector("[data-safety]")).hidden = kinds.size > 0;
  exit(page, danger?.kinds.includes("abuse") ?? false);
}

/** A way to leave at once, where somebody may be looking over a shoulder. @param {HTMLElement} page @param {boolean} needed */
function exit(page, needed) {
  const bar = /** @type {HTMLElement | null} */ (page.querySelector("[data-exit]"));
  if (!bar || bar.hidden !== needed) return;
  bar.hidden = !needed;
  takeBack();
  takeBack = needed ? offerLeave(bar.querySelector("[data-leave]")) : () => {};
}
