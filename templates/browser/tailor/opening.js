// A file that somebody opens: read as the build reads it, or every reason why not, by line. Nothing in it runs, and nothing is lost.
// What is read well but no longer fits the role is opened too: `fitting.js` tells of it.
import { LineCounter, parseAllDocuments } from "yaml";
import { formsOf } from "./forms.js";
import { lineAt, Walk, YAML_SAYS } from "./reading.js";
/** @import { Problem } from "./reading.js" */
/** @import { ParsedNode } from "yaml" */
/** @import { Model, Network } from "./types" */

const LOOKS = [["PK", "It looks like a Word, Excel or zip file."], ["%PDF", "It looks like a PDF."]];
const MOST = 20;
const NOTES = /^\s*#(?! yaml-language-server| Made in the browser)/m;

/**
 * @typedef {Pick<Model, "role" | "texts" | "shared">} Known What a file is held against.
 * @typedef {{network: Network, notes?: boolean, problems?: undefined} | {problems: Problem[], network?: undefined}} Opened
 */

/** `{network}`, or `{problems}`: each has a line and says what is wrong. @param {string} text @param {Known} model @returns {Opened} */
export function opened(text, { role, texts, shared }) {
  const looks = LOOKS.find(([start]) => text.startsWith(start))?.[1];
  if (looks) return refused(1, `This is not a file that was saved here. ${looks}`);
  if (new Blob([text]).size > shared.largest) return refused(1, "This file is too large. A network’s file has less than 1 MB.");
  if (text.includes("\0") || text.includes("\ufffd")) return refused(1, "This file is not text. Open the file that ends in .yaml.");
  const lines = new LineCounter();
  try {
    const documents = parseAllDocuments(text, { schema: "failsafe", lineCounter: lines, uniqueKeys: true, logLevel: "silent" });
    const found = composed(documents, lines, { role, texts, shared });
    return found.network ? { ...found, notes: NOTES.test(text) } : found;
  } catch (error) {
    if (error instanceof RangeError) return refused(1, "This file has lists inside each other without end. It cannot be opened.");
    throw error;
  }
}

/**
 * @param {ReturnType<typeof parseAllDocuments>} documents
 * @param {LineCounter} lines
 * @param {Known} model
 * @returns {Opened}
 */
function composed(documents, lines, model) {
  if (!documents.length) return refused(1, "This file has nothing in it.");
  if (documents.length > 1) return refused(lineAt(lines, documents[1]), "A second document begins here. A file holds one network.");
  const [document] = documents;
  const broken = [...document.errors, ...document.warnings].map(({ pos, code }) => ({ line: lines.linePos(pos[0]).line, says: YAML_SAYS[code] ?? YAML_SAYS.OTHER }));
  if (broken.length) return { problems: broken.slice(0, MOST) };
  const walk = new Walk(lines);
  const value = walk.value(/** @type {ParsedNode | null} */ (document.contents), []);
  if (walk.problems.length) return { problems: walk.problems.slice(0, MOST) };
  if (!value || typeof value !== "object" || Array.isArray(value)) return refused(1, "This is not the file of a network. It should begin with fields such as ‘id’ and ‘name’.");
  const missing = new Set(["required", "minItems"]); // a blank is no mistake here: the page is where it is filled in
  const wrong = formsOf(model.shared.schema)(value).filter(({ code = "" }) => !missing.has(code));
  const found = wrong.map(({ steps, says }) => ({ line: walk.lineOf(steps), says }));
  if (found.length) return { problems: found.sort((a, b) => a.line - b.line).slice(0, MOST) };
  return { network: begunFrom(value, model) };
}

/**
 * Texts in square brackets are blanks again. A file without this role gives its network to a new pack of it.
 * @param {object} value
 * @param {Known} model
 * @returns {Network}
 */
function begunFrom(value, { role }) {
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

/** @param {number} line @param {string} says */
function refused(line, says) {
  return { problems: [{ line, says }] };
}
