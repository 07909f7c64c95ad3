// Opening a file that left here: what it brings home becomes the draft, and what people changed in a Word file is shown first.
import { carried } from "../carry.js";
import { select } from "../select.js";
import { arriving } from "./arriving.js";
import { comparing, NOT_OF_ROLE, saysOfRole } from "./comparing.js";
import { overlayOf } from "./draft.js";
import { plainAddress } from "./draftlinks.js";
import { element, smallButton } from "./elements.js";
import { tell } from "./files.js";
import { saidIn } from "./remembered.js";
import { goToTold } from "./misfits.js";
import { loaded } from "./ready.js";
import { homeOf } from "./reopening.js";
import { returning } from "./returned.js";
import { Wording } from "./wording.js";
/** @import { Home, Refusal } from "./reopening.js" */
/** @import { Page } from "./types" */

/** Families of rules against words that nobody should take without a look. */
const WRONG = new Set(["outdated", "discriminating", "promise", "record-check"]);

const HANDED_OVER = "#bring"; // by the page that reviews a document
const NO_DRAFT = "It does not say what it was made from, so it is not a draft. Choose “Open a file” to match its sentences to this role.";
const SAYING = 100; // milliseconds until a message shows
const NOT_LOADED = "The part of this page that reads documents could not be loaded. Reload the page, and try again.";

/** @param {Page} page */
export function openingFiles(page) {
  const { place, store, toast, root } = page;
  const input = select(place, "[data-file]", HTMLInputElement);
  const box = select(place, "[data-wrongs]");
  const choose = returning(page);
  const rules = window.fingerpost?.wording;
  const wording = rules && new Wording(rules);
  const wrong = (/** @type {string} */ text) => (wording?.matches(text, "duties", ({ family }) => WRONG.has(family)) ?? []).length > 0;
  select(place, "[data-open]").addEventListener("click", () => input.click());

  /** @param {string} name @param {Refusal[]} problems */
  const refuse = (name, problems) => {
    const listed = problems.map(({ line, says, role }) => element("li", "", ...(line ? [element("strong", "", `Line ${line}: `)] : []), says, ...wayTo(role, root)));
    tell(box, `${name} could not be opened`, "Nothing that you have here was changed. In the file:", listed, [smallButton("Close", () => {
      box.hidden = true;
    })]);
  };

  /** @param {string} name @param {Home} home */
  const take = async (name, { network, notes, carried, returned, others: more, said }) => {
    // A pack is of one role: what the draft here says of others stays.
    const others = store.network.roles.filter(({ role }) => role !== store.model.role.role);
    const whole = carried ? { ...network, roles: [overlayOf(network, store.model.role), ...others] } : network;
    const changed = carried && returned && (returned.own || returned.changes.length || returned.comments.length || returned.unread.length);
    const chosen = changed ? await choose(name, { network: whole, carried, returned, others: more }) : { network: whole, said: carried ? saidIn(carried.base) : said };
    if (!chosen) {
      toast(`${name} was not opened. Your draft is as it was.`, { canUndo: false });
      return;
    }
    store.replace(chosen.network, chosen.said);
    goToTold(place);
    toast(`Opened ${name}.${notes ? " Its notes, the lines that begin with #, are not kept." : ""}`);
  };

  /** A document of somebody’s own, matched to the role of this page. @param {string} name @param {Uint8Array} bytes @returns {Promise<Home | {problems: Refusal[]}>} */
  const own = async (name, bytes) => {
    const ready = await Promise.all([loaded("bringing", `${root}assets/bring-data.js`), loaded("bring", `${root}assets/bring.js`)]).catch(() => null);
    if (!ready) return { problems: [{ says: NOT_LOADED }] };
    const [data, match] = ready;
    toast(`Reading ${name}.`, { canUndo: false });
    await new Promise((shown) => setTimeout(shown, SAYING)); // so that the page can say it
    const found = match(bytes, data, store.model, store.network, wrong);
    if ("refused" in found) return { problems: [{ says: found.refused }] };
    return { network: store.network, carried: found.carried, returned: found.jobs[0], others: found.jobs.slice(1) };
  };

  /** @param {string} name @param {Uint8Array} bytes @param {boolean} drafts whether only a draft will do @returns {Promise<Home | null>} */
  const bring = async (name, bytes, drafts) => {
    const home = homeOf(name, bytes, store.model) ?? (drafts ? { problems: [{ says: NO_DRAFT }] } : await own(name, bytes));
    if ("problems" in home) {
      refuse(name, home.problems);
      return null;
    }
    box.hidden = true;
    return home;
  };

  /** @param {string} name @param {Uint8Array} bytes */
  const open = async (name, bytes) => {
    const home = await bring(name, bytes, false);
    if (home) await take(name, home);
  };

  input.addEventListener("change", async () => {
    const file = input.files?.[0];
    input.value = "";
    if (file) await open(file.name, new Uint8Array(await file.arrayBuffer()));
  });
  if (location.hash === HANDED_OVER) {
    plainAddress();
    const file = carried();
    // The rest of the page is ready first: the draft is shown by it.
    if (file) setTimeout(() => open(file.name, file.bytes));
  }
  const compare = comparing(page, async (file) => {
    const home = await bring(file.name, new Uint8Array(await file.arrayBuffer()), true);
    if (!home || home.carried || saysOfRole(home.network, store.model)) return home;
    refuse(file.name, [{ says: NOT_OF_ROLE }]);
    return null;
  }, choose);
  arriving(page, compare);
}

/** A link to the page of another role. A file may be anybody’s, so only what looks like an id becomes an address. @param {string | undefined} role @param {string} root */
function wayTo(role, root) {
  if (!role || !/^[a-z0-9]+(-[a-z0-9]+)*$/.test(role)) return [];
  const link = element("a", "", role);
  link.href = `${root}tailor/${role}/`;
  return [" ", link];
}
