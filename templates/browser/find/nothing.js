// What to show without results: why there are none, and what to try next.
import { write } from "../engine/state.js";
import { href } from "../links.js";
import { element, link } from "./elements.js";
import { counted, joinWords, lowerFirst } from "../text/formatting.js";

const CLEARED = { open: "opening hours", sure: "certainty", cost: "cost", access: "language or access", refer: "way to refer", how: "way that help is given", who: "group of people", age: "age", area: "place", gp: "practice", need: "need" };

/** The headline if no result fits the query. @param {import("../engine/engine.js").Answer} answer @param {import("../engine/state.js").State} state @param {boolean} narrowed */
export function headline({ understood }, state, narrowed) {
  if (narrowed) return "Nothing fits all of that";
  if (understood.needs.length) return `No service lists ${joinWords(understood.needs.map(({ label }) => lowerFirst(label)))} yet`;
  return `We have nothing listed for ‘${state.q.trim()}’.`;
}

/**
 * @param {import("../engine/engine.js").Answer} answer @param {import("./page.js").Around} around @param {boolean} narrowed Whether what was chosen leaves nothing.
 * @returns {HTMLElement}
 */
export function waysOn({ understood, ways }, around, narrowed) {
  const { state, root, engine } = around;
  /** A link that can be bookmarked or shared; followed here, it changes the state like any other choice. */
  const to = (/** @type {Partial<import("../engine/state.js").State>} */ other, /** @type {string} */ label) => {
    const made = link(`#${write({ ...state, ...other })}`, label);
    made.addEventListener("click", (/** @type {MouseEvent} */ event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      around.change((now) => ({ ...now, ...other }));
      document.getElementById("found")?.focus();
    });
    return made;
  };
  const lists = {
    widen: ways.filter(({ kind }) => kind === "widen").map(({ id, count }) => item(to(blank(id), `Any ${CLEARED[/** @type {"open"} */ (id)]}`), `: ${counted(count, "result")}`)),
    near: ways.filter(({ kind }) => kind === "near").map(({ id, label, count }) => item(to({ q: "", need: [id], without: [] }, label), `: ${counted(count, "service")}`)),
    national: ways.filter(({ kind }) => kind === "national").map(({ id, label, count }) => item(to({ q: "", need: [id], area: "", without: [] }, `${label}, anywhere in the country`), `: ${counted(count, "service")}`)),
  };
  const ask = ways.find(({ kind }) => kind === "ask");
  const asked = ask && engine.index.byId.get(ask.id)?.service;
  const made = element("div", "none");
  made.append(element("p", "", narrowed ? "Undo one choice, or try one of these." : "There is nothing wrong with your search: the directory has a gap here. Try another word for the same thing, or one of these."));
  if (lists.widen.length) made.append(element("h3", "", "With one choice fewer"), element("ul", "", ...lists.widen));
  if (lists.near.length) made.append(element("h3", "", understood.needs.length ? "Similar needs" : "Where most people start"), element("ul", "", ...lists.near));
  const others = [...lists.national, ...(asked ? [item("Ask ", link(href(root, `services/${asked.id}/`), asked.name), asked.phone ? `: ${asked.phone}` : ", which knows many more local services. We have not confirmed its phone number.")] : [])];
  made.append(element("h3", "", "Or"), element("ul", "", ...others, item(link(href(root, "needs/"), "Look through the needs"), " or ", link(href(root, "services/"), "services from A to Z"))));
  return made;
}

/** @param {...(Node | string)} children */
const item = (...children) => element("li", "", ...children);

/** A facet with nothing chosen. @param {string} facet @returns {Partial<import("../engine/state.js").State>} */
const blank = (facet) => ({ [facet]: facet === "age" ? null : facet === "area" || facet === "gp" ? "" : facet === "open" || facet === "sure" ? false : [] });
