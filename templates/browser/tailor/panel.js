// The panel that stays in view: what is filled in, what the contract asks, what fits, what may need banding, and the ways out.
import { select, selectAll, selectIfThere } from "../select.js";
import { boxSays, faultOf, unwritten } from "./checking.js";
import { element, hide, hold, mark, say, shape } from "./elements.js";
import { goTo } from "./folding.js";
import { gapsOf } from "./gaps.js";
import { matching } from "./matching.js";
import { counted, figures, joinWords, requirementName } from "../text/formatting.js";
/** @import { Store } from "./store.js" */
/** @import { Box } from "./boxes.js" */
/** @import { Page, State, View } from "./types" */

/** Finds an element of the page by the name of its data attribute. @typedef {(name: string) => HTMLElement} Get */

const PRINTS = "The contents list of a print links to each part but has no page numbers, because browsers do not provide them. Unlike the Word file, a print is not tagged for screen readers. Send the Word file too.";

/** @param {Page} page */
export function panel(page) {
  const { place, store, ask, toast, check } = page;
  /** @type {Map<string, HTMLElement>} */
  const known = new Map();
  /** @type {Get} */
  const get = (name) => {
    const found = known.get(name) ?? select(place, `[data-${name}]`);
    known.set(name, found);
    return found;
  };
  const [lengths, told, dots] = ["lengths", "lengths-told", "dots"].map((name) => selectIfThere(place, `[data-${name}]`));
  const undo = selectAll(place, "[data-undo]");
  for (const button of undo) button.addEventListener("click", () => store.undo());
  get("redo").addEventListener("click", () => store.redo());
  get("next").addEventListener("click", () => {
    const next = gapsOf(place, store).find(({ filled }) => !filled);
    if (next) goTo(next.field);
  });
  get("print").addEventListener("click", async () => {
    if (await check("Print, or save as PDF", PRINTS)) print();
  });
  get("restart").addEventListener("click", async () => {
    const sure = await ask({
      title: "Start again?",
      about: "This clears everything you filled in and changed for this role in this browser. Save the file first if you may want it.",
      no: "Keep my work",
      yes: "Clear it all",
    });
    if (!sure) return;
    store.restart();
    toast("Cleared. This is the base role again.");
  });
  document.addEventListener("keydown", (event) => undoKeys(event, store));
  const bar = select(get("panel"), ".meter .fi", SVGElement);
  store.onChange((view) => {
    for (const button of undo) step(button, store.past);
    step(get("redo"), store.future);
    const gaps = gapsOf(place, store);
    const filled = gaps.filter((gap) => gap.filled).length;
    say(get("filled"), filled === gaps.length ? `All ${counted(gaps.length, "gap")} are filled.` : `${figures(filled)} of ${counted(gaps.length, "gap")} filled.`);
    bar.setAttribute("width", String(Math.round((100 * filled) / gaps.length)));
    get("next").setAttribute("aria-disabled", String(filled === gaps.length));
    if (dots) covered(get, view, store.model.shared.states);
    const changed = matching(view, store.model);
    hide(get("matching"), !changed);
    say(select(get("matching"), "p"), changed);
    say(get("saved"), keptWords(store));
    hold(get("summary"), ...summary(view, store, gaps.length - filled));
  });
  store.onBoxes((boxes) => {
    if (told) say(told, `: ${lengthWords(boxes, store)}`);
    if (lengths) hold(lengths, ...boxes.flatMap((box) => (box.most ? [length({ ...box, most: box.most }, store)] : [])));
    hold(get("summary"), ...summary(store.view, store, gapsOf(place, store).filter(({ filled }) => !filled).length));
  });
}

/** @param {HTMLElement} button @param {unknown[]} list */
function step(button, list) {
  button.setAttribute("aria-disabled", String(!list.length));
}

/** In a field, the browser's own undo works on its letters. @param {KeyboardEvent} event @param {Store} store */
function undoKeys(event, store) {
  if (!(event.ctrlKey || event.metaKey) || event.altKey || (event.target instanceof Element && event.target.matches("input:not([type=radio]):not([type=checkbox]), textarea"))) return;
  const key = event.key.toLowerCase();
  if (key !== "z" && key !== "y") return;
  event.preventDefault();
  if (key === "y" || event.shiftKey) store.redo();
  else store.undo();
}

