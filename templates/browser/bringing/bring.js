// What a document of somebody’s own says of a role, as a list of changes: the same as `knowledge/bringing/bring.py`.
import { deepWords } from "../drafts/outline.js";
import { matches } from "./matching.js";
import { saidTogether } from "./together.js";
/** @import { Carried, Change } from "../drafts/types" */
/** @import { FoundCategory, FoundCriterion, FoundSection, JobDocument } from "../jobs/types" */
/** @import { AddCriterion, AddStatement, Level, Overlay } from "../tailor/types" */
/** @import { Likeness } from "./likeness.js" */
/** @import { Brought, SentenceMatch } from "./types" */

/**
 * @typedef {{texts: Map<string, string>, groups: Map<string, string>, levels: Map<string, Level | "">, asked: Set<string>}} Sentences
 * The statements or criteria of the role by id, as the network has them; `asked` are those that it has in its own words already, or left out.
 * @typedef {{likeness: Likeness, headings: Map<string, string>}} Comparison
 */

/** The blanks of a pack by what a document calls them. @type {Record<string, "hours" | "supervision" | "bases" | "reports_to">} */
const FIELDS = { hours: "hours", "supervises-clinically": "supervision", base: "bases", manages: "reports_to", accountable: "reports_to" };
const LIKE_HEADINGS = 0.5; // how like the heading of a section must be to that of the role, where nothing in it says so

/** Match a document with what a draft has of its role and network. @param {JobDocument} job @param {Carried} carried @param {Likeness} likeness @returns {Brought} */
export function bringDocument(job, carried, likeness) {
  const overlay = carried.network?.roles.find(({ role }) => role === carried.role);
  const statements = ofRole(deepWords(carried.base.sections).map(({ id, statements: own = [] }) => ({ id, own })), overlay, overlay?.add ?? []);
  const criteria = ofRole(carried.base.categories.map(({ id, criteria: own }) => ({ id, own })), overlay, overlay?.add_criteria ?? []);
  const headings = new Map([...deepWords(carried.base.sections).map(({ id, heading }) => /** @type {const} */ ([id, heading])), ...carried.base.categories.map(({ id }) => /** @type {const} */ ([id, id]))]);
  const texts = job.sections.flatMap(({ statements: own }) => own.map(({ text }) => text));
  const asked = job.categories.flatMap(({ criteria: own }) => own);
  const wanted = asked.map(({ text }) => text);
  const found = matches(texts, statements.texts, likeness, likeness.data.bounds.statement);
  const met = ofOneLevel(asked, matches(wanted, criteria.texts, likeness, likeness.data.bounds.criterion));
  const comparison = { likeness, headings };
  const changes = [...ofStatements(job.sections, found, statements, comparison), ...ofCriteria(job.categories, met, criteria, comparison), ...facts(job, overlay)];
  const all = [...found.values(), ...met.values()];
  const held = new Set(all.flatMap(({ also }) => also));
  const there = new Set([...held, ...all.map(({ id }) => id), ...(overlay?.drop ?? []).map(({ id }) => id)]);
  return {
    changes,
    same: [...new Set([...sameIn(texts, found, statements), ...sameIn(wanted, met, criteria)])].sort(),
    held: [...held].sort(),
    lacking: [...statements.texts.keys(), ...criteria.texts.keys()].filter((id) => !there.has(id)),
    clauses: [...new Set(job.clauses.map(({ clause }) => clause))],
    facts: job.fields.filter(({ name }) => !FIELDS[name]).map(({ name, value }) => [name, value]),
    left: job.left.map(({ passage, reason }) => [passage.text, reason]),
  };
}

/** @param {{id: string, own: {id: string, text: string, level?: Level}[]}[]} groups @param {Overlay | undefined} overlay @param {(AddStatement | AddCriterion)[]} added @returns {Sentences} */
function ofRole(groups, overlay, added) {
  /** @type {Sentences} */
  const known = { texts: new Map(), groups: new Map(), levels: new Map(), asked: new Set() };
  const reworded = new Map((overlay?.reword ?? []).map(({ id, text }) => /** @type {const} */ ([id, text])));
  /** @param {{id: string, text: string, level?: Level}} one @param {string} group */
  const put = ({ id, text, level }, group) => {
    known.texts.set(id, text);
    known.groups.set(id, group);
    known.levels.set(id, level ?? "");
  };
  for (const { id, own } of groups) for (const one of own) put({ ...one, text: reworded.get(one.id) ?? one.text }, id);
  for (const id of [...reworded.keys(), ...(overlay?.drop ?? []).map((one) => one.id)]) if (known.texts.has(id)) known.asked.add(id);
  for (const one of added) {
    put(one, "section" in one ? one.section : one.category);
    known.asked.add(one.id);
  }
  return known;
}

/** @param {string} text */
const bare = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** Ids of what a document says in the very words of the role. @param {string[]} texts @param {Map<number, SentenceMatch>} found @param {Sentences} known */
const sameIn = (texts, found, known) => [...saidTogether(texts, found)].flatMap(([at, said]) => {
  const id = found.get(at)?.id ?? "";
  return bare(said) === bare(known.texts.get(id) ?? "") ? [id] : [];
});

