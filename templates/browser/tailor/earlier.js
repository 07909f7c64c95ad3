// An earlier version of a pack, from what a file brings home: a draft of today’s role that says what the pack said then.
// Pay, the chart and the words of shared clauses are today’s, as they are in `publishing/printing/earlier.py`.
import { apart } from "../drafts/apart.js";
import { baseOf } from "../drafts/base.js";
import { deepWords } from "../drafts/outline.js";
import { Taking } from "../drafts/taking.js";
import { overlayOf } from "./draft.js";
import { draftSays } from "./draftsays.js";
import { deepSections } from "./laying.js";
import { saidIn } from "./remembered.js";
/** @import { Carried, CategoryWords, SectionWords } from "../drafts/types" */
/** @import { Home } from "./reopening.js" */
/** @import { Criterion, Model, Network, Overlay, Role, Section, Statement, Texts } from "./types" */

/** A role of another day. @typedef {{role: Role, texts: Texts}} Then */
/** An earlier version, and the words of what has no place in today’s role. @typedef {{network: Network, lost: string[]}} Earlier */

/** What of an overlay changes the sentences of a role. */
const SENTENCES = /** @type {const} */ (["add_sections", "add", "add_criteria", "reword", "move", "rename", "drop"]);

/** The ids of the role’s own sentences and sections: under these, two drafts mean the same. @param {Carried["base"]} base */
export function idsOf(base) {
  return new Set([...Object.keys(saidIn(base)), ...deepWords(base.sections).map(({ id }) => id)]);
}

/** @param {Home} home @param {Model} model @returns {Earlier} */
export function earlierOf({ network, carried }, model) {
  if (!carried) return { network, lost: [] };
  const base = baseOf(model);
  const then = roleThen(carried.base, model);
  const bare = withOverlay(network, model, withoutSentences(overlayOf(network, model.role), model.role, carried.base));
  const changes = apart(draftSays(bare, model), draftSays(network, { ...model, ...then }), idsOf(base)).filter(({ about }) => about !== "field" && about !== "clause");
  const taking = new Taking({ fingerpost: 1, role: model.role.role, base }, bare, changes);
  const lost = changes.filter((change) => !taking.takes(change)).map(({ before, after }) => after || before || "");
  return { network: taking.network, lost };
}

/** How many of the role’s sentences have other words today, are new, or are gone. @param {Carried["base"]} then @param {Model} model */
export function newSince(then, model) {
  const [old, now] = [saidIn(then), saidIn(baseOf(model))];
  return new Set([...Object.keys(old), ...Object.keys(now)].filter((id) => JSON.stringify(rankedWords(old, id)) !== JSON.stringify(rankedWords(now, id)))).size;
}

/** @param {ReturnType<typeof saidIn>} said @param {string} id */
function rankedWords(said, id) {
  const { text, level, assessed_by } = said[id] ?? {};
  return [text, level, assessed_by];
}

/** @param {Network} network @param {Model} model @param {Overlay} overlay @returns {Network} */
function withOverlay(network, { role }, overlay) {
  const others = network.roles.filter((each) => each.role !== role.role);
  return { ...network, roles: [overlay, ...others] };
}

/** The overlay of a role’s facts alone, with the three lines that the role had then. @param {Overlay} overlay @param {Role} role @param {Carried["base"]} then @returns {Overlay} */
function withoutSentences(overlay, role, { in_three_lines: lines = role.in_three_lines }) {
  const kept = /** @type {Overlay} */ (Object.fromEntries(Object.entries(overlay).filter(([name]) => !SENTENCES.some((each) => each === name))));
  return lines.join("\n") === role.in_three_lines.join("\n") || kept.fill?.in_three_lines ? kept : { ...kept, fill: { ...kept.fill, in_three_lines: lines } };
}

/** The role as a file carries it. What a file does not carry is today’s. @param {Carried["base"]} then @param {Model} model @returns {Then} */
function roleThen(then, { role, texts }) {
  const sections = new Map([...deepSections(role.sections)].map((each) => [each.id, each]));
  const statements = new Map([...sections.values()].flatMap((each) => each.statements).map((each) => [each.id, each]));
  const categories = new Map(role.categories.map((each) => [each.id, each]));
  /** @param {SectionWords} words @returns {Section} */
  const section = ({ id, heading, statements: said = [], sections: inner = [] }) => ({ intro: "", numbered: true, ...sections.get(id), id, heading, statements: said.map(({ id: name }) => statements.get(name) ?? newStatement(name)), sections: inner.map(section) });
  /** @param {CategoryWords} words */
  const category = ({ id, criteria }) => ({ heading: categories.get(id)?.heading ?? "", id, criteria: criteria.map(({ id: name, level, assessed_by }) => /** @type {Criterion} */ ({ id: name, level, assessed_by })) });
  const said = Object.entries(saidIn(then)).map(([id, { text }]) => [id, text]);
  return { role: { ...role, sections: then.sections.map(section), categories: then.categories.map(category) }, texts: { ...clauseTexts(role, texts), ...Object.fromEntries(said) } };
}

/** @param {string} id @returns {Statement} */
function newStatement(id) {
  return { id, meets: [], meets_in_part: [], duty: true };
}

/** @param {Role} role @param {Texts} texts @returns {Texts} */
function clauseTexts({ clauses }, texts) {
  return Object.fromEntries(clauses.map(({ id }) => [id, texts[id]]));
}
