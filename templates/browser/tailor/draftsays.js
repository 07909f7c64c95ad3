// What a draft says of its pack, in the form in which two drafts are compared.
import { figures } from "../text/formatting.js";
import { meant, overlayOf } from "./draft.js";
import { fittingOf } from "./fitting.js";
import { laidCategories, laidClauses, laidSections } from "./laying.js";
/** @import { DraftSays } from "../drafts/apart.js" */
/** @import { SectionWords } from "../drafts/types" */
/** @import { LaidSection, Network, Role, Texts } from "./types" */

/** What of a draft says nothing in a pack, or is compared as sentences. */
const ELSEWHERE = new Set([
  "id", "status", "roles", "defaults", "profile", "updated", "source", "accept_wording",
  "role", "fill", "version", "review_by", "add_sections", "add", "add_criteria", "drop", "move", "rename", "reword", "add_clauses", "drop_clauses",
]);

/** What a draft says of its pack. @param {Network} network @param {{role: Role, texts: Texts}} model @returns {DraftSays} */
export function draftSays(network, { role, texts }) {
  const overlay = meant(fittingOf(overlayOf(network, role), { role, texts }), texts);
  /** @param {LaidSection} laid @returns {SectionWords} */
  const section = ({ id, heading, items, sections }) => ({ id, heading, statements: items.map(({ id: name, text }) => ({ id: name, text })), sections: /** @type {LaidSection[]} */ (sections).map(section) });
  const { logo } = network;
  const told = logo && { text: logo.text, picture: logo.content ? `${figures(logo.content.length)} characters` : logo.file };
  const facts = Object.entries({ ...network, ...overlay, logo: told }).filter(([name]) => !ELSEWHERE.has(name));
  return {
    sections: laidSections(role, texts, overlay).map(section),
    categories: laidCategories(role, texts, overlay).map(({ id, items }) => ({ id, criteria: items.map(({ id: name, text, level, assessed_by }) => ({ id: name, text, level, assessed_by })) })),
    clauses: laidClauses(role, texts, overlay).map(({ id }) => id),
    fields: Object.fromEntries([...facts, ...Object.entries({ ...network.defaults, ...overlay.fill })].flatMap(([name, value]) => leaves(value, name))),
    profile: network.profile ?? [],
  };
}

/** Each value by its name: `employer.name`. A list of words is one value. @param {unknown} value @param {string} name @returns {[name: string, words: string][]} */
function leaves(value, name) {
  if (value === undefined || value === null || value === "") return [];
  if (Array.isArray(value) && value.some((inner) => typeof inner === "object")) return value.flatMap((/** @type {unknown} */ inner, at) => leaves(inner, `${name}.${at + 1}`));
  if (typeof value !== "object" || Array.isArray(value)) return [[name, Array.isArray(value) ? value.join(", ") : String(value)]];
  return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${name}.${key}`));
}