/** @param {Get} get @param {View} view @param {Record<State, string>} states What each is called, in the order of a tally. */
function covered(get, { coverage }, states) {
  const order = /** @type {State[]} */ (Object.keys(states));
  const sorted = [...coverage].sort((a, b) => order.indexOf(a.state) - order.indexOf(b.state));
  hold(get("dots"), ...sorted.map(({ state }) => {
    const [className, shown] = mark(state);
    return element("li", className, shown);
  }));
  const counts = order.map((state) => ({ state, count: coverage.filter((row) => row.state === state).length })).filter(({ count }) => count);
  const said = joinWords(counts.map(({ state, count }) => `${figures(count)} ${states[state].toLowerCase()}`));
  const missing = coverage.filter(({ state }) => state === "missing").map(({ requirement: { id, title } }) => {
    const link = element("a", "", `${title} (${requirementName(id)})`);
    link.href = `#${id}`;
    return link;
  });
  const listed = missing.flatMap((link, index) => (index ? [", ", link] : [" Missing: ", link]));
  hold(get("covered"), element("strong", "", `${said}.`), ...listed, ...(missing.length ? ["."] : []));
}

/**
 * Only a title can be too long as it stands: the rest is cut at a statement, and what is over says where it goes.
 * @param {Box & {most: number}} box
 * @param {Store} store
 */
function length(box, store) {
  const fault = faultOf(box);
  const wrong = fault === "long" || fault === "short";
  if (unwritten(box, store)) return element("li", "", element("b", "", box.name), element("span", "n", "not written yet"));
  const says = boxSays(box).split(":")[0] || `${figures(box.count)} of ${figures(box.most)}`;
  const width = Math.min(100, (100 * (fault === "cut" ? box.most : box.count)) / box.most);
  const bar = shape("0 0 100 4", ["rect", { class: "tr", width: 100, height: 4 }], ["rect", { class: wrong ? "ov" : "fi", width, height: 4 }]);
  bar.setAttribute("preserveAspectRatio", "none");
  return element("li", "", element("b", "", box.name), element("span", wrong ? "over" : "n", says), bar);
}

/** The boxes of NHS Jobs in a few words: `1 box to write, 1 too long`. @param {Box[]} boxes @param {Store} store */
function lengthWords(boxes, store) {
  const write = boxes.filter((box) => unwritten(box, store));
  const rest = boxes.filter((box) => !write.includes(box));
  const [long, short, cut] = ["long", "short", "cut"].map((fault) => rest.filter((box) => faultOf(box) === fault).length);
  const said = [write.length && `${counted(write.length, "box", "boxes")} to write`, long && `${figures(long)} too long`, short && `${figures(short)} too short`, cut && `${figures(cut)} shortened`];
  return said.filter(Boolean).join(", ") || "all fit";
}

/** @param {Store} store */
function keptWords({ savedAt, past }) {
  if (savedAt) return `Saved in this browser at ${clock(savedAt)}. Nothing is sent anywhere.`;
  return past.length ? "This browser keeps nothing. Save the file before you close the page." : "Nothing is sent anywhere.";
}

/** @param {Date} when */
function clock(when) {
  return `${String(when.getHours()).padStart(2, "0")}:${String(when.getMinutes()).padStart(2, "0")}`;
}

/** @param {View} view @param {Store} store @param {number} gaps */
function summary({ coverage }, store, gaps) {
  const met = coverage.filter(({ state }) => state === "met" || state === "accepted").length;
  const wrong = store.boxes.filter((box) => ["long", "short"].includes(faultOf(box)) && !unwritten(box, store)).length;
  const said = [gaps ? `${counted(gaps, "gap")} left.` : "All filled in.", wrong ? `${counted(wrong, "box", "boxes")} to shorten or complete.` : ""].filter(Boolean).join(" ");
  return coverage.length ? [element("strong", "", `${met} of ${coverage.length} met.`), ` ${said}`] : [said];
}
