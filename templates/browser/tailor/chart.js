// The people around the post, drawn for paper once a network has changed it: those above, this post, those below, a line between each.
import { select } from "../select.js";
import { element } from "./elements.js";
import { filledIn } from "./labels.js";
/** @import { Shared, View } from "./types" */
/** @import { Store } from "./store.js" */

/** A post of the chart, and what the line to it says. @typedef {{kind: string, who: string, says: string}} Post */

/** The build drew the base role's lines. A network's own are drawn here. @param {HTMLElement} place @param {Store} store */
export function chartOnPaper(place, { view, model: { shared } }) {
  const own = Boolean(view.fill.reports_to || view.fill.manages);
  const [chart, caption] = [select(place, "[data-chart] .posts"), select(place, "[data-chart] figcaption")];
  select(place, "[data-chart] svg", SVGElement).classList.toggle("no-print", own);
  chart.classList.toggle("no-print", !own);
  chart.replaceChildren(...drawn(view, shared));
  caption.textContent = `${keyOf(view, shared)} ${view.fill.works_with ?? view.role.works_with}`;
}

/** The rows of the chart. @param {View} view @param {Pick<Shared, "lines" | "labels">} shared @returns {HTMLElement[]} */
function drawn({ role, fill }, { lines, labels }) {
  const above = (fill.reports_to ?? role.reports_to).map(({ kind, who, where }) => ({ kind, who, says: where }));
  const below = (fill.manages ?? role.manages).map(({ kind = "manages", who, detail }) => ({ kind, who, says: detail }));
  /** @param {Post} post */
  const line = ({ kind }) => element("span", lines[kind].dash, lines[kind].says);
  const over = above.map((post) => element("div", "", box(post), line(post)));
  const under = below.map((post) => element("div", "", line(post), box(post)));
  const own = box({ kind: "", who: role.title, says: filledIn(labels.chart.post, { band: role.band }) });
  return [...row(over), own, ...row(under)];
}

/** The meaning of each style of line that occurs. @param {View} view @param {Pick<Shared, "lines" | "labels">} shared */
function keyOf({ role, fill }, { lines, labels }) {
  const kinds = [...(fill.reports_to ?? role.reports_to), ...(fill.manages ?? role.manages)].map(({ kind = "manages" }) => lines[kind].dash);
  return /** @type {const} */ (["solid", "broken", "dotted"]).filter((dash) => kinds.includes(dash)).map((dash) => labels.chart[dash]).join(" ");
}

/** @param {HTMLElement[]} posts */
function row(posts) {
  return posts.length ? [element("div", "", ...posts)] : [];
}

/** @param {Post} post */
function box({ who, says }) {
  return element("p", "", element("b", "", who), says);
}
