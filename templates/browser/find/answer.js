// Draw an answer on the page: what was understood, crisis cards, facets, headline and the first results.
import { narrows } from "../engine/facets.js";
import { care } from "./care.js";
import { chips } from "./chips.js";
import { button, element } from "./elements.js";
import { narrow } from "./narrow.js";
import { askInstead, nothingListed, saidLines } from "./honest.js";
import { headline, waysOn } from "./nothing.js";
import { result } from "./result.js";
import { counted, figures } from "../text/formatting.js";

const GUESSES = 3; // guesses shown at once
const AT_ONCE = 10; // results shown before "Show more", and with each press

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
  part("order").hidden = none || guesses;
  part("start").hidden = asked;
  const before = none ? [waysOn(answer, around, narrowed)] : guesses ? [askInstead(answer, around)] : [];
  const how = { guesses: guesses || none, close: none && answer.results.length > 0 };
  part("list").replaceChildren(...before, ...(asked ? saidLines(answer) : []), ...(asked ? rows(answer.results, around, how) : []));
  fold.hidden = (none || guesses) && !narrows(state);
  return title;
}

/**
 * The first results, and a button for more. Of guesses only a few: a long list of them would look like an answer.
 * @param {import("../engine/rank.js").Hit[]} hits @param {Around} around
 * @param {{guesses: boolean, close?: boolean}} how Whether they are only guesses, or only close to what was asked.
 */
function rows(hits, around, { guesses, close = false }) {
  const first = guesses ? GUESSES : AT_ONCE;
  const made = hits.slice(0, first).map((hit) => result(hit, around, guesses));
  if (close) made.unshift(element("h2", "close", "Closest matches"));
  if (hits.length > first) made.push(more(hits.slice(first), around, guesses));
  return made;
}

/** @param {import("../engine/rank.js").Hit[]} rest @param {Around} around @param {boolean} guesses */
function more(rest, around, guesses) {
  const line = element("p", "more", button("", () => {
    const shown = rows(rest, around, { guesses });
    line.replaceWith(...shown);
    shown[0].querySelector("a")?.focus();
  }, `Show ${Math.min(guesses ? GUESSES : AT_ONCE, rest.length)} more ${guesses ? "guesses" : `of ${figures(rest.length)}`}`));
  return line;
}

/** "8 services and 1 page". @param {import("../engine/engine.js").Answer} answer */
function told({ results, danger }) {
  const services = results.filter(({ doc }) => doc.service).length;
  const parts = [services || !results.length ? counted(services, "service") : "", results.length > services ? counted(results.length - services, "page") : ""].filter(Boolean);
  return parts.join(" and ") + (danger && services ? " for after the first call" : "");
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
