// A file that somebody opens: read as the build reads it, or every reason why not, by line. Nothing in it runs, and nothing is lost.
import { LineCounter, isAlias, isMap, isScalar, isSeq, parseAllDocuments } from "yaml";
import { formsOf } from "./forms.js";
import { deepSections } from "./laying.js";
import { valueAt } from "./steps.js";
/** @import { ParsedNode, Scalar, YAMLMap } from "yaml" */
/** @import { List, Mistake, Model, Network, Steps } from "./types" */

/** @type {Record<string, boolean | undefined>} */
const WORDS = { true: true, false: false, null: undefined, "~": undefined, "": undefined };
const WHOLE = /^-?(0|[1-9][0-9]{0,14})$/;
const DEEPEST = 40;
const LOOKS = [["PK", "It looks like a Word, Excel or zip file."], ["%PDF", "It looks like a PDF."]];
const MOST = 20;
const NOTES = /^\s*#(?! yaml-language-server| Made in the browser)/m;

/**
 * @typedef {Pick<Model, "role" | "texts" | "shared">} Known What a file is held against.
 * @typedef {{line: number, says: string}} Problem
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
    if (error instanceof RangeError) return refused(1, "This file holds lists inside lists without end. It cannot be opened.");
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
  const found = [...wrong, ...strangers(value, model)].map(({ steps, says }) => ({ line: walk.lineOf(steps), says }));
  if (found.length) return { problems: found.sort((a, b) => a.line - b.line).slice(0, MOST) };
  return { network: begunFrom(value, model) };
}

/** @type {Record<string, string>} */
const YAML_SAYS = {
  DUPLICATE_KEY: "This field stands twice in the same group. Take one of them out.",
  TAB_AS_INDENT: "This line begins with a tab. Use spaces.",
  BAD_INDENT: "This line does not line up with the ones it belongs to. Check the spaces at its start.",
  MISSING_CHAR: "A quotation mark, a bracket or a colon is missing here.",
  TAG_RESOLVE_FAILED: "A word that begins with an exclamation mark is a command to some programs. It is not allowed here.",
  OTHER: "The file cannot be read from here on. Check the punctuation and the spaces of this line.",
};

/** One walk over the nodes: plain values, and the line of each. */
class Walk {
  /** @param {LineCounter} lines */
  constructor(lines) {
    this.counter = lines;
    /** @type {Problem[]} */
    this.problems = [];
    /** @type {Map<string, number>} */
    this.places = new Map();
  }

  /** The line of a value, or of what holds it. @param {Steps} steps */
  lineOf(steps) {
    for (let length = steps.length; length >= 0; length -= 1) {
      const line = this.places.get(JSON.stringify(steps.slice(0, length)));
      if (line) return line;
    }
    return 1;
  }

  /** The plain value of a node. @param {ParsedNode | null} node @param {Steps} steps @returns {unknown} */
  value(node, steps) {
    const line = node?.range ? lineAt(this.counter, node) : this.lineOf(steps);
    const key = JSON.stringify(steps);
    if (!this.places.has(key)) this.places.set(key, line);
    if (isAlias(node) || node?.anchor) return this.tell(line, "This file points from one place to another (with & or *). Write the words out instead.");
    if (node?.tag) return this.tell(line, YAML_SAYS.TAG_RESOLVE_FAILED);
    if (steps.length > DEEPEST) return this.tell(line, "This file holds lists inside lists without end.");
    if (isSeq(node)) return node.items.map((item, index) => this.value(item, [...steps, index]));
    if (isMap(node)) return this.fields(node, steps);
    return isScalar(node) ? plainValue(node) : undefined;
  }

  /** @param {YAMLMap.Parsed} node @param {Steps} steps */
  fields(node, steps) {
    /** @type {Record<string, unknown>} */
    const made = {};
    for (const { key, value } of node.items) {
      const name = isScalar(key) ? String(key.value) : "";
      const line = key?.range ? lineAt(this.counter, key) : 1;
      this.places.set(JSON.stringify([...steps, name]), line);
      if (!/^[a-z][a-z_]*$/.test(name)) this.tell(line, `‘${name.slice(0, 40)}’ is not a field that a network’s file has.`);
      else if (value) made[name] = this.value(value, [...steps, name]);
    }
    return Object.fromEntries(Object.entries(made).filter(([, inner]) => inner !== undefined));
  }

  /** @param {number} line @param {string} says */
  tell(line, says) {
    this.problems.push({ line, says });
    return undefined;
  }
}

/** Only whole numbers, true, false and null are more than text, as in the build. @param {Scalar} scalar */
function plainValue({ value, type }) {
  const text = String(value ?? "");
  if (type !== "PLAIN") return text;
  if (Object.prototype.hasOwnProperty.call(WORDS, text)) return WORDS[text];
  return WHOLE.test(text) ? Number(text) : text;
}

/**
 * What an overlay names and the role does not have.
 * @param {Partial<Network>} value
 * @param {Known} model
 * @returns {Mistake[]}
 */
function strangers(value, { role, texts }) {
  const index = (value.roles ?? []).findIndex((found) => found.role === role.role);
  if (index === -1) return [];
  const overlay = value.roles?.[index];
  const sections = new Set([...deepSections(role.sections)].map(({ id }) => id));
  const categories = new Set(role.categories.map(({ id }) => id));
  /** @param {List} list @param {string} key @param {(id: string) => boolean} known @param {(id: string) => string} says */
  const wrong = (list, key, known, says) =>
    (overlay?.[list] ?? []).flatMap((entry, at) => {
      const id = String(valueAt(entry, [key]));
      return known(id) ? [] : [{ steps: ["roles", index, list, at, key], says: says(id) }];
    });
  const sentence = (/** @type {string} */ id) => Object.prototype.hasOwnProperty.call(texts, id);
  return [
    ...wrong("drop", "id", sentence, (id) => `The role has no sentence called ‘${id}’, so it cannot be left out.`),
    ...wrong("reword", "id", sentence, (id) => `The role has no sentence called ‘${id}’, so it cannot be reworded.`),
    ...wrong("add", "section", (id) => sections.has(id), (id) => `The job description has no section called ‘${id}’.`),
    ...wrong("add_criteria", "category", (id) => categories.has(id), (id) => `The person specification has no category called ‘${id}’.`),
    ...wrong("add", "id", (id) => !sentence(id), (id) => `The role has a sentence called ‘${id}’ already. Give yours another name.`),
    ...wrong("add_criteria", "id", (id) => !sentence(id), (id) => `The role has a sentence called ‘${id}’ already. Give yours another name.`),
  ];
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

/** The line that a node begins on. @param {LineCounter} lines @param {{range?: readonly number[] | null}} node */
function lineAt(lines, { range }) {
  return lines.linePos(range?.[0] ?? 0).line;
}
