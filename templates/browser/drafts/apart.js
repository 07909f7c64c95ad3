// How two drafts of one role differ, as the list that an edited Word file gives. The same as `knowledge/drafts/apart.py`, which says how.
import { changeOf } from "./change.js";
import { LIKE_ENOUGH } from "./compare.js";
import { alike } from "./likeness.js";
import { freeSection } from "./names.js";
import { heaviest } from "./order.js";
import { deepWords } from "./outline.js";
/** @import { Assessment, Level } from "../tailor/types" */
/** @import { CategoryWords, Change, SectionWords } from "./types" */

/** What a draft says. @typedef {{sections: SectionWords[], categories: CategoryWords[], clauses?: string[], fields: Record<string, string>, profile: string[]}} DraftSays */
/** A sentence of a draft, in its section or category. @typedef {{id: string, text: string, part: string, level?: Level, assessed_by?: Assessment[]}} Said */
/** @typedef {Map<string, Said>} Pairs My sentence to each of theirs, by their id. */

/**
 * What the second draft says otherwise.
 * @param {DraftSays} mine
 * @param {DraftSays} other
 * @param {Set<string>} ofRole the ids of the role's own sentences and sections: under these, both mean the same
 * @returns {Change[]}
 */
export function apart(mine, other, ofRole) {
  const theirs = withMySections(mine, other, ofRole);
  return [
    ...newSections(mine, theirs, ofRole), ...sentences("statement", statements(mine), statements(theirs), ofRole), ...sentences("criterion", criteria(mine), criteria(theirs), ofRole),
    ...goneSections(mine, theirs, ofRole), ...clauses(mine, theirs), ...headings(mine, theirs), ...profile(mine, theirs), ...fields(mine, theirs),
  ];
}

/**
 * The second draft with my ids for its own sections that I have too: the same id if the headings are alike, or else the same heading.
 * Browsers number the sections that people add, so one id may mean two sections. Theirs then gets another.
 * @param {DraftSays} mine
 * @param {DraftSays} theirs
 * @param {Set<string>} ofRole
 * @returns {DraftSays}
 */
function withMySections(mine, theirs, ofRole) {
  const [ours, own] = [mine, theirs].map(({ sections }) => new Map(sections.filter(({ id }) => !ofRole.has(id)).map(({ id, heading }) => [id, heading])));
  const names = new Map([...own].filter(([id, heading]) => alike(ours.get(id) ?? "", heading) >= LIKE_ENOUGH).map(([id]) => [id, id]));
  const free = new Map([...ours].filter(([id]) => !names.has(id)).map(([id, heading]) => [heading, id]));
  const taken = new Set([...ours.keys(), ...own.keys(), ...ofRole]);
  for (const [id, heading] of own) {
    if (names.has(id)) continue;
    const name = free.get(heading) ?? (ours.has(id) ? freeSection(taken) : id);
    free.delete(heading);
    names.set(id, name);
    taken.add(name);
  }
  return { ...theirs, sections: theirs.sections.map((section) => ({ ...section, id: names.get(section.id) ?? section.id })) };
}

/** @param {DraftSays} mine @param {DraftSays} theirs @param {Set<string>} ofRole @returns {Change[]} */
function newSections(mine, theirs, ofRole) {
  const known = new Set([...mine.sections.map(({ id }) => id), ...ofRole]);
  return theirs.sections.flatMap(({ id, heading }, index) => (known.has(id) ? [] : [changeOf({ kind: "added", about: "section", id, after: heading, follows: theirs.sections[index - 1]?.id ?? "" })]));
}

/** Shared clauses are known by their ids: their words are the library's. @param {DraftSays} mine @param {DraftSays} theirs @returns {Change[]} */
function clauses({ clauses: ours = [] }, { clauses: others = [] }) {
  return [
    ...others.filter((id) => !ours.includes(id)).map((id) => changeOf({ kind: "added", about: "clause", id, after: id })),
    ...ours.filter((id) => !others.includes(id)).map((id) => changeOf({ kind: "dropped", about: "clause", id, before: id })),
  ];
}

/** @param {DraftSays} mine @param {DraftSays} theirs @param {Set<string>} ofRole @returns {Change[]} */
function goneSections(mine, theirs, ofRole) {
  const known = new Set([...theirs.sections.map(({ id }) => id), ...ofRole]);
  return mine.sections.flatMap(({ id, heading }) => (known.has(id) ? [] : [changeOf({ kind: "dropped", about: "section", id, before: heading })]));
}

/** @param {DraftSays} draft @returns {Said[]} */
function statements({ sections }) {
  return deepWords(sections).flatMap(({ id: part, statements: found = [] }) => found.map(({ id, text }) => ({ id, text, part })));
}