/** Without further lines that ask for a criterion on another level: they are criteria of their own. @param {FoundCriterion[]} criteria @param {Map<number, SentenceMatch>} met */
function ofOneLevel(criteria, met) {
  const levels = new Map([...met].filter(([, { again }]) => !again).map(([at, { id }]) => [id, criteria[at].level]));
  return new Map([...met].filter(([at, { id, again }]) => !again || criteria[at].level === levels.get(id)));
}

/** A sentence in other words. Somebody is asked where the match is weak, or the words are joined of several lines. @param {"statement" | "criterion"} about @param {SentenceMatch} match @param {string} text @param {string} after @param {Sentences} known @param {number} sure @returns {Change} */
function reworded(about, match, text, after, known, sure) {
  const doubt = !match.taken || match.also.length > 0 || known.asked.has(match.id) || text !== after;
  return { kind: "reworded", about, id: match.id, before: known.texts.get(match.id) ?? "", after, certainty: doubt ? "ask" : match.likeness >= sure ? "sure" : "likely" };
}

/** @param {FoundSection[]} sections @param {Map<number, SentenceMatch>} found @param {Sentences} known @param {Comparison} comparison @returns {Generator<Change, void, undefined>} */
function* ofStatements(sections, found, known, comparison) {
  let at = -1;
  const joined = saidTogether(sections.flatMap(({ statements }) => statements.map(({ text }) => text)), found);
  for (const { heading, statements } of sections) {
    const here = statements.flatMap((_, index) => found.get(at + 1 + index) ?? []);
    const group = groupOf(heading, here, known, comparison);
    let follows = "";
    for (const { text } of statements) {
      at += 1;
      const [match, said] = [found.get(at), joined.get(at)];
      if (!match) {
        yield slim({ kind: "added", about: "statement", after: text, section: group, follows, certainty: group ? "likely" : "ask" });
        continue;
      }
      if (known.groups.get(match.id) === group) follows = match.id;
      if (said !== undefined && bare(known.texts.get(match.id) ?? "") !== bare(said)) yield reworded("statement", match, text, said, known, comparison.likeness.data.bounds.sure);
    }
  }
}

/** @param {FoundCategory[]} categories @param {Map<number, SentenceMatch>} met @param {Sentences} known @param {Comparison} comparison @returns {Generator<Change, void, undefined>} */
function* ofCriteria(categories, met, known, comparison) {
  let at = -1;
  const joined = saidTogether(categories.flatMap(({ criteria }) => criteria.map(({ text }) => text)), met);
  for (const { heading, criteria } of categories) {
    const group = groupOf(heading, criteria.flatMap((_, index) => met.get(at + 1 + index) ?? []), known, comparison);
    for (const criterion of criteria) {
      at += 1;
      const [match, said] = [met.get(at), joined.get(at)];
      if (match && said !== undefined) yield* ofCriterion(criterion, said, match, known, comparison.likeness.data.bounds.sure);
      else if (!match) {
        const { text, level, assessedBy, levelGuessed } = criterion;
        yield slim({ kind: "added", about: "criterion", after: text, section: group, level, assessed_by: assessedBy, certainty: group && !levelGuessed ? "likely" : "ask" });
      }
    }
  }
}

/** A criterion that the role has: its words, and its level. @param {FoundCriterion} criterion @param {string} said @param {SentenceMatch} match @param {Sentences} known @param {number} sure @returns {Generator<Change, void, undefined>} */
function* ofCriterion({ text, level, levelGuessed }, said, match, known, sure) {
  if (bare(known.texts.get(match.id) ?? "") !== bare(said)) yield reworded("criterion", match, text, said, known, sure);
  const before = known.levels.get(match.id) ?? "";
  if (before !== level && !levelGuessed) yield slim({ kind: "level", about: "criterion", id: match.id, before, after: level, level, certainty: "ask" });
}

/** The section or category of the role that one of the document is: that of most of its matches, or of the likest heading. @param {string} heading @param {SentenceMatch[]} matched @param {Sentences} known @param {Comparison} comparison */
function groupOf(heading, matched, known, { likeness, headings }) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const { id, taken } of matched) if (taken) counts.set(known.groups.get(id) ?? "", (counts.get(known.groups.get(id) ?? "") ?? 0) + 1);
  const most = [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), /** @type {[string, number]} */ (["", 0]));
  if (most[1]) return most[0];
  const names = new Set(known.groups.values());
  let [near, like] = ["", 0];
  for (const [name, words] of headings) {
    const score = names.has(name) ? likeness.of(heading, words) : 0;
    if (score > like || (score === like && name > near)) [near, like] = [name, score];
  }
  return like >= LIKE_HEADINGS ? near : "";
}

/** What the document says for the blanks of the pack. What the network has filled in already is asked about. @param {JobDocument} job @param {Overlay | undefined} overlay @returns {Change[]} */
function facts({ fields }, overlay) {
  const filled = /** @type {Record<string, unknown>} */ (overlay?.fill ?? {});
  return fields.flatMap(({ name, value }) => {
    const id = FIELDS[name];
    const before = id ? (filled[id] ?? "") : "";
    const told = typeof before === "string" ? before : "";
    return id && bare(told) !== bare(value) ? [slim({ kind: "field", about: "field", id, before: told, after: value, certainty: before ? "ask" : "likely" })] : [];
  });
}

/** A change with only the keys that say something. @param {Change} change @returns {Change} */
const slim = (change) => /** @type {Change} */ (Object.fromEntries(Object.entries(change).filter(([, value]) => (Array.isArray(value) ? value.length : value))));
