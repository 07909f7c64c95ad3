// Whether the pack meets the contract: each requirement met, partly met, missing, or accepted. The same as `checks/coverage.py`.
import { itemsOf } from "./laying.js";
/** @import { Covered, LaidSection, LaidStatement, Overlay, Requirement, Role, State } from "./types" */

/**
 * Each requirement with its state, the ids of the statements that meet it, and what to do where it is not met.
 * @param {Role} role
 * @param {LaidSection[]} sections
 * @param {Partial<Overlay>} overlay
 * @returns {Covered[]}
 */
export function coverage(role, sections, overlay) {
  const items = [...itemsOf(sections)];
  const accepted = new Map((overlay.accept ?? []).map((found) => [found.requirement, found.because]));
  return role.requirements.map((requirement) => {
    const row = covered(items, requirement);
    const because = accepted.get(requirement.id);
    return because && row.state !== "met" ? { ...row, state: "accepted", note: because } : row;
  });
}

/** The requirements that these statements meet less well than those did, by id. @param {Covered[]} before @param {Covered[]} after */
export function lost(before, after) {
  const reach = { missing: 0, part: 1, met: 2, accepted: 2 };
  return after.filter((row, index) => reach[row.state] < reach[before[index].state]).map((row) => row.requirement.id);
}

/** @param {LaidStatement[]} items @param {Requirement} requirement @returns {Covered} */
function covered(items, requirement) {
  if (requirement.by_band !== null) {
    const state = requirement.by_band ? "met" : "missing";
    return { requirement, state, statements: [], note: requirement.by_band ? "" : requirement.if_missing };
  }
  const wholly = items.filter((item) => item.meets.includes(requirement.id)).map(({ id }) => id);
  if (wholly.length) return { requirement, state: "met", statements: wholly, note: "" };
  const partly = items.filter((item) => item.meets_in_part.includes(requirement.id)).map(({ id }) => id);
  return { requirement, state: partly.length ? "part" : "missing", statements: partly, note: requirement.if_missing };
}
