// What people changed in a Word file, as a list: each change is taken or left, one by one or all, and nothing is taken without a tick.
import { select, selectAll } from "../select.js";
import { Taking } from "../drafts/taking.js";
import { counted } from "../text/formatting.js";
import { conflictWith, sameDraft } from "./conflicts.js";
import { dialogOf, onShut, show, shut } from "./dialogs.js";
import { begun } from "./draft.js";
import { groupHead, line, namesOf, notes } from "./returnedlines.js";
import { placesOf } from "./returnedplaces.js";
import { saidIn } from "./remembered.js";
/** @import { Carried, Change, Returned } from "../drafts/types" */
/** @import { Said } from "./remembered.js" */
/** @import { Network, Page } from "./types" */

/** What came home. @typedef {{network: Network, carried: Carried, returned: Returned, others?: Returned[]}} CameHome */

/**
 * A function that shows what came home, and gives the draft that the reader chose, or nothing.
 * @param {Page} page
 * @returns {(name: string, home: CameHome) => Promise<{network: Network, said: Said} | null>}
 */
export function returning({ place, store }) {
  const dialog = dialogOf(place, "returned");
  const list = select(dialog, "[data-changes]");
  const which = select(dialog, "[data-jobs] select", HTMLSelectElement);
  const TITLE = select(dialog, "h2").textContent;
  const ticks = () => selectAll(list, "input:not(:disabled)", HTMLInputElement);
  const base = selectAll(dialog, "[name=base]", HTMLInputElement);
  for (const [name, on] of /** @type {const} */ ([["all", true], ["none", false]])) {
    select(dialog, `[data-${name}]`).addEventListener("click", () => {
      for (const tick of ticks()) tick.checked = on;
      tell();
    });
  }
  const tell = () => {
    const count = ticks().filter(({ checked }) => checked).length;
    select(dialog, "[data-go]").textContent = count ? `Take ${counted(count, "change")}` : "Take none of them";
  };
  list.addEventListener("change", tell);
  select(dialog, "[data-close]").addEventListener("click", () => shut(dialog));

  return (name, { network, carried, returned: first, others = [] }) =>
    new Promise((answer) => {
      const here = store.network;
      const asks = !sameDraft(here, begun(store.model.role), store.model) && !sameDraft(here, network, store.model);
      /** @type {{network: Network, said: Said} | null} */
      let chosen = null;
      const every = [first, ...others];
      let returned = first;
      /** The changes as they would be taken. @type {Change[]} */
      let changes = [];
      const start = () => (asks && base[0].checked ? here : network);
      const fill = () => {
        const from = start();
        const conflict = (/** @type {Change} */ change) => (from === here && asks ? conflictWith(change, network, here, store.view) : "");
        const names = namesOf(carried, network, store.model, returned.changes);
        changes = [...returned.changes];
        const places = returned.own ? placesOf(store.model, carried, names, (index, change) => {
          changes[index] = change;
        }) : undefined;
        list.replaceChildren(...changes.flatMap((change, index) => [
          ...groupHead(returned, index),
          line(change, index, new Taking(carried, from, returned.changes).takes(change), conflict(change), names, returned.against, places?.(change, index)),
        ]));
        tell();
      };
      const open = () => {
        returned = every[Math.max(0, which.selectedIndex)];
        select(dialog, "[data-about]").textContent = aboutOf(name, returned);
        select(dialog, "[data-bulk]").hidden = returned.changes.length < 2;
        notes(dialog, returned);
        fill();
      };
      which.replaceChildren(...every.map(({ title = "" }, index) => new Option(`${index + 1}: ${title}`)));
      which.onchange = open;
      select(dialog, "[data-jobs]").hidden = !others.length;
      select(dialog, "h2").textContent = first.against ? "How the two drafts differ" : first.own ? "What your document says" : TITLE;
      select(dialog, "[data-comments] h3").textContent = first.against ? "Not in this list" : first.own ? "What is not in this list" : "Comments";
      select(dialog, "[data-base]").hidden = !asks;
      base[0].checked = true;
      for (const each of base) each.onchange = fill;
      open();
      select(dialog, "[data-go]").onclick = () => {
        const taking = new Taking(carried, start(), returned.changes);
        for (const tick of ticks()) if (tick.checked) taking.takes(changes[Number(tick.value)]);
        const said = saidIn(carried.base);
        chosen = { network: taking.network, said: returned.own || start() === here ? { ...said, ...store.said() } : said };
        shut(dialog);
      };
      onShut(dialog, () => answer(chosen));
      show(dialog);
      dialog.scrollTop = 0;
    });
}

/** @param {string} name @param {Returned} returned */
function aboutOf(name, { changes, comments, own, against }) {
  if (own) return `${name} is no pack of ours. It was matched to this role by its words. ${own} Choose what to take into your draft. The file itself stays as it is.`;
  if (against) return `${name} differs from your draft in ${counted(changes.length, "place")}. Choose what to take into your draft. The other draft stays as it is.`;
  const noted = comments.length ? ` and ${counted(comments.length, "comment")}` : "";
  return `${name} has ${counted(changes.length, "change")}${noted}. Choose what to take into your draft. The file itself stays as it is.`;
}
