/**
 * The page Find: everything on it is drawn from the engine's answer to the current state.
 *
 * @typedef {import("../engine/state.js").State} State
 * @typedef {{root: string, report: string, engine: ReturnType<typeof import("../engine/engine.js").createEngine>, state: State,
 *   change: (next: (state: State) => State) => void, say: (text: string) => void,
 *   showing: (hits: import("../engine/rank.js").Hit[], then: () => void) => void}} Around
 *   The context of every part of the page. `report` is the address to report gaps; `change` searches again, `say` informs screen readers;
 *   `showing` fetches what is shown of results in a large directory, before it does something with them.
 */
import { onChange } from "../shortlist-store.js";
import { onReturn } from "../address.js";
import { asked } from "../ask.js";
import { AT_ONCE, draw, unfetched } from "./answer.js";
import { care, watched } from "./care.js";
import { fetchParts } from "./fetching.js";
import { recall, remember } from "./history.js";
import { blank, LONGEST } from "../engine/state.js";
import { offerOurs } from "./ours.js";
import { redraw } from "./reach.js";
import { ours } from "../ours-store.js";
import { Wanting } from "../engine/wanting.js";

const PAUSE = 60; // milliseconds without a key before searching
const SAY = 700; // and before the number of results is announced, so that it is not announced at every letter

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
  let [secret, typed] = [false, false]; // whether the state must not be in the address; whether typed words are not in it yet
  let turn = 0; // of the last search: an older one that still waits for its parts is dropped
  /** @type {Around} */
  const around = { root: form.dataset.root ?? "", report: form.dataset.report ?? "", engine, state: recall(), change, say, showing };

  /** @param {string} text */
  function say(text) {
    clearTimeout(saying);
    saying = setTimeout(() => (status.textContent = text), SAY);
  }

  /** @param {(state: State) => State} next */
  function change(next) {
    clearTimeout(wait);
    around.state = next({ ...around.state, q: field.value.trim() });
    if (around.state.q !== field.value.trim()) field.value = around.state.q;
    show(() => settle("pushState"));
  }

  // A half-typed word about abuse is not recognised as one, so typed words go into the address only when typing has ended.
  /** @param {"pushState" | "replaceState"} step */
  function settle(step) {
    typed = false;
    remember(around.state, secret, step);
  }

  /** Search, draw, and then do something. */
  function show(then = () => {}) {
    turn += 1;
    try {
      const begun = performance.now();
      const answer = engine.search(around.state, new Date(), ours()?.area);
      performance.measure("search", { start: begun }); // read by `fingerpost bench search`
      engine.showing(answer.results.slice(0, AT_ONCE));
      say(draw(page, answer, around));
      secret = watched(answer, around);
    } catch (error) {
      waitFor(error, then);
      return;
    }
    Object.assign(place.dataset, { query: around.state.q.trim(), state: "ready" });
    then();
  }

  /** Fetch the parts that a search wants, and search again. Crisis help does not wait for them. @param {unknown} error @param {() => void} then */
  function waitFor(error, then) {
    const [mine, waited] = [turn, typed];
    const early = engine.read(around.state);
    care(page, early, around);
    secret = watched(early, around);
    typed = false; // what no search has read through must not go into the address
    place.dataset.state = "waiting";
    const again = () => show(() => {
      typed ||= waited;
      then();
    });
    fetchFor(error, () => mine === turn && again(), again);
  }

  /**
   * Fetch the parts that something wants, and then do it. If they do not come, say so and offer to try again.
   * @param {unknown} error @param {() => void} then @param {() => void} again
   */
  function fetchFor(error, then, again) {
    if (!(error instanceof Wanting)) throw error;
    const mine = turn;
    const taken = fetchParts(engine.folder, error.parts, secret).then((parts) => {
      for (const [name, part] of parts) engine.take(name, part);
      return true;
    }, () => false);
    taken.then((all) => {
      if (all) then();
      else if (mine === turn) {
        place.dataset.state = "failed";
        say(unfetched(page, again));
      }
    });
  }

  /** @param {import("../engine/rank.js").Hit[]} hits @param {() => void} then */
  function showing(hits, then) {
    try {
      engine.showing(hits);
    } catch (error) {
      fetchFor(error, () => showing(hits, then), () => show());
      return;
    }
    then();
  }

  function fromAddress() {
    const words = asked();
    around.state = words ? { ...blank(), q: words.slice(0, LONGEST) } : recall();
    field.value = around.state.q;
    show(() => settle("replaceState"));
  }

  field.addEventListener("input", () => {
    place.dataset.state = "waiting";
    clearTimeout(wait);
    wait = setTimeout(() => {
      // What was removed belongs to the words that it was read from.
      around.state = { ...around.state, q: field.value.trim(), without: field.value.trim() ? around.state.without : [] };
      show(() => {
        typed = true;
      });
    }, PAUSE);
  });
  for (const each of [form, fold.querySelector("form")]) each?.addEventListener("submit", (event) => {
    event.preventDefault();
    change((state) => state);
  });
  const finished = () => typed && settle("pushState");
  field.addEventListener("change", finished);
  list.addEventListener("click", finished, true); // a phone may follow a link without leaving the field
  onReturn(fromAddress);
  onChange(() => redraw(list));
  foldOnPhones(fold);
  offerOurs(page, () => show());
  page.classList.add("is-live");
  fromAddress();
  whenIdle(engine.finish);
}

/** Once the result is painted. Safari has no requestIdleCallback. @param {() => void} work */
const whenIdle = (work) => ("requestIdleCallback" in window ? requestIdleCallback(() => work(), { timeout: 2000 }) : setTimeout(work, 200));

/** Open the facets if there is room beside the results. @param {HTMLDetailsElement} fold */
function foldOnPhones(fold) {
  const room = matchMedia("(min-width: 60.0625em)");
  const set = () => (fold.open = room.matches);
  room.addEventListener("change", set);
  set();
}
