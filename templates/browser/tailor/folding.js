// Long lists folded to a row each: how many sentences there are, how many were changed, and a button that shows them.
import { select, selectAll } from "../select.js";
import { element, say } from "./elements.js";
import { counted, figures } from "../text/formatting.js";
/** @import { Page } from "./types" */

/** What a list holds: one of them, and several. @type {Record<string, [string, string]>} */
const WHAT = { statements: ["statement", "statements"], criteria: ["criterion", "criteria"], clauses: ["statement", "statements"] };

/** @param {Page} page */
export function folding({ place, store }) {
  const folds = selectAll(place, "[data-fold]").map((body) => ({ body, row: rowOf(body) }));
  const all = select(place, "[data-unfold]");
  all.addEventListener("click", () => {
    const shut = folds.some(({ body }) => body.hidden);
    for (const { body } of folds) fold(body, !shut);
    follow();
  });
  const follow = () => {
    all.textContent = folds.some(({ body }) => body.hidden) ? "Show all sections" : "Hide all sections";
  };
  place.addEventListener("fold", follow);
  place.addEventListener("click", ({ target }) => {
    const link = target instanceof Element ? target.closest('a[href^="#"]') : null;
    if (link) reveal(document.getElementById((link.getAttribute("href") ?? "").slice(1)));
  }, true);
  reveal(document.getElementById(location.hash.slice(1)));
  store.onChange(() => {
    for (const { body, row } of folds) say(select(row, "[data-folded]"), says(body));
  });
  follow();
}

/** Show what an element is folded into. @param {Element | null} target */
export function reveal(target) {
  const section = target?.closest("section");
  const body = target?.closest("[data-fold]") ?? (target === section ? section?.querySelector("[data-fold]") : null);
  if (body instanceof HTMLElement && body.hidden) fold(body, false);
}

/** Lead to a field or another place, unfolded, in the middle of the window. @param {HTMLElement} target */
export function goTo(target) {
  reveal(target);
  target.focus();
  target.scrollIntoView({ block: "center" });
}

/** How many of a section's sentences were changed, left out or added. @param {ParentNode} body */
export function changesIn(body) {
  return body.querySelectorAll(".row--re, .row--out, .row--moved, .row--new").length;
}

/** @param {HTMLElement} body */
function says(body) {
  const { fold: kind = "" } = body.dataset;
  if (kind === "clauses") return counted(body.querySelectorAll("[data-clause]:not(.row--out)").length, ...WHAT.clauses);
  const changed = changesIn(body);
  const count = body.querySelectorAll(".row:not(.row--out)").length;
  return `${counted(count, ...WHAT[kind])} · ${changed ? figures(changed) : "none"} changed`;
}

/** The row that stands for a list, above it. @param {HTMLElement} body */
function rowOf(body) {
  const name = element("span", "", body.dataset.name ?? "");
  name.dataset.named = body.id.replace("fold-", "");
  const button = element("button", "btn btn--2 btn--s", element("span", "", "Show"), element("span", "vh", " ", name));
  button.type = "button";
  button.setAttribute("aria-controls", body.id);
  const said = element("span");
  said.dataset.folded = "";
  const row = element("p", "fold only-screen", said, " ", button);
  body.before(row);
  button.addEventListener("click", () => fold(body, !body.hidden));
  body.addEventListener("beforematch", () => fold(body, false));
  fold(body, true);
  return row;
}

/** A browser that can finds the words of what is folded, and unfolds it. @param {HTMLElement} body @param {boolean} shut */
function fold(body, shut) {
  if (shut) body.setAttribute("hidden", "until-found");
  else body.removeAttribute("hidden");
  const button = select(/** @type {HTMLElement} */ (body.previousElementSibling), "button");
  button.setAttribute("aria-expanded", String(!shut));
  select(button, "span").textContent = shut ? "Show" : "Hide";
  body.dispatchEvent(new Event("fold", { bubbles: true }));
}
