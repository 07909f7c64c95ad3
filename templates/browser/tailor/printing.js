// What only a print has: its title, its cover, its contents, and what runs at the head and foot of its pages.
import { select, selectAll } from "../select.js";
import { chartOnPaper } from "./chart.js";
import { element } from "./elements.js";
import { coverOf, issueOf } from "./paper.js";
/** @import { Page } from "./types" */
/** @import { Store } from "./store.js" */

/** The parts of each run of pages, which have one head. `tailor-print.css` has the same names. */
const RUNS = {
  post: ["post"],
  network: ["network"],
  job: ["job", "training"],
  everyone: ["everyone"],
  specification: ["specification"],
  terms: ["pay", "apply", "promise", "control"],
};

/** Before each print its words are put in place: a print is named for its pack, also in the name of its file. @param {Page} page */
export function printing({ place, store }) {
  const usual = document.title;
  window.addEventListener("beforeprint", () => {
    setHeads(place, store);
    setContents(place, store);
    chartOnPaper(place, store);
    const facts = coverOf(store.view, store).map(([, label, value]) => element("div", "", element("dt", "", label), element("dd", "", value)));
    select(place, "[data-cover]").replaceChildren(...facts);
  });
  window.addEventListener("afterprint", () => {
    document.title = usual;
  });
}

/** @param {HTMLElement} place @param {Store} store */
function setHeads(place, store) {
  const { network, role } = store.view;
  document.title = `${network.name}: ${role.title}, band ${role.band}`;
  say("running", document.title);
  say("issue", issueOf(store));
  for (const [run, parts] of Object.entries(RUNS)) {
    const headings = parts.flatMap((part) => headingOf(place, `h-${part}`)?.textContent ?? []);
    say(`head-${run}`, headings.join(" · "));
  }
}

/** @param {HTMLElement} place @param {Store} store */
function setContents(place, { network }) {
  for (const entry of selectAll(place, "[data-leads]")) entry.hidden = !headingOf(place, entry.dataset.leads ?? "");
  const formats = select(place, "[data-formats]");
  formats.dataset.usual ??= formats.textContent ?? "";
  formats.textContent = network.adjustments ?? formats.dataset.usual;
}

/** The heading of a part that is printed. A group of duties may have the name of a part. @param {HTMLElement} place @param {string} id */
function headingOf(place, id) {
  const found = place.querySelector(`[id="${id}"]`);
  return found?.closest(".no-print, [data-part]") ? null : found;
}

/** A property of the page that margin boxes read. CSS ends a text at a line break. @param {string} name @param {string} words */
function say(name, words) {
  document.documentElement.style.setProperty(`--${name}`, JSON.stringify(words.replace(/\s+/g, " ")));
}
