// What a draft was before and after, for undo and redo.
/** @import { Network } from "./types" */

const TOGETHER = 1500; // milliseconds in which typing into one field is one step back
const MOST = 200; // steps back

export class UndoSteps {
  constructor() {
    /** @type {Network[]} */
    this.past = [];
    /** @type {Network[]} */
    this.future = [];
    this.last = { key: "", at: 0 };
  }

  /** A draft is about to change. Many changes of what `key` names, one soon after the other, are one step. @param {Network} from @param {string} key */
  changed(from, key) {
    const now = Date.now();
    const together = key && key === this.last.key && now - this.last.at < TOGETHER;
    if (!together) this.past = [...this.past.slice(1 - MOST), from];
    this.last = { key, at: key ? now : 0 };
    this.future = [];
  }

  /** One step back from a draft, where there is one. @param {Network} from */
  back(from) {
    return this.step(this.past, this.future, from);
  }

  /** One step forward again. @param {Network} from */
  forward(from) {
    return this.step(this.future, this.past, from);
  }

  /** @param {Network[]} taken @param {Network[]} kept @param {Network} from */
  step(taken, kept, from) {
    const network = taken.pop();
    if (network) {
      kept.push(from);
      this.last = { key: "", at: 0 };
    }
    return network;
  }
}
