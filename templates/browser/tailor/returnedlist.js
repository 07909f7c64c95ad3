// The list of changes in its dialog: a line for each, ticked as it would be taken into a draft, and what the reader decided of it.
import { Taking } from "../drafts/taking.js";
import { selectAll } from "../select.js";
import { conflictWith } from "./conflicts.js";
import { groupHead, line, namesOf } from "./returnedlines.js";
import { placesOf } from "./returnedplaces.js";
import { Decisions } from "./returnedticks.js";
/** @import { Change } from "../drafts/types" */
/** @import { CameHome } from "./returned.js" */
/** @import { Standing } from "./returnedticks.js" */
/** @import { Store } from "./store.js" */
/** @import { Network } from "./types" */

const LONGEST = 60; // characters of a change that is named in a message

/** The changes of one job description. */
export class ChangeList {
  /** @param {HTMLElement} place @param {CameHome} home @param {Store} store */
  constructor(place, { network, carried, returned }, { model, view }) {
    this.place = place;
    this.network = network;
    this.carried = carried;
    this.returned = returned;
    this.model = model;
    this.view = view;
    this.decisions = new Decisions();
    this.names = namesOf(carried, network, model, returned.changes);
    /** The changes as they would be taken. @type {Change[]} */
    this.changes = [...returned.changes];
    /** @type {Standing[]} */
    this.standings = [];
    this.places = returned.own ? placesOf(model, carried, this.names, (index, change) => this.put(index, change)) : undefined;
  }

  /**
   * Show the changes as they stand to a draft. Returns the words of those that a reader had ticked and that are not ticked now.
   * @param {Network} from the draft that they would go into
   * @param {boolean} apart whether that is not the draft that they were made in
   */
  fill(from, apart) {
    this.standings = this.changes.map((change) => ({
      fits: new Taking(this.carried, from, this.returned.changes).takes(change),
      conflict: apart ? conflictWith(change, this.network, from, this.view) : "",
    }));
    this.place.replaceChildren(...this.changes.flatMap((_, index) => this.shown(index)));
    for (const tick of this.ticks()) {
      const index = Number(tick.value);
      tick.checked = this.decisions.ticked(index, this.standings[index], tick.checked);
    }
    return this.decisions.lost(this.standings).map((index) => this.wordsOf(this.changes[index]));
  }

  /** @param {number} index */
  shown(index) {
    const { returned, names, places } = this;
    const change = this.changes[index];
    const { fits, conflict } = this.standings[index];
    return [...groupHead(returned, index), line(change, index, fits, conflict, names, returned.against, places?.(returned.changes[index], index, change.section))];
  }

  /** A change goes into the part that was chosen for it. @param {number} index @param {Change} change */
  put(index, change) {
    this.changes[index] = change;
    this.standings[index] = { fits: Boolean(change.section), conflict: "" };
  }

  /** The ticks of the changes that can be taken. */
  ticks() {
    return selectAll(this.place, "input:not(:disabled)", HTMLInputElement);
  }

  /** The changes that are ticked. */
  taken() {
    return this.ticks().filter(({ checked }) => checked).map(({ value }) => this.changes[Number(value)]);
  }

  /** Note what a reader ticked: the tick itself, or the one beside a choice of a part. @param {EventTarget | null} field */
  decide(field) {
    const tick = field instanceof Element ? field.closest("li")?.querySelector("input") : null;
    if (tick) this.note(tick);
  }

  /** @param {boolean} on */
  tickAll(on) {
    for (const tick of this.ticks()) {
      tick.checked = on;
      this.note(tick);
    }
  }

  /** @param {HTMLInputElement} tick */
  note({ value, checked }) {
    this.decisions.tick(Number(value), checked, this.standings[Number(value)].conflict);
  }

  /** A draft with the changes that are ticked. @param {Network} from */
  takenInto(from) {
    const taking = new Taking(this.carried, from, this.returned.changes);
    for (const change of this.taken()) taking.takes(change);
    return taking.network;
  }

  /** @param {Change} change */
  wordsOf({ id = "", before = "", after = "" }) {
    const words = after || before || this.names.get(id) || id;
    return `“${words.length > LONGEST ? `${words.slice(0, LONGEST).trimEnd()}…` : words}”`;
  }
}
