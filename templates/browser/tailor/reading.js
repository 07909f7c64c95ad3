// A file of YAML as plain values, with the line of each. Nothing in it runs, and only plain forms are read.
import { isAlias, isMap, isScalar, isSeq, LineCounter, parseAllDocuments } from "yaml";
/** @import { ParsedNode, Scalar, YAMLMap } from "yaml" */
/** @import { Steps } from "./types" */

/** @type {Record<string, boolean | undefined>} */
const WORDS = { true: true, false: false, null: undefined, "~": undefined, "": undefined };
const WHOLE = /^-?(0|[1-9][0-9]{0,14})$/;
const DEEPEST = 40;

/** @typedef {{line: number, says: string}} Problem */

/** What is said of a mistake in YAML, by its code. @type {Record<string, string>} */
export const YAML_SAYS = {
  DUPLICATE_KEY: "This field appears twice in the same group. Remove one of them.",
  TAB_AS_INDENT: "This line begins with a tab. Use spaces.",
  BAD_INDENT: "This line does not line up with the ones it belongs to. Check the spaces at its start.",
  MISSING_CHAR: "A quotation mark, a bracket or a colon is missing here.",
  TAG_RESOLVE_FAILED: "A word that begins with an exclamation mark is a command to some programs. It is not allowed here.",
  OTHER: "The file cannot be read from here on. Check the punctuation and the spaces of this line.",
};

/**
 * What was read: the value and the line of each part of it, or every reason why not.
 * @typedef {{value: unknown, lineOf: (steps: Steps) => number, problems?: undefined} | {problems: Problem[], value?: undefined, lineOf?: undefined}} Read
 */

/** The value of a text in YAML. @param {string} text @returns {Read} */
export function yamlValue(text) {
  const lines = new LineCounter();
  try {
    const documents = parseAllDocuments(text, { schema: "failsafe", lineCounter: lines, uniqueKeys: true, logLevel: "silent" });
    if (!documents.length) return refused(1, "This file has nothing in it.");
    if (documents.length > 1) return refused(lineAt(lines, documents[1]), "A second document begins here. A file holds one network.");
    const [document] = documents;
    const broken = [...document.errors, ...document.warnings].map(({ pos, code }) => ({ line: lines.linePos(pos[0]).line, says: YAML_SAYS[code] ?? YAML_SAYS.OTHER }));
    if (broken.length) return { problems: broken };
    const walk = new Walk(lines);
    const value = walk.value(/** @type {ParsedNode | null} */ (document.contents), []);
    return walk.problems.length ? { problems: walk.problems } : { value, lineOf: (steps) => walk.lineOf(steps) };
  } catch (error) {
    if (error instanceof RangeError) return refused(1, "This file has lists nested inside each other without end. It cannot be opened.");
    throw error;
  }
}

/** Why a file is not opened. @param {number} line @param {string} says */
export function refused(line, says) {
  return { problems: [{ line, says }] };
}

/** One walk over the nodes: plain values, and the line of each. */
export class Walk {
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
    if (steps.length > DEEPEST) return this.tell(line, "This file has lists nested inside each other without end.");
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

/** The line that a node begins on. @param {LineCounter} lines @param {{range?: readonly number[] | null}} node */
export function lineAt(lines, { range }) {
  return lines.linePos(range?.[0] ?? 0).line;
}
