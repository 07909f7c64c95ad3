// What of a draft no longer fits the role that it was written for. It is never dropped: it stays in the draft, is left out of the
// pack, and is shown with its words. A draft that this browser kept and a file that somebody opens go through the same check.
import { deepSections } from "./laying.js";
/** @import { List, Network, Overlay, Role, Schema, Steps, Texts } from "./types" */

/** What an overlay is laid on. @typedef {{role: Role, texts: Texts}} Known */
/** An entry of any of the lists. @typedef {{id?: string, requirement?: string, section?: string, category?: string, to?: string, heading?: string, text?: string, because?: string}} Entry */

/**
 * A part of a draft that no longer fits.
 * @typedef {{steps: Steps, says: string, words: string, because: string}} Misfit
 * `steps` lead to it in the network; `says` is why it does not fit, `words` and `because` are the writer's own.
 */

/** The lists of an overlay that name something of the role. @type {List[]} */
const LISTS = ["add_sections", "add", "add_criteria", "reword", "move", "rename", "drop", "add_clauses", "drop_clauses", "accept"];

/**
 * An overlay without what no longer fits, to be laid on the role.
 * @param {Overlay} overlay
 * @param {Known} model
 */
export function fittingOf(overlay, model) {
  const lists = LISTS.filter((list) => overlay[list]);
  const fits = (/** @type {List} */ list) => entriesOf(overlay, list).filter((_, index) => !reasonAgainst(overlay, list, index, model));
  return { ...overlay, ...Object.fromEntries(lists.map((list) => [list, fits(list)])) };
}

/**
 * A changed overlay with what was left out as not fitting put back, behind the rest of its list.
 * @param {Overlay} changed
 * @param {Overlay} whole the overlay before the change
 * @param {Overlay} fitting what was changed of it
 */
export function withMisfits(changed, whole, fitting) {
  const rest = (/** @type {List} */ list) => entriesOf(whole, list).filter((entry) => !entriesOf(fitting, list).includes(entry));
  const lists = LISTS.filter((list) => rest(list).length);
  return { ...changed, ...Object.fromEntries(lists.map((list) => [list, [...(changed[list] ?? []), ...rest(list)]])) };
}

/**
 * Everything in a network's draft that no longer fits its role, or the file of a network.
 * @param {Network} network
 * @param {Known & {shared: {schema: Schema}}} model
 * @returns {Misfit[]}
 */
export function misfitsOf(network, model) {
  const at = network.roles.findIndex((found) => found.role === model.role.role);
  const overlay = network.roles[at];
  const changes = LISTS.flatMap((list) =>
    entriesOf(overlay, list).flatMap((entry, index) => {
      const says = saysMore(entry) ? reasonAgainst(overlay, list, index, model) : "";
      return says ? [{ steps: ["roles", at, list, index], says, words: entry.text ?? entry.heading ?? "", because: entry.because ?? "" }] : [];
    }),
  );
  return [...changes, ...unknownFields(network, model.shared.schema, model.shared.schema, [])];
}

/**
 * A copy of a network without what stands at the end of some steps.
 * @param {Network} network
 * @param {(string | number)[]} steps
 */
export function without(network, steps) {
  /** @type {Network} */
  const copy = JSON.parse(JSON.stringify(network));
  const last = steps[steps.length - 1];
  const place = steps.slice(0, -1).reduce((/** @type {unknown} */ value, step) => inside(value)[step], copy);
  if (Array.isArray(place)) place.splice(Number(last), 1);
  else delete inside(place)[last];
  return copy;
}

/** What a value has in it; nothing where it is a text or a number. @param {unknown} value @returns {Record<string, unknown>} */
const inside = (value) => (value && typeof value === "object" ? /** @type {Record<string, unknown>} */ (value) : {});

