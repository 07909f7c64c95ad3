// Drafts as somebody at the page might make them, by chance: `node walk.mjs input.json`. The same seed gives the same drafts.
import { readFileSync } from "node:fs";
import * as additions from "../../templates/browser/tailor/additions.js";
import * as changing from "../../templates/browser/tailor/changing.js";
import * as places from "../../templates/browser/tailor/sentenceplaces.js";
import * as sectioning from "../../templates/browser/tailor/sectioning.js";
import * as clausing from "../../templates/browser/tailor/clausing.js";
import { begun, overlayOf, written } from "../../templates/browser/tailor/draft.js";
import { deepSections, itemsOf, laidSections, withOwn } from "../../templates/browser/tailor/laying.js";

const { role, texts, shared, count, seed } = JSON.parse(readFileSync(process.argv[2], "utf8"));
const sections = laidSections(role, texts, {});
const model = { role, texts, shared, statements: new Map([...itemsOf(sections)].map((item) => [item.id, item])) };
const ids = [...model.statements.keys(), ...role.categories.flatMap(({ criteria }) => criteria.map(({ id }) => id))];
const WORDS = ["no", "yes", "~", "18:30", "1.0", "2026-04-01", "# not a note", "a: b", "- x", "“quotes”", "it’s", "ŵŷ", "’n", "x", "£5", "100%", "[a", "{b}", "@c", "!d", "&e", "*f", "\"g\"", "'h'", "\\n", "null", "0x10", "1_000", "care", "people", "the", "see", "help"];

// A small generator of pseudo-random numbers (mulberry32).
let state = seed;
function chance() {
  state = (state + 0x6d2b79f5) | 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
}
const below = (most) => Math.floor(chance() * most);
const one = (list) => list[below(list.length)];
const words = () => Array.from({ length: 1 + below(9) }, () => one(WORDS)).join(" ");

const STEPS = [
  (network) => changing.stood(network, model, one(ids), one(["keep", "reword", "out", "out"])),
  (network) => {
    const found = one(overlayOf(network, role).reword ?? []);
    return found ? changing.noted(network, model, "reword", found.id, { text: words(), because: words(), still_meets: one([undefined, false]) }) : network;
  },
  (network) => {
    const found = one(overlayOf(network, role).drop ?? []);
    return found ? changing.noted(network, model, "drop", found.id, { because: words() }) : network;
  },
  (network, step) => {
    const known = withOwn(role.sections, overlayOf(network, role)).map(({ id }) => id);
    return sectioning.addedSection(network, model, `own-section-${step}`, words(), one(known));
  },
  (network) => {
    const found = one(overlayOf(network, role).add_sections ?? []);
    return found ? sectioning.movedSection(network, model, found.id, one([-1, 1])) : network;
  },
  (network) => {
    const found = one(overlayOf(network, role).add_sections ?? []);
    return found && chance() < 0.3 ? sectioning.removedSection(network, model, found.id) : network;
  },
  (network, step) => {
    const { id: section } = one([...deepSections(withOwn(role.sections, overlayOf(network, role)))]);
    const meets = one([[], [], role.requirements.filter(({ by_band }) => by_band === null).slice(0, 1).map(({ id }) => id)]);
    return additions.added(network, model, { id: `own-${step}`, section, text: one([words(), words(), ""]), meets, duty: one([undefined, false]) });
  },
  (network) => {
    const { add = [], add_criteria = [] } = overlayOf(network, role);
    return places.moved(network, model, one([...ids, ...add.map(({ id }) => id), ...add.map(({ id }) => id), ...add_criteria.map(({ id }) => id)]), one([-1, 1]));
  },
  (network) => {
    const { add = [] } = overlayOf(network, role);
    return places.movedTo(network, model, one([...model.statements.keys(), ...add.map(({ id }) => id)]), one([...deepSections(withOwn(role.sections, overlayOf(network, role)))]).id);
  },
  (network) => places.movedTo(network, model, one(role.categories.flatMap(({ criteria }) => criteria)).id, one(role.categories).id),
  (network) => {
    const found = one(overlayOf(network, role).move ?? []);
    return found ? places.putBack(network, model, found.id) : network;
  },
  (network) => {
    const found = one(overlayOf(network, role).add ?? []);
    return found ? additions.removed(network, model, "add", found.id) : network;
  },
  (network, step) => {
    const { id: category } = one(role.categories);
    return additions.addedCriterion(network, model, { id: `own-c-${step}`, category, text: words(), level: one(["essential", "desirable"]), assessed_by: ["interview"] });
  },
  (network) => clausing.clauseOut(network, model, one(role.clauses).id, chance() < 0.7),
  (network) => (role.other_clauses.length ? clausing.clauseAdded(network, model, one(role.other_clauses).id, chance() < 0.7) : network),
  (network) => {
    const found = one(overlayOf(network, role).add_criteria ?? []);
    return found ? additions.ranked(network, model, found.id, { level: one(["essential", "desirable"]) }) : network;
  },
  (network) => {
    const found = one(role.requirements);
    return found ? changing.noted(network, model, "accept", found.id, { because: one([undefined, words()]) }) : network;
  },
  (network) => {
    const { id, heading } = one([...deepSections(role.sections)]);
    return changing.renamed(network, model, id, one([words(), words(), heading, ""]), heading);
  },
  (network) => written(network, role, `overlay.fill.${one(["hours", "contract", "supervision", "holiday", "probation"])}`, one([words(), undefined])),
  (network) => written(network, role, "overlay.fill.bases", one([[{ name: words() }], [{ name: "One" }, { name: "Two", share: words() }], undefined])),
  (network) => written(network, role, "overlay.fill.reports_to", one([[{ who: words(), where: words() }], [{}, { kind: "accountable", who: words() }], [], undefined])),
  (network) => written(network, role, "overlay.fill.manages", one([[], [{ who: words(), detail: words(), kind: "supervises" }, {}], undefined])),
  (network) => written(network, role, "overlay.fill.in_three_lines", one([[words()], [words(), words(), words()], undefined])),
  (network) => written(network, role, "overlay.fill.partners", one([[], [{}], [{ name: words(), does: "funds" }, { name: words(), does: "funds" }], undefined])),
  (network) => written(network, role, one(["name", "adjustments", "overlay.overview", "overlay.about_us"]), words()),
  (network) => written(network, role, "profile", [words(), words()]),
];

const drafts = Array.from({ length: count }, () => {
  let network = begun(role);
  for (let step = 0; step < 8 + below(50); step += 1) network = one(STEPS)(network, step);
  return network;
});
process.stdout.write(JSON.stringify(drafts));
