// An overlay laid on a role: the same as `knowledge/tailoring/tailor.py`, and held against it by tests over random overlays.
/** @import { AddCriterion, AddStatement, Addition, Criterion, LaidCategory, LaidSection, LaidStatement, Overlay, Role, Section, Statement, Texts } from "./types" */

/**
 * A sentence with its words, and whether the network added or reworded it.
 * @template Base
 * @typedef {Base & {text: string, added?: boolean, reworded?: boolean}} Laid
 */

/**
 * The sections of the role with an overlay's statements added, left out and reworded, and those without any left out.
 * Each section is `{id, heading, intro, numbered, items, sections}`; each item has the id, text and origin of a statement.
 * @param {Role} role
 * @param {Texts} texts
 * @param {Partial<Overlay>} overlay
 */
export function laidSections(role, texts, overlay) {
  const lay = layer(overlay, texts);
  /** @param {Section} found @returns {LaidSection} */
  const section = (found) => ({
    ...found,
    items: lay(found.statements, added(overlay.add, "section", found.id)),
    sections: found.sections.map(section),
  });
  return role.sections.map(section).map(printed).filter(stands);
}

/**
 * The categories of the person specification with an overlay laid on, without those that are empty.
 * @param {Role} role
 * @param {Texts} texts
 * @param {Partial<Overlay>} overlay
 * @returns {LaidCategory[]}
 */
export function laidCategories(role, texts, overlay) {
  const lay = layer(overlay, texts);
  return role.categories
    .map((found) => ({ ...found, items: lay(found.criteria, added(overlay.add_criteria, "category", found.id)) }))
    .filter((found) => found.items.length);
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
 * The additions that belong to a section or category.
 * @template {AddStatement | AddCriterion} Added
 * @param {Added[] | undefined} list
 * @param {keyof Added} key
 * @param {string} id
 */
function added(list, key, id) {
  return (list ?? []).filter((addition) => addition[key] === id);
}

/** @param {Partial<Overlay>} overlay @param {Texts} texts */
function layer(overlay, texts) {
  const dropped = new Set((overlay.drop ?? []).map((drop) => drop.id));
  const reworded = new Map((overlay.reword ?? []).map((reword) => [reword.id, reword]));
  /** @template {Statement | Criterion} Base @param {Base} found @returns {Laid<Base>} */
  const kept = (found) => {
    const item = { ...found, text: texts[found.id] };
    const anew = reworded.get(found.id);
    if (!anew) return item;
    const meets = anew.still_meets === false ? { meets: [], meets_in_part: [] } : {};
    return { ...item, text: anew.text, reworded: true, ...meets };
  };
  /** @template {Statement | Criterion} Base @param {Base[]} found @param {Addition[]} own */
  return (found, own) => withAdded(found.filter(({ id }) => !dropped.has(id)).map((one) => kept(one)), own);
}

/**
 * The sentences with the network's own put in, in the order that the network gives them.
 * @template {Statement | Criterion} Base
 * @param {Laid<Base>[]} kept
 * @param {Addition[]} own
 */
function withAdded(kept, own) {
  const ids = new Set(own.map(({ id }) => id));
  const result = kept.filter(({ id }) => !ids.has(id));
  const behind = new Map();
  for (const addition of own) {
    const item = /** @type {Laid<Base>} */ (/** @type {unknown} */ ({ meets: [], meets_in_part: [], duty: true, ...addition, added: true }));
    const after = result.findIndex(({ id }) => id === addition.after);
    const before = result.findIndex(({ id }) => id === addition.before);
    let spot = before === -1 ? result.length : before;
    if (addition.after && after !== -1) {
      const passed = behind.get(addition.after) ?? 0;
      spot = after + 1 + passed;
      behind.set(addition.after, passed + 1);
    }
    result.splice(spot, 0, item);
  }
  return result;
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
