// Comparing the draft here with another of the same role: the list of what differs, and each difference taken or left.
import { apart } from "../drafts/apart.js";
import { baseOf } from "../drafts/base.js";
import { select, selectIfThere } from "../select.js";
import { counted } from "../text/formatting.js";
import { dialogOf, show, shut } from "./dialogs.js";
import { overlayOf } from "./draft.js";
import { plainAddress, readLink } from "./draftlinks.js";
import { draftSays } from "./draftsays.js";
import { earlierOf, idsOf, newSince } from "./earlier.js";
import { misfitsOf } from "./fitting.js";
import { takeAway, trackedSince } from "./takeaway.js";
/** @import { Home } from "./reopening.js" */
/** @import { CameHome } from "./returned.js" */
/** @import { Model, Network, Page } from "./types" */

/** Why a draft is not compared. */
export const NOT_OF_ROLE = "It has no draft of this role. Choose a draft of the same role.";

/**
 * What another draft says otherwise than the one here, as the dialog takes it.
 * @param {Home} other
 * @param {Network} here
 * @param {Model} model
 * @returns {CameHome}
 */
export function beside({ network, returned, carried }, here, model) {
  const base = baseOf(model);
  const changes = apart(draftSays(here, model), draftSays(network, model), idsOf(base)).map((change) => ({ ...change, how: "Taken from another draft" }));
  const since = returned?.changes.length ?? 0;
  const anew = carried ? newSince(carried.base, model) : 0;
  const unread = [
    ...(anew ? [`The role itself has changed in ${counted(anew, "place")} since the other draft was made. This list leaves that out. The Word file with changes tracked shows it.`] : []),
    ...(since ? [`${counted(since, "change")} made in Word since the file left ${since === 1 ? "is" : "are"} not in this list. Open the file to see ${since === 1 ? "it" : "them"}.`] : []),
    ...misfitsOf(network, model).map(({ says, words, because }) => `In the other draft: ${says} ${words || because}`),
  ];
  return { network: here, carried: { fingerpost: 1, role: model.role.role, base, network: here }, returned: { role: model.role.role, network: "", changes, comments: [], unread, against: true } };
}

/** Whether a draft says anything of this role. What only another role’s draft says begins here with an empty one. @param {Network} network @param {Model} model */
export function saysOfRole(network, { role }) {
  return Object.keys(overlayOf(network, role)).length > 1;
}

/**
 * @param {Page} page
 * @param {(file: File) => Promise<Home | null>} bring what a file brings home; it says itself why not
 * @param {(name: string, home: CameHome) => Promise<{network: Network} | null>} choose
 * @returns {(name: string, home: Home) => void} shows how another draft differs from the one here
 */
export function comparing(page, bring, choose) {
  const { place, store, toast } = page;
  const input = select(place, "[data-other]", HTMLInputElement);
  /** @param {string} name @param {Home} home */
  const compare = async (name, home) => {
    const found = beside(home, store.network, store.model);
    if (!found.returned.changes.length && !found.returned.unread.length) {
      toast(`${name} says the same as your draft.`, { canUndo: false });
      return;
    }
    const before = JSON.stringify(store.network);
    let tracked = false;
    const track = () => {
      tracked = true;
    };
    const chosen = await choose(name, selectIfThere(place, "[data-tracked]") ? { ...found, track } : found);
    if (tracked) {
      const { network, lost } = earlierOf(home, store.model);
      await takeAway(page, select(place, "[data-compare]"), trackedSince(network, lost));
      return;
    }
    if (!chosen || JSON.stringify(chosen.network) === before) {
      toast("Your draft is as it was.", { canUndo: false });
      return;
    }
    store.change(() => chosen.network);
    toast(`Your draft now has what you chose from ${name}.`);
  };
  asking(page, () => input.click(), compare);
  input.addEventListener("change", async () => {
    const file = input.files?.[0];
    input.value = "";
    const home = file && (await bring(file));
    if (home) await compare(file.name, home);
  });
  return compare;
}

/**
 * The dialog that asks for the other draft. ‘Your drafts’ leads to it too, by `#compare`.
 * @param {Page} page
 * @param {() => void} chooseFile
 * @param {(name: string, home: Home) => void} compare
 */
function asking({ place, store }, chooseFile, compare) {
  const dialog = dialogOf(place, "compare");
  const link = select(dialog, "textarea", HTMLTextAreaElement);
  const wrong = select(dialog, ".err");
  const ask = () => {
    link.value = "";
    wrong.hidden = true;
    show(dialog);
  };
  const look = () => {
    if (location.hash !== "#compare") return;
    plainAddress();
    ask();
  };
  select(place, "[data-compare]").addEventListener("click", ask);
  select(dialog, "[data-close]").addEventListener("click", () => shut(dialog));
  select(dialog, "[data-pick]").addEventListener("click", () => {
    shut(dialog);
    chooseFile();
  });
  select(dialog, "[data-go]").addEventListener("click", () => {
    const { network, problems = [] } = readLink(link.value.trim().replace(/^[^#]*/, ""), store.model);
    if (network && saysOfRole(network, store.model)) {
      shut(dialog);
      compare("The draft in the link", { network });
      return;
    }
    wrong.textContent = problems[0]?.says ?? NOT_OF_ROLE;
    wrong.hidden = false;
    link.focus();
  });
  addEventListener("hashchange", look);
  setTimeout(look);
}
