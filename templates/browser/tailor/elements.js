// Elements from words. Words are text wherever they go: nothing that somebody types can become markup.
import { button, element, unseen } from "../find/elements.js";
/** @import { State } from "./types" */

export { element };

/** Let an element say some words. What it says already is not written again: the browser would lay it out anew. @param {Element} place @param {string} words */
export function say(place, words) {
  if (place.textContent !== words) place.textContent = words;
}

/** Let an element hold some nodes, unless it holds the same. @param {Element} place @param {...(Node | string)} nodes */
export function hold(place, ...nodes) {
  const made = /** @type {Element} */ (place.cloneNode(false));
  made.append(...nodes);
  if (!made.isEqualNode(place)) place.replaceChildren(...made.childNodes);
}

/** Hide an element or show it, unless it is so. @param {HTMLElement} place @param {boolean} hidden */
export function hide(place, hidden) {
  if (place.hidden !== hidden) place.hidden = hidden;
}

/** A small button. @param {string} words @param {() => void} then @param {string} [hidden] what it is about, for a reader who does not see it */
export function smallButton(words, then, hidden = "") {
  return button("btn btn--2 btn--s", then, words, ...(hidden ? [unseen(hidden)] : []));
}

/** A label and its value, as in a list of facts. @param {string} name @param {string} label @param {string|Node} value */
export function fact(name, label, value) {
  const said = element("dd", "", value);
  if (name) said.dataset.fill = name;
  return element("div", "", element("dt", "", label), said);
}

/** A line to write on, where nothing is known yet. */
export function gapRule() {
  return element("span", "rule", element("span", "vh", "Still to be filled in"));
}

/** A part of a shape: an element's name and its attributes. @typedef {[name: string, attributes: Record<string, string | number>]} Part */

const SVG = "http://www.w3.org/2000/svg";

/** A shape from pairs of an element's name and its attributes. @param {string} box @param {...Part} parts */
export function shape(box, ...parts) {
  const made = document.createElementNS(SVG, "svg");
  made.setAttribute("viewBox", box);
  made.setAttribute("aria-hidden", "true");
  for (const [name, attributes] of parts) {
    const part = document.createElementNS(SVG, name);
    for (const [key, value] of Object.entries(attributes)) part.setAttribute(key, String(value));
    made.append(part);
  }
  return made;
}

const CIRCLE = { class: "mk-ring", cx: 10, cy: 10, r: 8.5 };
/** @type {Part} */
const RING = ["circle", CIRCLE];
const TICK = { d: "M5.75 10.5l3 3 5.75-6.5" };
/** @type {Record<State, [string, Part[]]>} */
const MARKS = {
  met: ["is-met", [["circle", { class: "mk-fill", cx: 10, cy: 10, r: 9.5 }], ["path", { class: "mk-cut", ...TICK }]]],
  part: ["is-part", [RING, ["path", { class: "mk-fill", d: "M10 1.5a8.5 8.5 0 0 0 0 17z" }]]],
  missing: ["is-miss", [["circle", { ...CIRCLE, "stroke-dasharray": "3.2 2.4" }], ["path", { class: "mk-line", d: "M6.75 6.75l6.5 6.5M13.25 6.75l-6.5 6.5" }]]],
  accepted: ["is-ok", [["rect", { class: "mk-ring", x: 1.5, y: 1.5, width: 17, height: 17, rx: 3 }], ["path", { class: "mk-line", ...TICK }]]],
};

/**
 * How far a requirement is met, as a shape of its own. Returns the class of its colour and the shape.
 * @param {State} state
 * @returns {[string, SVGSVGElement]}
 */
export function mark(state) {
  const [className, parts] = MARKS[state];
  return [className, shape("0 0 20 20", ...parts)];
}