/** What is asked of each list: a reason why an entry does not fit, or nothing. @type {Record<List, (entry: Entry, model: Known, overlay: Overlay) => string>} */
const AGAINST = {
  add_sections: ({ id = "" }, { role }) => ([...deepSections(role.sections)].some((each) => each.id === id) ? `The job description now has its own part with the same name as yours (‘${id}’).` : ""),
  add: (entry, model, overlay) => partGone(entry.section, sectionsWith(model, overlay), "The job description no longer has the part that you added this statement to") || taken(entry, model),
  add_criteria: (entry, model) => partGone(entry.category, model.role.categories, "The person specification no longer has the category that you added this criterion to") || taken(entry, model),
  reword: ({ id = "" }, { texts }) => (known(texts, id) ? "" : `The role no longer has the sentence that you reworded (‘${id}’).`),
  move: ({ id = "", to }, { role, texts }, overlay) => {
    if (!known(texts, id)) return `The role no longer has the sentence that you moved (‘${id}’).`;
    const criterion = role.categories.some(({ criteria }) => criteria.some((each) => each.id === id));
    return to ? partGone(to, criterion ? role.categories : sectionsWith({ role }, overlay), "The role no longer has the part that you moved this sentence to") : "";
  },
  rename: ({ id }, { role }) => partGone(id, deepSections(role.sections), "The job description no longer has the part that you renamed"),
  drop: ({ id = "" }, { texts }) => (known(texts, id) ? "" : `The role no longer has the sentence that you left out (‘${id}’).`),
  add_clauses: ({ id = "" }, { role }) => (role.other_clauses.some((each) => each.id === id) ? "" : role.clauses.some((each) => each.id === id) ? `The role now carries the shared clause that you added (‘${id}’).` : `The shared clause that you added (‘${id}’) no longer exists.`),
  drop_clauses: ({ id = "" }, { role }) => (role.clauses.some((each) => each.id === id) ? "" : `The role no longer carries the shared clause that you left out (‘${id}’).`),
  accept: ({ requirement }, { role }) => (role.requirements.some(({ id }) => id === requirement) ? "" : `This role is no longer compared with the requirement that you meet another way (‘${requirement}’).`),
};

/** @param {Overlay} overlay @param {List} list @returns {Entry[]} */
function entriesOf(overlay, list) {
  return overlay[list] ?? [];
}

/** @param {Overlay} overlay @param {List} list @param {number} index @param {Known} model @returns {string} */
function reasonAgainst(overlay, list, index, model) {
  const entries = entriesOf(overlay, list);
  const entry = entries[index];
  const key = list === "accept" ? "requirement" : "id";
  const twice = entries.findIndex((found) => found[key] === entry[key]) < index;
  return AGAINST[list](entry, model, overlay) || (twice ? `The draft has another entry with the same name (‘${entry[key]}’).` : "");
}

/** The sections of the role and the network's own. @param {{role: Role}} model @param {Overlay} overlay @returns {Iterable<{id: string}>} */
function sectionsWith({ role }, overlay) {
  return [...deepSections(role.sections), ...(overlay.add_sections ?? [])];
}

/** @param {string | undefined} id @param {Iterable<{id: string}>} parts @param {string} says */
function partGone(id, parts, says) {
  return [...parts].some((part) => part.id === id) ? "" : `${says} (‘${id}’).`;
}

/** @param {Entry} entry @param {Known} model */
function taken({ id = "" }, { texts }) {
  return known(texts, id) ? `The role now has a sentence of its own with the same name (‘${id}’): “${texts[id]}”` : "";
}

/** @param {Texts} texts @param {string} id */
function known(texts, id) {
  return Object.prototype.hasOwnProperty.call(texts, id);
}

/** An addition that nobody has written yet, or a reason that was taken back, has no words to lose. @param {Entry} entry */
function saysMore(entry) {
  return "text" in entry ? Boolean(entry.text || entry.because) : !("requirement" in entry) || Boolean(entry.because);
}

/**
 * Fields that a network's file does not have, or no longer.
 * @param {unknown} value
 * @param {Schema | undefined} node
 * @param {Schema} schema
 * @param {Steps} steps
 * @returns {Misfit[]}
 */
function unknownFields(value, node, schema, steps) {
  const form = node?.$ref ? schema.$defs?.[node.$ref.split("/").pop() ?? ""] : node;
  if (Array.isArray(value)) return value.flatMap((/** @type {unknown} */ inner, index) => unknownFields(inner, form?.items, schema, [...steps, index]));
  if (!value || typeof value !== "object" || !form?.properties) return [];
  const { properties } = form;
  return Object.entries(value).flatMap(([key, inner]) => {
    if (Object.prototype.hasOwnProperty.call(properties, key)) return unknownFields(inner, properties[key], schema, [...steps, key]);
    return inner === undefined ? [] : [{ steps: [...steps, key], says: `A network’s file no longer has the field ‘${key}’.`, words: plain(inner), because: "" }];
  });
}

/** @param {unknown} value */
function plain(value) {
  return typeof value === "string" ? value : JSON.stringify(value);
}
