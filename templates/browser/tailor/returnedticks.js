// What a reader decided of the changes in a list: it stays when the changes go into another draft, as long as they still can.

/** How a change stands to a draft: whether it can be taken into it, and what the draft says there instead. @typedef {{fits: boolean, conflict: string}} Standing */
/** A tick that a reader set or took away, and what the draft said instead when they did. @typedef {{on: boolean, conflict: string}} Decision */

/** What was decided of one list, by the place of each change in it. */
export class Decisions {
  constructor() {
    /** @type {Map<number, Decision>} */
    this.ticks = new Map();
  }

  /** @param {number} index @param {boolean} on @param {string} [conflict] */
  tick(index, on, conflict = "") {
    this.ticks.set(index, { on, conflict });
  }

  /** Whether a change is ticked: as the reader decided, where that still holds. @param {number} index @param {Standing} standing @param {boolean} preset whether it is ticked where nobody decided */
  ticked(index, standing, preset) {
    const decided = this.ticks.get(index);
    if (!decided || !holds(decided, standing)) return preset;
    return decided.on;
  }

  /** The changes that were ticked and cannot stay so: they have no place in the draft, or it says there what the reader has not seen. @param {Standing[]} standings */
  lost(standings) {
    return [...this.ticks].filter(([index, decided]) => decided.on && !holds(decided, standings[index])).map(([index]) => index);
  }
}

/** @param {Decision} decided @param {Standing} standing */
function holds({ on, conflict }, standing) {
  return standing.fits && (!on || !standing.conflict || standing.conflict === conflict);
}
