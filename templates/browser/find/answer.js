// Draw an answer on the page: what was understood, crisis cards, facets, headline and the first results.
import { narrows } from "../engine/facets.js";
import { care } from "./care.js";
import { chips } from "./chips.js";
import { button, element } from "./elements.js";
import { narrow } from "./narrow.js";
import { askInstead, nothingListed, saidLines } from "./honest.js";
import { headline, waysOn } from "./nothing.js";
import { result } from "./result.js";
import { counted, figures, lowerFirst } from "../text/formatting.js";

const GUESSES = 3; // guesses shown at once
export const AT_ONCE = 10; // results shown before "Show more", and with each press

/** @typedef {import("./page.js").Around} Around */
/** @typedef {import("../engine/engine.js").Answer} Answer */

/**
 * @param {HTMLElement} page @param {Answer} answer @param {Around} around
 * @returns {string} The headline; empty if nothing was asked.
 */
export function draw(page, answer, around) {
  const { state } = around;
  const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (page.querySelector(`[data-${name}]`));
  const [fold, count] = [/** @type {HTMLDetailsElement} */ (page.querySelector("details.facets")), part("count")];
  const asked = Boolean(state.q.trim()) || narrows(state);
  const narrowed = asked && !answer.results.length && narrows(state);
  const guesses = asked && !narrowed && !answer.nearest && answer.unlisted.guesses;
  const none = asked && !guesses && (!answer.results.length || answer.nearest);
  keepFocus(part("read"), () => chips(part("read"), answer, around));
  care(page, answer, around);
  narrow(fold, answer, around);
  const title = !asked ? "" : guesses ? nothingListed(answer, state.q) : none ? headline(answer, state, narrowed) : told(answer);
  const head = /** @type {HTMLElement} */ (count.querySelector("h2"));
  head.textContent = title;
  head.toggleAttribute("data-nothing-listed", guesses || (none && !narrowed));
  count.hidden = !asked;
  const needs = wanted(answer, around);
  part("order").hidden = none || guesses;
  part("order").textContent = [needs.length === 1 ? under(answer, needs[0]) : "", "Best fit first"].filter(Boolean).join(". ");
  part("start").hidden = asked;
  const before = none ? [waysOn(answer, around, narrowed)] : guesses ? [askInstead(answer, around)] : [];
  const how = { asked: { needs: needs.map(({ label }) => label), places: answer.understood.areas.length > 1 }, guesses: guesses || none, close: none && answer.results.length > 0 };
  part("list").replaceChildren(...before, ...(asked ? saidLines(answer) : []), ...(asked ? rows(answer.results, around, how) : []));
  fold.hidden = (none || guesses) && !narrows(state);
  return title;
}

/** The needs that were typed and chosen. @param {Answer} answer @param {Around} around */
function wanted({ understood }, { state, engine: { vocabulary } }) {
  const ids = new Set([...understood.needs.map(({ id }) => id), ...state.need]);
  return [...ids].map((id) => ({ id, label: vocabulary.needs.get(id)?.label ?? id }));
}

/** How many of the services are listed under the need, where some are not: the number that its page and the facet say. @param {Answer} answer @param {{id: string, label: string}} need */
function under({ results }, { id, label }) {
  const services = results.flatMap(({ doc }) => doc.service ?? []);
  const listed = services.filter(({ needs, guessed }) => needs.includes(id) && !guessed.includes("needs")).length;
  return listed && listed < services.length ? `${figures(listed)} listed under ${lowerFirst(label)}` : "";
}

/**
 * The first results, and a button for more. Of guesses only a few: a long list of them would look like an answer.
 * @param {import("../engine/rank.js").Hit[]} hits @param {Around} around
 * @param {{asked: import("./result.js").Asked, guesses: boolean, close?: boolean}} how What was asked for, and whether these are only guesses, or only close to what was asked.
 */
function rows(hits, around, { asked, guesses, close = false }) {
  const first = guesses ? GUESSES : AT_ONCE;
  const made = hits.slice(0, first).map((hit) => result(hit, around, asked, guesses));
  if (close) made.unshift(element("h2", "close", "Closest matches"));
  if (hits.length > first) made.push(more(hits.slice(first), around, asked, guesses));
  return made;
}

/** @param {import("../engine/rank.js").Hit[]} rest @param {Around} around @param {import("./result.js").Asked} asked @param {boolean} guesses */
function more(rest, around, asked, guesses) {
  const next = Math.min(guesses ? GUESSES : AT_ONCE, rest.length);
  const line = element("p", "more", button("", () => around.showing(rest.slice(0, AT_ONCE), () => {
    const shown = rows(rest, around, { asked, guesses });
    line.replaceWith(...shown);
    shown[0].querySelector("a")?.focus();
  }), `Show ${next} more${guesses ? " guesses" : next < rest.length ? ` of ${figures(rest.length)}` : ""}`));
  return line;
}

/** Say that parts of a large directory could not be fetched, and offer to try again. Returns what was said. @param {HTMLElement} page @param {() => void} again */
export function unfetched(page, again) {
  const [place, count, order, list] = ["results", "count", "order", "list"].map((name) => /** @type {HTMLElement} */ (page.querySelector(`[data-${name}]`)));
  const head = /** @type {HTMLElement} */ (count.querySelector("h2"));
  head.textContent = "The list could not be fetched";
  [count.hidden, order.hidden] = [false, true];
  const press = () => {
    place.focus(); // the button goes away
    again();
  };
  list.replaceChildren(element("p", "", "Check your connection."), element("p", "", button("btn btn--2", press, "Try again")));
  return head.textContent;
}

/** "8 services and 1 page". What comes after the card of a danger says so. @param {import("../engine/engine.js").Answer} answer */
function told({ results, danger }) {
  const services = results.filter(({ doc }) => doc.service).length;
  const parts = [services || !results.length ? counted(services, "service") : "", results.length > services ? counted(results.length - services, "page") : ""].filter(Boolean);
  return (danger && services ? "After the call: " : "") + parts.join(" and ");
}

/** Move the focus to the next chip, or to the field, when the pressed one is removed. @param {HTMLElement} place @param {() => void} draw */
function keepFocus(place, draw) {
  /** @type {(Element | null)[]} */
  const buttons = [...place.querySelectorAll("button")];
  const before = buttons.indexOf(document.activeElement);
  draw();
  if (before < 0) return;
  const after = place.querySelectorAll("button");
  (after[Math.min(before, after.length - 1)] ?? document.getElementById("q"))?.focus();
}
