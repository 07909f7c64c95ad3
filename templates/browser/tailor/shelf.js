// The drafts that this browser keeps, one for each role: where each is, when it was changed, and what it says of the network.
import { named } from "../site.js";
import { ASIDE } from "./keeping.js";
import { keptSaid, SAID } from "./remembered.js";
/** @import { Said } from "./remembered.js" */
/** @import { Network } from "./types" */

const START = named("tailor ");
const CHANGED = ".changed";

/** A draft: its key, its role’s id, what it says, and when it was changed last, where that is known. @typedef {{key: string, role: string, network: Network, said: Said, changed: Date | null}} Kept */

/** The key of a role’s draft. @param {string} role */
export function keyOf(role) {
  return START + role;
}

/** Note when a draft was changed. Throws where storage is refused or full. @param {string} key @param {Date} when */
export function noteChange(key, when) {
  localStorage.setItem(key + CHANGED, when.toISOString());
}

/** Every draft, the one that was changed last first. None where storage is refused. @returns {Kept[]} */
export function draftsHere() {
  try {
    const keys = Object.keys(localStorage).filter((key) => key.startsWith(START) && ![ASIDE, CHANGED, SAID].some((end) => key.endsWith(end)));
    const found = keys.flatMap((key) => {
      const network = networkAt(key);
      const changed = new Date(localStorage.getItem(key + CHANGED) ?? "");
      return network ? [{ key, role: key.slice(START.length), network, said: keptSaid(key), changed: Number.isNaN(changed.getTime()) ? null : changed }] : [];
    });
    return found.sort((one, other) => Number(other.changed) - Number(one.changed));
  } catch {
    return [];
  }
}

/** Take a draft away. Gives a function that puts it back. @param {string} key */
export function removeDraft(key) {
  const kept = [key, key + CHANGED, key + SAID].map((name) => /** @type {const} */ ([name, localStorage.getItem(name)]));
  for (const [name] of kept) localStorage.removeItem(name);
  return () => {
    for (const [name, text] of kept) if (text !== null) localStorage.setItem(name, text);
  };
}

/** What a draft says of the network, for every role alike. @param {Network} network @returns {Omit<Network, "roles">} */
export function factsOf({ roles: _, ...facts }) {
  return facts;
}

/**
 * Tell the other drafts what was changed of the network: those that said the same before. One of another network stays as it is.
 * @param {string} key of the draft that was changed
 * @param {Network} before
 * @param {Network} after
 */
export function shareFacts(key, before, after) {
  const [old, facts] = [factsOf(before), factsOf(after)];
  if (same(old, facts)) return;
  for (const other of draftsHere()) {
    if (other.key === key || !same(factsOf(other.network), old)) continue;
    localStorage.setItem(other.key, JSON.stringify({ ...facts, roles: other.network.roles }));
  }
}

/** @param {object} one @param {object} other */
function same(one, other) {
  const [left, right] = [one, other].map((facts) => JSON.stringify(Object.entries(facts).filter(([, value]) => value !== undefined).sort()));
  return left === right;
}

/** @param {string} key @returns {Network | null} */
function networkAt(key) {
  try {
    const found = JSON.parse(localStorage.getItem(key) ?? "");
    return Array.isArray(found?.roles) ? found : null;
  } catch {
    return null;
  }
}
