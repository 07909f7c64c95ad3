// What people changed in a Word file, as a list: each change is taken or left, one by one or all, and nothing is taken without a tick.
import { select, selectAll } from "../select.js";
import { counted } from "../text/formatting.js";
import { sameDraft } from "./conflicts.js";
import { dialogOf, onShut, show, shut } from "./dialogs.js";
import { begun } from "./draft.js";
import { notes } from "./returnedlines.js";
import { ChangeList } from "./returnedlist.js";
import { saidIn } from "./remembered.js";
/** @import { Carried, Returned } from "../drafts/types" */
/** @import { Said } from "./remembered.js" */
/** @import { Store } from "./store.js" */
/** @import { Network, Page } from "./types" */

/** What came home. @typedef {{network: Network, carried: Carried, returned: Returned, others?: Returned[], track?: () => void}} CameHome `track` asks for a Word file that shows the changes, where the list compares two drafts. */
/** What a reader made of it. @typedef {{network: Network, said: Said}} Chosen */

/** The heading of the list, and of what stands below it, for what is compared and for a document of one's own. */
const HEADINGS = { against: ["How the two drafts differ", "Not in this list"], own: ["What your document says", "What is not in this list"], word: ["What changed in this file", "Comments"] };

/**
 * A function that shows what came home, and gives the draft that the reader chose, or nothing.
 * @param {Page} page
 * @returns {(name: string, home: CameHome) => Promise<Chosen | null>}
 */
export function returning({ place, store }) {
  const dialog = dialogOf(place, "returned");
  /** @type {Choosing | undefined} */
  let choosing;
  for (const [name, on] of /** @type {const} */ ([["all", true], ["none", false]])) {
    select(dialog, `[data-${name}]`).addEventListener("click", () => choosing?.tickAll(on));
  }
  select(dialog, "[data-changes]").addEventListener("change", ({ target }) => choosing?.ticked(target));
  select(dialog, "[data-jobs] select").addEventListener("change", () => choosing?.open());
  for (const each of selectAll(dialog, "[name=base]")) each.addEventListener("change", () => choosing?.fill());
  select(dialog, "[data-go]").addEventListener("click", () => choosing?.take());
  select(dialog, "[data-track]").addEventListener("click", () => choosing?.track());
  select(dialog, "[data-close]").addEventListener("click", () => shut(dialog));
  return (name, home) =>
    new Promise((answer) => {
      const now = new Choosing(dialog, store, name, home);
      choosing = now;
      onShut(dialog, () => answer(now.chosen));
      show(dialog);
      dialog.scrollTop = 0;
    });
}

/** One time that the dialog is open. */
class Choosing {
  /** @param {HTMLDialogElement} dialog @param {Store} store @param {string} name @param {CameHome} home */
  constructor(dialog, store, name, { network, carried, returned, others = [], track }) {
    this.dialog = dialog;
    this.store = store;
    this.name = name;
    this.network = network;
    this.carried = carried;
    this.lists = [returned, ...others].map((each) => new ChangeList(select(dialog, "[data-changes]"), { network, carried, returned: each }, store));
    this.tracks = track;
    /** @type {Chosen | null} */
    this.chosen = null;
    const here = store.network;
    /** Whether the draft here has changed since, so that somebody says which draft the changes go into. */
    this.asks = !sameDraft(here, begun(store.model.role), store.model) && !sameDraft(here, network, store.model);
    this.which = select(dialog, "[data-jobs] select", HTMLSelectElement);
    const [base] = selectAll(dialog, "[name=base]", HTMLInputElement);
    this.base = base;
    this.begin(others.length > 0);
  }

  /** @param {boolean} several whether there are several lists */
  begin(several) {
    const [{ returned }] = this.lists;
    const [title, below] = HEADINGS[returned.against ? "against" : returned.own ? "own" : "word"];
    select(this.dialog, "h2").textContent = title;
    select(this.dialog, "[data-comments] h3").textContent = below;
    this.which.replaceChildren(...this.lists.map((list, index) => new Option(`${index + 1}: ${list.returned.title ?? ""}`)));
    select(this.dialog, "[data-jobs]").hidden = !several;
    select(this.dialog, "[data-track]").hidden = !this.tracks;
    select(this.dialog, "[data-base]").hidden = !this.asks;
    this.base.checked = true;
    this.open();
  }

  get list() {
    return this.lists[Math.max(0, this.which.selectedIndex)];
  }

  /** The draft that the changes go into. */
  get start() {
    return this.asks && this.base.checked ? this.store.network : this.network;
  }

  /** Show the list of a job description. */
  open() {
    const { returned } = this.list;
    select(this.dialog, "[data-about]").textContent = aboutOf(this.name, returned);
    select(this.dialog, "[data-bulk]").hidden = returned.changes.length < 2;
    notes(this.dialog, returned);
    this.fill();
  }

  fill() {
    const lost = this.list.fill(this.start, this.asks && this.base.checked);
    const said = select(this.dialog, "[data-lost]");
    said.textContent = lost.length ? `${counted(lost.length, "tick")} could not stay: your draft says something else there, or has no place for it. Look at ${lost.length === 1 ? "this change" : "these changes"} again: ${lost.join("; ")}` : "";
    said.hidden = !lost.length;
    this.tell();
  }

  /** @param {boolean} on */
  tickAll(on) {
    this.list.tickAll(on);
    this.tell();
  }

  /** @param {EventTarget | null} field */
  ticked(field) {
    this.list.decide(field);
    this.tell();
  }

  tell() {
    const count = this.list.taken().length;
    select(this.dialog, "[data-go]").textContent = count ? `Take ${counted(count, "change")}` : "Take none of them";
  }

  track() {
    this.tracks?.();
    shut(this.dialog);
  }

  take() {
    const said = saidIn(this.carried.base);
    const ours = this.list.returned.own || this.start === this.store.network;
    this.chosen = { network: this.list.takenInto(this.start), said: ours ? { ...said, ...this.store.said() } : said };
    shut(this.dialog);
  }
}

/** @param {string} name @param {Returned} returned */
function aboutOf(name, { changes, comments, own, against }) {
  if (own) return `${name} is not one of our packs, so we matched its words to this role. ${own} Choose what to take into your draft. The file itself stays as it is.`;
  if (against && !changes.length) return `${name} says what your draft says. What is not in this list stands below.`;
  if (against) return `${name} differs from your draft in ${counted(changes.length, "place")}. Choose what to take into your draft. The other draft stays as it is.`;
  const noted = comments.length ? ` and ${counted(comments.length, "comment")}` : "";
  return `${name} has ${counted(changes.length, "change")}${noted}. Choose what to take into your draft. The file itself stays as it is.`;
}
