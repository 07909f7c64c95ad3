// An overlay laid on a role: the same as `knowledge/tailoring/tailor.py`, and held against it by tests over random overlays.
import { arranged, orderIn } from "./placing.js";
/** @import { Addition, Criterion, LaidCategory, LaidClause, LaidSection, LaidStatement, Overlay, Role, Section, Statement, Texts } from "./types" */

/**
 * A sentence with its words, and whether the network added or reworded it.
 * @template Base
 * @typedef {Base & {text: string, added?: boolean, reworded?: boolean}} Laid
 */

/**
 * The sections of the role and the network's own, with an overlay's statements added, left out, moved and reworded, and those without any left out.
 * Each section is `{id, heading, intro, numbered, items, sections}`; each item has the id, text and origin of a statement.
 * @param {Role} role
 * @param {Texts} texts
 * @param {Partial<Overlay>} overlay
 */
export function laidSections(role, texts, overlay) {
  const outermost = withOwn(role.sections, overlay);
  const lay = layer(new Map([...deepSections(outermost)].map(({ id, statements }) => [id, statements])), overlay, "add", "section", texts);
  const headings = new Map((overlay.rename ?? []).map(({ id, heading }) => [id, heading]));
  /** @param {Section} found @returns {LaidSection} */
  const section = (found) => ({ ...found, heading: headings.get(found.id) ?? found.heading, items: lay(found.id), sections: found.sections.map(section) });
  return outermost.map(section).map(printed).filter(stands);
}

/** The outermost sections with those that a network adds, still without statements, each at its place. @param {Section[]} sections @param {Partial<Overlay>} overlay */
export function withOwn(sections, { add_sections: added = [] }) {
  const taken = new Set([...deepSections(sections)].map(({ id }) => id));
  const own = added.filter(({ id }) => !taken.has(id));
  /** @type {Map<string, Section>} */
  const known = new Map([...sections, ...own.map(({ id, heading }) => ({ id, heading, intro: "", numbered: true, statements: [], sections: [] }))].map((each) => [each.id, each]));
  return arranged(sections.map(({ id }) => id), own).flatMap((id) => known.get(id) ?? []);
}

/**
 * The categories of the person specification with an overlay laid on, without those that are empty.
 * @param {Role} role
 * @param {Texts} texts
 * @param {Partial<Overlay>} overlay
 * @returns {LaidCategory[]}
 */
export function laidCategories(role, texts, overlay) {
  const lay = layer(new Map(role.categories.map(({ id, criteria }) => [id, criteria])), overlay, "add_criteria", "category", texts);
  return role.categories.map((found) => ({ ...found, items: lay(found.id) })).filter((found) => found.items.length);
}

/** The ids of the clauses of the role, those left out too, and of those that a network adds, each where other roles have it. @param {Role} role @param {Partial<Overlay>} overlay */
export function clausesInPlace(role, { add_clauses: added = [] }) {
  const own = new Set(added.map(({ id }) => id));
  return arranged(role.clauses.map(({ id }) => id), role.other_clauses.filter(({ id }) => own.has(id)));
}

/**
 * The shared clauses of the role without those left out, and those that a network adds.
 * @param {Role} role
 * @param {Texts} texts
 * @param {Partial<Overlay>} overlay
 * @returns {LaidClause[]}
 */
export function laidClauses(role, texts, overlay) {
  const gone = new Set((overlay.drop_clauses ?? []).map(({ id }) => id));
  const known = new Map(role.other_clauses.map((clause) => [clause.id, clause]));
  for (const clause of role.clauses) if (!gone.has(clause.id)) known.set(clause.id, { ...clause, text: texts[clause.id] });
  return clausesInPlace(role, overlay).flatMap((id) => known.get(id) ?? []);
}

/**
 * Every item of sections and the sections within them, in the order of printing.
 * @param {LaidSection[]} sections
 * @returns {Generator<LaidStatement, void, undefined>}
 */
export function* itemsOf(sections) {
  for (const section of sections) {
    yield* section.items;
    yield* itemsOf(section.sections);
  }
}

/** The number of each statement by its id: `1.12`, or nothing in a list without numbers. @param {LaidSection[]} sections */
export function numbersOf(sections) {
  /** @type {Map<string, string>} */
  const numbers = new Map();
  let figure = 0;
  for (const section of sections) {
    if (section.numbered) figure += 1;
    let last = 0;
    for (const item of itemsOf([section])) {
      last += 1;
      numbers.set(item.id, section.numbered ? `${figure}.${last}` : "");
    }
  }
  return numbers;
}

/**
 * Sections and the sections within them.
 * @template {Section} Any
 * @param {Any[]} sections
 * @returns {Generator<Any, void, undefined>}
 */
export function* deepSections(sections) {
  for (const section of sections) {
    yield section;
    yield* deepSections(/** @type {Any[]} */ (section.sections));
  }
}

/**
 * A function that gives the sentences of a part with an overlay laid on.
 * @template {Statement | Criterion} Base
 * @param {Map<string, Base[]>} bases the sentences of each part of the role
 * @param {Partial<Overlay>} overlay
 * @param {"add" | "add_criteria"} list
 * @param {"section" | "category"} key
 * @param {Texts} texts
 */
function layer(bases, overlay, list, key, texts) {
  const parts = { list, key, homes: new Map([...bases].map(([part, found]) => /** @type {const} */ ([part, found.map(({ id }) => id)]))) };
  const known = new Map([...bases.values()].flat().map((found) => [found.id, found]));
  const reworded = new Map((overlay.reword ?? []).map((reword) => [reword.id, reword]));
  const own = new Map(/** @type {Addition[]} */ (overlay[list] ?? []).map((found) => [found.id, found]));
  /** @param {Base} found @returns {Laid<Base>} */
  const kept = (found) => {
    const item = { ...found, text: texts[found.id] };
    const anew = reworded.get(found.id);
    if (!anew) return item;
    const meets = anew.still_meets === false ? { meets: [], meets_in_part: [] } : {};
    return { ...item, text: anew.text, reworded: true, ...meets };
  };
  const added = (/** @type {Addition} */ found) => /** @type {Laid<Base>} */ (/** @type {unknown} */ ({ meets: [], meets_in_part: [], duty: true, ...found, added: true }));
  return (/** @type {string} */ part) => orderIn(overlay, parts, part).flatMap((id) => {
    const [addition, base] = [own.get(id), known.get(id)];
    return addition ? [added(addition)] : base ? [kept(base)] : [];
  });
}

/** @param {LaidSection} section */
function stands(section) {
  return section.items.length > 0 || section.sections.length > 0;
}

/**
 * A heading alone says nothing. An outermost section without sentences is left out by the caller.
 * @param {LaidSection} section
 * @returns {LaidSection}
 */
function printed(section) {
  return { ...section, sections: section.sections.map(printed).filter(stands) };
}
