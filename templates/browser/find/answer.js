// An answer drawn on the page: what was read, the cards, the facets, the headline and the first results.
import { narrows } from "../engine/facets.js";
import { care } from "./care.js";
import { chips } from "./chips.js";
import { button, element } from "./elements.js";
import { narrow } from "./narrow.js";
import { headline, waysOn } from "./nothing.js";
import { result } from "./result.js";
import { counted, figure } from "./wording.js";

const AT_ONCE = 10; // results shown before "Show more", and with each press

/** @typedef {import("./page.js").Around} Around */
/** @typedef {import("../engine/engine.js").Answer} Answer */

/**
 * @param {HTMLElement} page @param {Answer} answer @param {Around} around
 * @returns {string} How many there are, in words; nothing where nothing was asked.
 */
export function draw(page, answer, around) {
  const { state } = around;
  const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (page.querySelector(`[data-${name}]`));
  const [fold, count] = [/** @type {HTMLDetailsElement} */ (page.querySelector("details.facets")), part("count")];
  const asked = Boolean(state.q.trim()) || narrows(state);
  const none = asked && (!answer.results.length || answer.nearest);
  const narrowed = none && !answer.results.length && narrows(state);
  // What is close to a need is worth showing; what is close to a word that nobody knows is not.
  const shown = none && !answer.understood.needs.length ? [] : answer.results;
  keepFocus(part("read"), () => chips(part("read"), answer, around));
  care(page, answer.danger);
  narrow(fold, answer, around);
  const title = !asked ? "" : none ? headline(answer, state, narrowed) : told(answer);
  /** @type {HTMLElement} */ (count.querySelector("h2")).textContent = title;
  count.hidden = !asked;
  part("order").hidden = none;
  part("start").hidden = asked;
  part("list").replaceChildren(...(none ? [waysOn(answer, around, narrowed)] : []), ...(asked ? rows(shown, around, none && shown.length > 0) : []));
  fold.hidden = none && !narrows(state);
  return title;
}

/** The first results, and a button for more. @param {import("../engine/rank.js").Hit[]} hits @param {Around} around @param {boolean} [close] Whether they are only close to it. */
function rows(hits, around, close = false) {
  const made = hits.slice(0, AT_ONCE).map((hit) => result(hit, around));
  if (close) made.unshift(element("h2", "close", "Closest to it"));
  if (hits.length > AT_ONCE) made.push(more(hits.slice(AT_ONCE), around));
  return made;
}

/** @param {import("../engine/rank.js").Hit[]} rest @param {Around} around */
function more(rest, around) {
  const line = element("p", "more", button("", () => {
    const shown = rows(rest, around);
    line.replaceWith(...shown);
    shown[0].querySelector("a").focus();
  }, `Show ${Math.min(AT_ONCE, rest.length)} more of ${figure(rest.length)}`));
  return line;
}

/** "8 services and 1 page". @param {import("../engine/engine.js").Answer} answer */
function told({ results, danger }) {
  const services = results.filter(({ doc }) => doc.service).length;
  const parts = [services || !results.length ? counted(services, "service") : "", results.length > services ? counted(results.length - services, "page") : ""].filter(Boolean);
  return parts.join(" and ") + (danger && services ? " for after the first call" : "");
}

/** A chip that was pressed is gone: the focus goes to the next one, or to the field. @param {HTMLElement} place @param {() => void} draw */
function keepFocus(place, draw) {
  const before = [...place.querySelectorAll("button")].findIndex((one) => one === document.activeElement);
  draw();
  if (before < 0) return;
  const after = place.querySelectorAll("button");
  (after[Math.min(before, after.length - 1)] ?? document.getElementById("q"))?.focus();
}
