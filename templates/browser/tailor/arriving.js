// A draft that comes by a link: opened when the page is, and what it would replace is asked first. The address is plain again then.
import { draftIn } from "../drafts/link.js";
import { NotRead } from "../drafts/packing.js";
import { select } from "../select.js";
import { sameDraft } from "./conflicts.js";
import { begun } from "./draft.js";
import { element, smallButton } from "./elements.js";
import { tell } from "./files.js";
import { goToTold } from "./misfits.js";
import { opened } from "./opening.js";
import { refused } from "./reading.js";
import { sending } from "./sending.js";
/** @import { Said } from "./remembered.js" */
/** @import { Opened } from "./opening.js" */
/** @import { Model, Network, Page } from "./types" */

/** @param {Page} page */
export function arriving(page) {
  const { place, store } = page;
  const send = sending(place);
  select(place, "[data-send]").addEventListener("click", () => send(location.href, store.network, store.model.role.role, store.said()));
  const look = () => {
    const { hash } = location;
    if (!hash.startsWith("#draft=")) return;
    plainAddress();
    const found = readLink(hash, store.model);
    if (found.network) offer(found, page);
    else refuse(found.problems ?? [], place);
  };
  addEventListener("hashchange", look);
  // The rest of the page is ready first: the draft is shown by it.
  setTimeout(look);
}

/** The draft of a link, from the part of its address that begins with `#`, or why not. @param {string} hash @param {Model} model @returns {Opened} */
export function readLink(hash, model) {
  try {
    const text = draftIn(hash);
    return text === null ? refused(1, "It is not a link to a draft. A link to a draft has #draft= in it.") : opened(text, model);
  } catch (error) {
    if (error instanceof NotRead) return refused(1, "It was cut off or changed on its way. Ask for it again, or for the saved file (.yaml).");
    throw error;
  }
}

/** @param {{network: Network, said: Said}} found @param {Page} page */
async function offer({ network, said }, { place, store, ask, toast }) {
  const here = store.network;
  if (sameDraft(network, here, store.model)) return;
  const nothing = sameDraft(here, begun(store.model.role), store.model) || (store.brought && !store.past.length);
  const whose = here.name ? ` for ${here.name}` : "";
  const sure = nothing || (await ask({
    title: "Open the draft from this link?",
    about: `It takes the place of the draft${whose} that you have here for this role. You can undo that as long as this page is open. Save your draft first if you may want it later.`,
    no: "Keep my draft",
    yes: "Open the link’s draft",
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

/** Opening the address again, or a bookmark of it, must not open the draft again. */
export function plainAddress() {
  try {
    history.replaceState(history.state, "", location.pathname + location.search);
  } catch {
    // A browser may refuse this for a page on a drive. Then the draft is offered again, and asked about.
  }
}
