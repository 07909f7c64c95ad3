// Crisis help above the results: care cards where words mean danger, else the safety line. The cards stand in the page, hidden.
import { offerLeave } from "../leave.js";

/** The card of what somebody may look over a shoulder for. */
const WATCHED = "harm";

/**
 * Whether somebody may be looking over a shoulder: the words tell of abuse, the need is one that carries it, or the first result is a service
 * whose own page has a quick way out.
 * @param {import("../engine/engine.js").Answer} answer @param {import("./page.js").Around} around
 */
export function watched({ danger, understood, results }, { state, engine: { vocabulary } }) {
  const needs = [...state.need, ...understood.needs.map(({ id }) => id)].map((id) => vocabulary.needs.get(id));
  const asked = Boolean(state.q.trim() || state.need.length);
  return Boolean(danger?.cards.some(({ card }) => card === WATCHED) || needs.some((need) => need?.leave) || (asked && results[0]?.doc.service?.leave));
}

let takeBack = () => {};

/**
 * Shows the cards that are needed, the right one first, each with the words that raised it.
 * @param {HTMLElement} page
 * @param {import("../engine/engine.js").Answer} answer @param {import("./page.js").Around} around
 */
export function care(page, answer, around) {
  const { danger } = answer;
  const safety = /** @type {HTMLElement} */ (page.querySelector("[data-safety]"));
  const all = /** @type {HTMLElement[]} */ ([...page.querySelectorAll("[data-care]")]);
  const raised = (danger?.cards ?? []).flatMap((one) => all.filter((card) => card.dataset.care === one.card).map((card) => ({ card, why: why(one) })));
  for (const card of all) card.hidden = !raised.some((one) => one.card === card);
  for (const { card, why: line } of raised) {
    safety.before(card);
    /** @type {HTMLElement} */ (card.querySelector("[data-why]")).textContent = line;
  }
  safety.hidden = raised.length > 0;
  announce(page, raised.map(({ card }) => card.dataset.title ?? ""));
  exit(page, watched(answer, around));
}

/** Why a card came. @param {import("../danger/judge.js").Raised} raised */
function why({ family, said }) {
  const words = said.map((one) => `“${one}”`).join(", ");
  return family === "net" ? `Shown because these words together often mean danger: ${words}.` : `Shown because of the words ${words}.`;
}

/** Tells a screen reader at once; the number of results is said later. @param {HTMLElement} page @param {string[]} titles */
function announce(page, titles) {
  const alert = /** @type {HTMLElement} */ (page.querySelector("[data-alert]"));
  const text = titles.length ? `${titles.join(" and ")}: crisis help is shown first. Call 999 if life is at risk.` : "";
  if (alert.textContent !== text) alert.textContent = text;
}

/** A way to leave at once, where somebody may be looking over a shoulder. @param {HTMLElement} page @param {boolean} needed */
function exit(page, needed) {
  const bar = /** @type {HTMLElement | null} */ (page.querySelector("[data-exit]"));
  if (!bar || bar.hidden !== needed) return;
  bar.hidden = !needed;
  takeBack();
  takeBack = needed ? offerLeave(bar.querySelector("[data-leave]")) : () => {};
}
