// The buttons that hand over files: Word, the shortlisting workbook, or everything in one zip. What they are made of is loaded on request.
import { selectIfThere } from "../select.js";
import { everythingOf } from "./everything.js";
import { download } from "../download.js";
import { pictureOf } from "./logo.js";
import { NoPicture } from "./picture.js";
import { loaded } from "./ready.js";
import { idFrom } from "./saving.js";
import { trackedOf } from "./tracked.js";
import { wordOf } from "./word.js";
import { setLogo } from "./wordlogo.js";
import { workbookOf } from "./workbook.js";
/** @import { Network, Page } from "./types" */
/** @import { Store } from "./store.js" */
/** @import { WordFile } from "./wordfile.js" */

/** A file to take away: what the button to make it says, what it is called, and how it is made. @typedef {{go?: string, called: string, ending: string, note?: string, make: (store: Store) => Promise<Blob>}} Takeaway */

const NO_PDF = "The zip has no PDF. Choose ‘Print or PDF’ for one.";

const FROM_BASE = "Every change from the base role is tracked, for a banding panel. Accept all changes to get your pack. Reject them all to get the base role’s.";

const SINCE = "Every change since the other draft is tracked. Accept all changes to get your pack. Reject them all to get the pack of the other draft. Pay, the chart, shared clauses and the logo are today’s in both.";

/** @type {(Takeaway & {button: string})[]} */
const TAKEAWAYS = [
  { button: "word", called: "Word file", ending: ".docx", make: async (store) => (await word(store)).blob() },
  { button: "tracked", called: "Word file with changes tracked", ending: "-changes.docx", note: FROM_BASE, make: (store) => tracked(store) },
  { button: "workbook", called: "Shortlisting grid", ending: "-shortlisting.xlsx", make: async (store) => (await workbook(store)).blob() },
  { button: "everything", called: "Zip of everything", ending: ".zip", note: NO_PDF, make: async (store) => everythingOf(store, { docx: await word(store), xlsx: await workbook(store) }) },
];

/** @param {Store} store */
const word = async (store) => withLogo(wordOf(await loaded("word"), store), store);
/** @param {Store} store */
const workbook = async (store) => workbookOf(await loaded("workbook"), store);

/** @param {Store} store @param {Network} [earlier] */
const tracked = async (store, earlier) => (await withLogo(trackedOf(await loaded("tracked"), store, earlier), store)).blob();

/** The Word file with changes tracked since an earlier draft. @param {Network} earlier @param {string[]} lost what of that has no place in today’s role @returns {Takeaway} */
export function trackedSince(earlier, lost) {
  const gone = lost.length ? ` Not in it, because the role has no place for it today: ${lost.map((words) => `“${words}”`).join("; ")}` : "";
  return { go: "Word with changes", called: "Word file with changes tracked", ending: "-changes.docx", note: SINCE + gone, make: (store) => tracked(store, earlier) };
}

/** @param {WordFile} file @param {Store} store */
async function withLogo(file, store) {
  setLogo(file, await pictureOf(store), store.network.logo?.text || store.view.network.name);
  return file;
}

/** @param {Page} page */
export function takeaway(page) {
  for (const each of TAKEAWAYS) {
    const button = selectIfThere(page.place, `[data-${each.button}]`);
    button?.addEventListener("click", () => takeAway(page, button, each));
  }
}

/** Show what the pack says, and hand a file over. @param {Page} page @param {HTMLElement} button @param {Takeaway} what */
export async function takeAway({ store, toast, check }, button, what) {
  const { called, ending, make } = what;
  if (!(await check(what.go ?? button.textContent ?? "", what.note))) return;
  button.setAttribute("aria-disabled", "true");
  try {
    download(`${idFrom(store.network.name)}-${store.model.role.role}${ending}`, await make(store));
    toast(`${called} downloaded.`, { canUndo: false });
  } catch (error) {
    const cure = error instanceof NoPicture ? `The draft’s logo cannot be used. ${error.message}` : "Save your draft, and try another browser.";
    toast(`The file could not be made: ${called}. ${cure}`, { canUndo: false });
  } finally {
    button.removeAttribute("aria-disabled");
  }
}
