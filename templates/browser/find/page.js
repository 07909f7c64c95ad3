/**
 * The page Find: a state in, and everything on the page drawn from the engine's answer to it.
 *
 * @typedef {import("../engine/state.js").State} State
 * @typedef {{root: string, report: string, engine: ReturnType<typeof import("../engine/engine.js").createEngine>, state: State,
 *   change: (next: (state: State) => State) => void, say: (text: string) => void}} Around
 *   What every part of the page may use. `report` is where to tell us what is missing; `change` searches again, `say` tells a screen reader.
 */
import { onChange } from "../shortlist-store.js";
import { draw } from "./answer.js";
import { onReturn, recall, remember } from "./history.js";
import { redraw } from "./reach.js";

const PAUSE = 60; // milliseconds without a key before searching
const SAY = 700; // and before the number of results is said, so that it is not said at every letter

/**
 * @param {HTMLElement} page What holds the form, the facets and the results.
 * @param {Around["engine"]} engine
 */
export function start(page, engine) {
  const form = /** @type {HTMLFormElement} */ (page.querySelector("form[data-find]"));
  const field = /** @type {HTMLInputElement} */ (form.querySelector("input"));
  const [place, list, status] = ["results", "list", "status"].map((name) => /** @type {HTMLElement} */ (page.querySelector(`[data-${name}]`)));
  const fold = /** @type {HTMLDetailsElement} */ (page.querySelector("details.facets"));
  /** @type {number | undefined} */
  let wait;
  /** @type {number | undefined} */
  let saying;
  /** @type {Around} */
  const around = { root: form.dataset.root ?? "", report: form.dataset.report ?? "", engine, state: recall(), change, say };

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
    const begun = performance.now();
    const answer = engine.search(around.state);
    performance.measure("search", { start: begun }); // read by `fingerpost bench search`
    say(draw(page, answer, around));
    Object.assign(place.dataset, { query: around.state.q.trim(), state: "ready" });
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

/** Open beside the results where there is room, one button where there is not. @param {HTMLDetailsElement} fold */
function foldOnPhones(fold) {
  const room = matchMedia("(min-width: 60.0625em)");
  const set = () => (fold.open = room.matches);
  room.addEventListener("change", set);
  set();
}
