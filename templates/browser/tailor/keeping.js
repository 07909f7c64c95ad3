// The draft that this browser kept. One that the page cannot show is put aside as it is: its words can be saved, and nothing writes over it.
import { formsOf } from "./forms.js";
/** @import { Network, Shared } from "./types" */

/** The end of the key of what was put aside. */
export const ASIDE = ".unreadable";

/**
 * What was kept under a key: the draft, or nothing. What cannot be shown is put aside.
 * @param {string} key
 * @param {{role: {role: string}, shared: Shared}} model
 * @returns {Network | null}
 */
export function keptDraft(key, model) {
  const text = read(key);
  if (text === null) return null;
  const found = parsed(text);
  if (shows(found, model)) return found;
  putAside(key, text);
  return null;
}

/** The texts of drafts that could not be shown, one below the other, or nothing. @param {string} key */
export function asideOf(key) {
  return read(key + ASIDE) ?? "";
}

/** Take away what was put aside. @param {string} key */
export function forgetAside(key) {
  localStorage.removeItem(key + ASIDE);
}

/** Storage may be blocked. @param {string} key */
function read(key) {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

/** @param {string} text */
function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/**
 * Whether every part is of the kind that the page reads. Fields that it does not know are no reason: they are told one by one.
 * @param {Partial<import("./types").Network> | undefined} found
 * @param {{role: {role: string}, shared: Shared}} model
 */
function shows(found, { role, shared }) {
  if (!Array.isArray(found?.roles) || !found.roles.some((one) => one?.role === role.role)) return false;
  return !formsOf(shared.schema)(found).some(({ code }) => code === "type");
}

/** @param {string} key @param {string} text */
function putAside(key, text) {
  const before = asideOf(key);
  if (before.includes(text)) return;
  try {
    localStorage.setItem(key + ASIDE, before ? `${before}\n\n${text}` : text);
  } catch {
    // Storage is full. The draft stays where it is until somebody changes something on the page.
  }
}
