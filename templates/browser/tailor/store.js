// The draft as it changes: what it was before and after, for undo and redo, and a copy in this browser for tomorrow.
import { renamed } from "../site.js";
import { begun, read, viewOf, written } from "./draft.js";
import { ASIDE, asideOf, forgetAside, keptDraft } from "./keeping.js";
import { Pause } from "./pause.js";
import { Remembered } from "./remembered.js";
import { draftsHere, factsOf, keyOf, noteChange, shareFacts } from "./shelf.js";
import { UndoSteps } from "./undosteps.js";
/** @import { Box } from "./boxes.js" */
/** @import { Said } from "./remembered.js" */
/** @import { Model, Network, View } from "./types" */

const OLD = "fingerpost.tailor.";

export class Store {
  /** Take up the draft of this role that is kept in this browser, or begin one. @param {Model} model */
  constructor(model) {
    this.model = model;
    this.name = keyOf(model.role.role);
    for (const end of ["", ASIDE]) renamed(OLD + model.role.role + end, this.name + end);
    /** @type {((view: View) => void)[]} */
    this.listeners = [];
    /** @type {((boxes: Box[]) => void)[]} */
    this.boxListeners = [];
    /** @type {Box[]} */
    this.boxes = [];
    this.steps = new UndoSteps();
    const kept = this.kept();
    const [other] = kept ? [] : draftsHere();
    /** Whether what this draft says of the network was brought from another draft of this browser. */
    this.brought = Boolean(other?.network.name);
    this.network = kept ?? { ...begun(model.role), ...(other && factsOf(other.network)) };
    this.remembered = new Remembered(this.name, model);
    this.remembered.note(this.network, this.remembered.kept());
    /** @type {View | null} */
    this.seen = null;
    this.pause = new Pause(() => this.parts());
    /** @type {Date | null} */
    this.savedAt = null;
    window.addEventListener("storage", ({ key }) => key === this.name && this.follow());
  }

  /** Call `listener` with the view and the reason whenever the draft changes. @param {(view: View) => void} listener */
  onChange(listener) {
    this.listeners.push(listener);
  }

  /** Call `listener` with the texts for NHS Jobs whenever they are made again. @param {(boxes: Box[]) => void} listener */
  onBoxes(listener) {
    this.boxListeners.push(listener);
  }

  /** Tell the texts for NHS Jobs. @param {Box[]} boxes */
  tellBoxes(boxes) {
    this.boxes = boxes;
    for (const listener of this.boxListeners) listener(boxes);
  }

  /** The value of a field. @param {string} path */
  read(path) {
    return read(this.network, this.model.role, path);
  }

  /** Set a field. Letters typed into it within a moment are one step. @param {string} path @param {unknown} value */
  write(path, value) {
    if (JSON.stringify(this.read(path)) === JSON.stringify(value)) return;
    this.become(written(this.network, this.model.role, path, value), path);
  }

  /**
   * Change the draft by a function that gives a copy. `key` names what is changed, where many changes are one step.
   * @param {(network: Network, model: Model) => Network} make
   * @param {string} [key]
   */
  change(make, key = "") {
    this.become(make(this.network, this.model), key);
  }

  /**
   * Put another draft in the place of this one. Those of other roles keep what they say of the network.
   * @param {Network} network
   * @param {Said} [said] what the role said when it was made, where that is known
   */
  replace(network, said = {}) {
    this.become(network, "", { shares: false, said });
  }

  /** What the role said of the sentences that the draft changes. */
  said() {
    return this.remembered.of(this.network);
  }

  /** The reader knows what the role says of a sentence today. @param {string} id */
  know(id) {
    const { [id]: _, ...said } = this.said();
    this.become({ ...this.network }, "", { said });
  }

  /** @param {Network} network @param {string} key @param {{shares?: boolean, said?: Said}} [how] whether drafts of other roles say the same of the network */
  become(network, key, { shares = true, said = this.said() } = {}) {
    this.remembered.note(network, said);
    this.steps.changed(this.network, key);
    this.put(network, shares, Boolean(key));
  }

  /** @param {Network} network @param {boolean} shares @param {boolean} [typed] whether more letters may follow at once */
  put(network, shares, typed = false) {
    const before = this.network;
    this.network = network;
    this.seen = null;
    this.keep();
    if (shares && this.savedAt) this.share(before);
    if (typed) this.pause.begin();
    else this.tell();
  }

  /** @param {Network} before */
  share(before) {
    try {
      shareFacts(this.name, before, this.network);
    } catch {
      // Storage is full. What this draft says is kept already.
    }
  }

  /** One step back, where there is one. */
  undo() {
    this.step(this.steps.back(this.network));
  }

  /** One step forward again. */
  redo() {
    this.step(this.steps.forward(this.network));
  }

  /** @param {Network | undefined} network */
  step(network) {
    if (network) this.put(network, network.name === this.network.name);
  }

  /** The drafts that Undo leads back to, and those that Redo leads to. */
  get past() {
    return this.steps.past;
  }

  get future() {
    return this.steps.future;
  }

  /** Begin again. It can be undone. */
  restart() {
    this.replace(begun(this.model.role));
  }

  // Another tab has changed the same draft: go on from there. What was here is one step back.
  follow() {
    const theirs = this.kept();
    if (!theirs) return;
    this.steps.changed(this.network, "");
    this.network = theirs;
    this.remembered.note(theirs, this.remembered.kept());
    this.savedAt = new Date();
    this.tell();
  }

  /** The draft as pages and files show it. */
  get view() {
    this.seen ??= viewOf(this.network, this.model.role, this.model.texts, this.model.shared);
    return this.seen;
  }

  tell() {
    this.pause.over();
    for (const part of this.parts()) part();
  }

  /** What shows the draft, one after the other, from a view that no one has counted anything of. */
  parts() {
    this.seen = null;
    return this.listeners.map((listener) => () => listener(this.view));
  }

  // Storage may be blocked or full. Then the page says that it keeps nothing.
  keep() {
    try {
      localStorage.setItem(this.name, JSON.stringify(this.network));
      this.remembered.keep(this.network);
      this.savedAt = new Date();
      noteChange(this.name, this.savedAt);
    } catch {
      this.savedAt = null;
    }
  }

  /** @returns {Network | null} */
  kept() {
    return keptDraft(this.name, this.model);
  }

  /** The text of a draft that was kept here and cannot be shown, or nothing. */
  aside() {
    return asideOf(this.name);
  }

  /** Take away a draft that cannot be shown. */
  forgetAside() {
    forgetAside(this.name);
  }
}
