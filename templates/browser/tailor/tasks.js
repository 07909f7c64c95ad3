// The sections to work on, each with how far it is: `About the network, 0 of 5`.
import { selectAll } from "../select.js";
import { overlayOf } from "./draft.js";
import { say } from "./elements.js";
import { changesIn } from "./folding.js";
import { gapsOf } from "./gaps.js";
import { figures } from "../text/formatting.js";
/** @import { Page } from "./types" */

/** @param {Page} page */
export function tasks({ place, store }) {
  const all = selectAll(place, "[data-task]");
  store.onChange(() => {
    const gaps = gapsOf(place, store);
    for (const task of all) {
      const { task: kind = "", regions = "" } = task.dataset;
      const places = regions ? selectAll(place, regions) : [];
      const own = gaps.filter(({ field }) => places.some((region) => region.contains(field)));
      const open = own.filter(({ filled }) => !filled).length;
      say(task, kind === "gaps" ? gapWords(own.length, open) : kind === "lines" ? lineWords(store) : changeWords(places, open));
      task.classList.toggle("is-open", open > 0);
    }
  });
}

/** @param {number} count @param {number} open */
function gapWords(count, open) {
  return count ? `${figures(count - open)} of ${figures(count)}` : "nothing needed";
}

/** @param {HTMLElement[]} places @param {number} open */
function changeWords(places, open) {
  const changed = places.reduce((sum, region) => sum + changesIn(region), 0);
  return `${changed ? figures(changed) : "none"} changed${open ? `, ${figures(open)} without a reason` : ""}`;
}

/** @param {import("./store.js").Store} store */
function lineWords(store) {
  const { fill } = overlayOf(store.network, store.model.role);
  return fill?.reports_to || fill?.manages || fill?.works_with ? "changed" : "as in the role";
}
