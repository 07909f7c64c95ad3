// A file that somebody opens: read as the build reads it, or every reason why not, by line. Nothing in it runs, and nothing is lost.
// What is read well but no longer fits the role is opened too: `fitting.js` tells of it.
import { formsOf } from "./forms.js";
import { refused, yamlValue } from "./reading.js";
import { saidApart } from "./remembered.js";
/** @import { Problem } from "./reading.js" */
/** @import { Said } from "./remembered.js" */
/** @import { Mistake, Model, Network } from "./types" */

const LOOKS = [["PK", "It looks like a Word, Excel or zip file."], ["%PDF", "It looks like a PDF."]];
const MOST = 20;
const NOTES = /^\s*#(?! yaml-language-server| Made in the browser)/m;

/**
 * @typedef {Pick<Model, "role" | "texts" | "shared">} Known What a file is held against.
 * @typedef {{network: Network, said: Said, notes?: boolean, problems?: undefined} | {problems: Problem[], network?: undefined}} Opened
 */

/** `{network}`, or `{problems}`: each has a line and says what is wrong. @param {string} text @param {Known} model @returns {Opened} */
export function opened(text, model) {
  const looks = LOOKS.find(([start]) => text.startsWith(start))?.[1];
  if (looks) return refused(1, `This is not a file that was saved here. ${looks}`);
  if (new Blob([text]).size > model.shared.largest) return refused(1, "This file is too large. The limit for a network’s file is 1 MB.");
  if (text.includes("\0") || text.includes("\ufffd")) return refused(1, "This file is not text. Open the file that ends in .yaml.");
  const { value, lineOf, problems } = yamlValue(text);
  if (problems) return { problems: problems.slice(0, MOST) };
  if (!value || typeof value !== "object" || Array.isArray(value)) return refused(1, "This is not the file of a network. It should begin with fields such as ‘id’ and ‘name’.");
  const found = networkOf(value, model);
  if (found.network) return { network: found.network, said: found.said, notes: NOTES.test(text) };
  const told = found.mistakes.map(({ steps, says }) => ({ line: lineOf(steps), says }));
  return { problems: told.sort((a, b) => a.line - b.line).slice(0, MOST) };
}

/**
 * The draft that a value is, with what it says that the role said; or every mistake of its form.
 * @param {object} value
 * @param {Known} model
 * @returns {{network: Network, said: Said, mistakes?: undefined} | {mistakes: Mistake[], network?: undefined}}
 */
export function networkOf(value, model) {
  const missing = new Set(["required", "minItems"]); // a blank is no mistake here: the page is where it is filled in
  const mistakes = formsOf(model.shared.schema)(value).filter(({ code = "" }) => !missing.has(code));
  return mistakes.length ? { mistakes } : saidApart(begunFrom(value, model), model.role);
}

/**
 * Texts in square brackets are blanks again. A file without this role gives its network to a new pack of it.
 * @param {object} value
 * @param {Known} model
 * @returns {Network}
 */
export function begunFrom(value, { role }) {
  const network = /** @type {Partial<Network>} */ (unblanked(value));
  network.practices = (network.practices ?? []).filter(({ name }) => name);
  const roles = network.roles ?? [];
  network.roles = roles;
  if (!roles.some((found) => found.role === role.role)) roles.push({ role: role.role });
  return { ...network, roles };
}

/** @param {unknown} value @returns {unknown} */
function unblanked(value) {
  if (typeof value === "string") return /^\[.*\]\s*$/.test(value) ? undefined : value;
  if (Array.isArray(value)) {
    const known = value.map(unblanked).filter((inner) => inner !== undefined);
    return known.length || !value.length ? known : undefined;
  }
  if (!value || typeof value !== "object") return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, unblanked(inner)]).filter(([, inner]) => inner !== undefined));
}
