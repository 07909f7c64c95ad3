// Crisis help above the results: crisis cards if the words mean danger, else the safety line. The cards are in the page, hidden.
import { offerLeave } from "../leave.js";

/** @typedef {Pick<import("../engine/engine.js").Answer, "danger" | "understood" | "results">} Told */

/** The card for people whose screen may be watched. */
const WATCHED = "harm";

/**
 * Whether someone else may be watching the screen: the words or the need are about abuse, or the first result is a service whose page has
 * a quick exit.
 * @param {Told} answer @param {import("./page.js").Around} around
 */
export function watched({ danger, understood, results }, { state, engine: { vocabulary } }) {
  const needs = [...state.need, ...understood.needs.map(({ id }) => id)].map((id) => vocabulary.needs.get(id));
  const asked = Boolean(state.q.trim() || state.need.length);
  return Boolean(danger?.cards.some(({ card }) => card === WATCHED) || needs.some((need) => need?.leave) || (asked && results[0]?.doc.service?.leave));
}

let takeBack = () => {};

/**
 * Show the cards of the answer, the most relevant first, each with the words that raised it.
 * @param {HTMLElement} page
 * @param {Told} answer @param {import("./page.js").Around} around
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
  const read = answer.understood.needs.flatMap(({ id, aspects }) => aspects.map((place) => `${id}:${place}`));
  for (const one of /** @type {HTMLElement[]} */ ([...page.querySelectorAll("[data-advice]")])) one.hidden = !read.includes(one.dataset.advice ?? "");
  announce(page, raised.map(({ card }) => card.dataset.title ?? ""));
  exit(page, watched(answer, around));
}

/** Why a card came. @param {import("../danger/judge.js").Raised} raised */
function why({ family, said }) {
  const words = said.map((one) => `“${one}”`).join(", ");
  return family === "net" ? `Shown because these words together often mean danger: ${words}.` : `Shown because of the words ${words}.`;
}

/** Announce crisis help to screen readers at once; the number of results is announced later. @param {HTMLElement} page @param {string[]} titles */
function announce(page, titles) {
  const alert = /** @type {HTMLElement} */ (page.querySelector("[data-alert]"));
  const text = titles.length ? `${titles.join(" and ")}: crisis help is shown first. Call 999 if life is at risk.` : "";
  if (alert.textContent !== text) alert.textContent = text;
}

/** Show the quick exit if someone else may be watching the screen. @param {HTMLElement} page @param {boolean} needed */
function exit(page, needed) {
  const bar = /** @type {HTMLElement | null} */ (page.querySelector("[data-exit]"));
  if (!bar || bar.hidden !== needed) return;
  bar.hidden = !needed;
  takeBack();
  takeBack = needed ? offerLeave(bar.querySelector("[data-leave]")) : () => {};
}
