// A draft that comes by a link: opened when the page is, and what it would replace is asked first. The address is plain again then.
import { select } from "../select.js";
import { saysOfRole } from "./comparing.js";
import { sameDraft } from "./conflicts.js";
import { begun } from "./draft.js";
import { plainAddress, readLink } from "./draftlinks.js";
import { element, smallButton } from "./elements.js";
import { tell } from "./files.js";
import { goToTold } from "./misfits.js";
import { sending } from "./sending.js";
/** @import { Said } from "./remembered.js" */
/** @import { Home } from "./reopening.js" */
/** @import { Network, Page } from "./types" */

/**
 * @param {Page} page
 * @param {(name: string, home: Home) => void} compare shows how another draft differs from the one here
 */
export function arriving(page, compare) {
  const { place, store } = page;
  const send = sending(place);
  select(place, "[data-send]").addEventListener("click", () => send(location.href, store.network, store.model.role.role, store.said()));
  const look = () => {
    const { hash } = location;
    if (!hash.startsWith("#draft=")) return;
    plainAddress();
    const found = readLink(hash, store.model);
    if (found.network) offer(found, page, compare);
    else refuse(found.problems ?? [], place);
  };
  addEventListener("hashchange", look);
  // The rest of the page is ready first: the draft is shown by it.
  setTimeout(look);
}

/** @param {{network: Network, said: Said}} found @param {Page} page @param {(name: string, home: Home) => void} compare */
async function offer({ network, said }, { place, store, ask, toast }, compare) {
  const here = store.network;
  if (sameDraft(network, here, store.model)) return;
  const nothing = sameDraft(here, begun(store.model.role), store.model) || (store.brought && !store.past.length);
  const whose = here.name ? ` for ${here.name}` : "";
  const other = saysOfRole(network, store.model) ? { says: "Compare the two", run: () => compare("The draft in the link", { network }) } : undefined;
  const sure = nothing || (await ask({
    title: "Open the draft from this link?",
    about: `It takes the place of the draft${whose} that you have here for this role. You can undo that as long as this page is open. Save your draft first if you may want it later.${other ? " Or compare the two, and choose what to take into yours." : ""}`,
    no: "Keep my draft",
    yes: "Open the link’s draft",
    other,
  }));
  if (!sure) return;
  store.replace(network, said);
  goToTold(place);
  toast("Opened the draft from the link.");
}

/** @param {{says: string}[]} problems @param {HTMLElement} place */
function refuse(problems, place) {
  const box = select(place, "[data-wrongs]");
  tell(box, "The draft in this link could not be opened", "Nothing that you have here was changed.", problems.map(({ says }) => element("li", "", says)), [smallButton("Close", () => {
    box.hidden = true;
  })]);
}
