// Create elements. Text is never parsed as HTML, so nothing in the data or in a query can become markup.
const SVG = "http://www.w3.org/2000/svg";
const MARKS = { cross: "M4 4l8 8M12 4l-8 8", plus: "M8 3v10M3 8h10", tick: "M3 8.5l3.25 3.25L13 4.75" };

/**
 * An element with a class and children.
 * @template {keyof HTMLElementTagNameMap} Name
 * @param {Name} name
 * @param {string} [className]
 * @param {...(Node | string)} children
 * @returns {HTMLElementTagNameMap[Name]}
 */
export function element(name, className = "", ...children) {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

/** A small SVG icon beside text with the same meaning. @param {keyof typeof MARKS} name */
export function mark(name) {
  const drawn = document.createElementNS(SVG, "svg");
  for (const [key, value] of Object.entries({ viewBox: "0 0 16 16", width: "16", height: "16", "aria-hidden": "true" })) drawn.setAttribute(key, value);
  const path = document.createElementNS(SVG, "path");
  path.setAttribute("class", "mk-line");
  path.setAttribute("d", MARKS[name]);
  drawn.append(path);
  return drawn;
}

/** Text for screen readers only. @param {string} text */
export const unseen = (text) => element("span", "vh", text);

/** @param {string} href @param {...(Node | string)} children */
export function link(href, ...children) {
  const made = element("a", "", ...children);
  made.href = href;
  return made;
}

/** @param {string} className @param {() => void} press @param {...(Node | string)} children */
export function button(className, press, ...children) {
  const made = element("button", className, ...children);
  made.type = "button";
  made.addEventListener("click", press);
  return made;
}
