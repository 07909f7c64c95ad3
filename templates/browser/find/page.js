/**
 * The page Find: a state in, and everything on the page drawn from the engine's answer to it.
 *
 * @typedef {import("../engine/state.js").State} State
 * @typedef {{root: string, engine: ReturnType<typeof import("../engine/engine.js").createEngine>, state: State,
 *   change: (next: (state: State) => State) => void, say: (text: string) => void}} Around
 *   What every part of the page may use. `change` searches again, `say` tells a screen reader.
 */
import { narrows } from "../engine/facets.js";
import { onChange } from "../shortlist-store.js";
import { care } from "./care.js";
import { chips } from "./chips.js";
import { button, element } from "./elements.js";
import { onReturn, recall, remember } from "./history.js";
import { narrow } from "./narrow.js";
import { headline, waysOn } from "./nothing.js";
import { redraw } from "./reach.js";
import { result } from "./result.js";
import { counted, figure } from "./wording.js";

const AT_ONCE = 10; // results shown before "Show more", and with each press
const PAUSE = 60; // milliseconds without a key before searching
const SAY = 700; // and before the number of results is said, so that it is not said at every letter

/**
 * @param {HTMLElement} page What holds the form, the facets and the results.
 * @param {Around["engine"]} engine
 */
export function start(page, engine) {
  const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (page.querySelector(`[data-${name}]`));
  const form = /** @type {HTMLFormElement} */ (page.querySelector("form[data-find]"));
  const field = /** @type {HTMLInputElement} */ (form.querySelector("input"));
  const [place, list, count, status] = ["results", "list", "count", "status"].map(part);
  const fold = /** @type {HTMLDetailsElement} */ (page.querySelector("details.facets"));
  /** @type {number | undefined} */
  let [wait, saying] = [undefined, undefined];
  /** @type {Around} */
  const around = { root: form.dataset.root ?? "", engine, state: recall(), change, say };

  /** @param {string} text */
  function say(text) {
    clearTimeout(saying);
    saying = setTimeout(() => (status.textContent = text), SAY);
  }

  /** @param {(state: State) => State} next */
  function change(next) {
    clearTimeout(wait);
    around.state = next({ ...around.state, q: field.value.trim() });
    remember(around.state);
    show();
  }

  function show() {
    const { state } = around;
    const begun = performance.now();
    const answer = engine.search(state);
    performance.measure("search", { start: begun }); // read by `fingerpost bench search`
    const asked = Boolean(state.q.trim()) || narrows(state);
    const none = asked && (!answer.results.length || answer.nearest);
    const narrowed = none && !answer.results.length && narrows(state);
    // What is close to a need is worth showing; what is close to a word that nobody knows is not.
    const shown = none && !answer.understood.needs.length ? [] : answer.results;
    keepFocus(part("read"), () => chips(part("read"), answer, around));
    care(page, answer.danger);
    narrow(fold, answer, around);
    const title = !asked ? "" : none ? headline(answer, state, narrowed) : told(answer);
    count.querySelector("h2").textContent = title;
    count.hidden = !asked;
    part("order").hidden = none;
    part("start").hidden = asked;
    list.replaceChildren(...(none ? [waysOn(answer, around, narrowed)] : []), ...(asked ? rows(shown, none && shown.length > 0) : []));
    fold.hidden = none && !narrows(state);
    Object.assign(place.dataset, { query: state.q.trim(), state: "ready" });
    say(title);
  }

  /** The first results, and a button for more. @param {import("../engine/rank.js").Hit[]} hits @param {boolean} [close] */
  function rows(hits, close = false) {
    const made = hits.slice(0, AT_ONCE).map((hit) => result(hit, around));
    if (close) made.unshift(element("h2", "close", "Closest to it"));
    if (hits.length > AT_ONCE) made.push(more(hits.slice(AT_ONCE)));
    return made;
  }

  /** @param {import("../engine/rank.js").Hit[]} rest */
  function more(rest) {
    const line = element("p", "more", button("", () => {
      const shown = rows(rest);
      line.replaceWith(...shown);
      shown[0].querySelector("a").focus();
    }, `Show ${Math.min(AT_ONCE, rest.length)} more of ${figure(rest.length)}`));
    return line;
  }

  function fromAddress() {
    around.state = recall();
    field.value = around.state.q;
    show();
  }

  field.addEventListener("input", () => {
    place.dataset.state = "waiting";
    clearTimeout(wait);
    wait = setTimeout(() => {
      // What was taken away belongs to the words it was read from.
      around.state = { ...around.state, q: field.value.trim(), without: field.value.trim() ? around.state.without : [] };
      remember(around.state, { typed: true });
      show();
    }, PAUSE);
  });
  for (const each of [form, fold.querySelector("form")]) each?.addEventListener("submit", (event) => {
    event.preventDefault();
    change((state) => state);
  });
  onReturn(fromAddress);
  onChange(() => redraw(list));
  foldOnPhones(fold);
  page.classList.add("is-live");
  fromAddress();
  whenIdle(engine.finish);
}

/** Once the result is painted. Safari has no requestIdleCallback. @param {() => void} work */
const whenIdle = (work) => ("requestIdleCallback" in window ? requestIdleCallback(() => work(), { timeout: 2000 }) : setTimeout(work, 200));

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

/** Open beside the results where there is room, one button where there is not. @param {HTMLDetailsElement} fold */
function foldOnPhones(fold) {
  const room = matchMedia("(min-width: 60.0625em)");
  const set = () => (fold.open = room.matches);
  room.addEventListener("change", set);
  set();
}