/** @param {DraftSays} draft @returns {Said[]} */
function criteria({ categories }) {
  return categories.flatMap(({ id: part, criteria: found }) => found.map(({ id, text, level, assessed_by }) => ({ id, text, part, level, assessed_by })));
}

/** @param {"statement" | "criterion"} about @param {Said[]} mine @param {Said[]} theirs @param {Set<string>} ofRole @returns {Change[]} */
function sentences(about, mine, theirs, ofRole) {
  const pairs = paired(mine, theirs, ofRole);
  const away = moved(mine, theirs, pairs);
  /** @type {Map<string, string>} */
  const last = new Map();
  const said = theirs.flatMap(({ id: theirId, text, part, level, assessed_by }) => {
    const [own, follows] = [pairs.get(theirId), last.get(part) ?? ""];
    if (!own) return [changeOf({ kind: "added", about, id: ofRole.has(theirId) ? theirId : "", after: text, section: part, follows, level, assessed_by })];
    last.set(part, own.id);
    const { id } = own;
    const [before, after] = [own, { assessed_by }].map((one) => (one.assessed_by ?? []).join(", "));
    return [
      ...(own.text === text ? [] : [changeOf({ kind: "reworded", about, id, before: own.text, after: text })]),
      ...(away.has(id) ? [changeOf({ kind: "moved", about, id, before: own.text, after: text, section: part, follows })] : []),
      ...(own.level === level ? [] : [changeOf({ kind: "level", about, id, before: own.level, after: level, level })]),
      ...(before === after ? [] : [changeOf({ kind: "assessed", about, id, before, after, assessed_by })]),
    ];
  });
  const kept = new Set([...pairs.values()].map(({ id }) => id));
  const dropped = mine.filter(({ id }) => !kept.has(id)).map(({ id, text }) => changeOf({ kind: "dropped", about, id, before: text }));
  return [...said, ...dropped];
}

/** The same id (of two own ones only if they are alike), or else the same words. @param {Said[]} mine @param {Said[]} theirs @param {Set<string>} ofRole @returns {Pairs} */
function paired(mine, theirs, ofRole) {
  const known = new Map(mine.map((own) => [own.id, own]));
  /** @type {Pairs} */
  const pairs = new Map();
  for (const { id, text } of theirs) {
    const own = known.get(id);
    if (own && (ofRole.has(id) || alike(own.text, text) >= LIKE_ENOUGH)) pairs.set(id, own);
  }
  const free = mine.filter(({ id }) => !pairs.has(id) && !ofRole.has(id));
  for (const { id, text } of theirs) {
    const at = pairs.has(id) || ofRole.has(id) ? -1 : free.findIndex((own) => own.text === text);
    if (at !== -1) pairs.set(id, free.splice(at, 1)[0]);
  }
  return pairs;
}

/** My ids that they have in another part, or past others of their part: as few as can be. @param {Said[]} mine @param {Said[]} theirs @param {Pairs} pairs */
function moved(mine, theirs, pairs) {
  const order = new Map(mine.map(({ id }, number) => [id, number]));
  /** @type {Set<string>} */
  const away = new Set();
  /** @type {Map<string, string[]>} */
  const groups = new Map();
  for (const { id, part } of theirs) {
    const own = pairs.get(id);
    if (own && own.part !== part) away.add(own.id);
    else if (own) groups.set(part, [...(groups.get(part) ?? []), own.id]);
  }
  for (const members of groups.values()) {
    const kept = heaviest(members.map((_, at) => at), members.map((id) => order.get(id) ?? 0), members.map(() => 1));
    for (const [at, id] of members.entries()) if (!kept.has(at)) away.add(id);
  }
  return away;
}

/** @param {DraftSays} mine @param {DraftSays} theirs @returns {Change[]} */
function headings(mine, theirs) {
  const known = new Map(deepWords(mine.sections).map(({ id, heading }) => [id, heading]));
  return deepWords(theirs.sections).flatMap(({ id, heading: after }) => {
    const before = known.get(id);
    return before === undefined || before === after ? [] : [changeOf({ kind: "text", about: "paragraph", id, before, after })];
  });
}

/** @param {DraftSays} mine @param {DraftSays} theirs @returns {Change[]} */
function profile({ profile: ours }, { profile: others }) {
  const longer = ours.length > others.length ? ours : others;
  return longer.flatMap((_, at) => {
    const [before = "", after = ""] = [ours[at], others[at]];
    return before === after ? [] : [changeOf({ kind: "text", about: "paragraph", before, after })];
  });
}

/** @param {DraftSays} mine @param {DraftSays} theirs @returns {Change[]} */
function fields({ fields: ours }, { fields: others }) {
  return [...new Set([...Object.keys(ours), ...Object.keys(others)])].sort().flatMap((id) => {
    const [before = "", after = ""] = [ours[id], others[id]];
    return before === after ? [] : [changeOf({ kind: "field", about: "field", id, before, after })];
  });
}
