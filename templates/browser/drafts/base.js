// The role of this page in the form in which a file carries the role that it was made from.
/** @import { Model, Section } from "../tailor/types" */
/** @import { Carried, SectionWords } from "./types" */

/** @param {Pick<Model, "role" | "texts">} model @returns {Carried["base"]} */
export function baseOf({ role, texts }) {
  /** @param {Section} whole @returns {SectionWords} */
  const section = ({ id, heading, statements, sections }) => ({ id, heading, statements: statements.map((each) => ({ id: each.id, text: texts[each.id] })), sections: sections.map(section) });
  const categories = role.categories.map(({ id, criteria }) => ({ id, criteria: criteria.map(({ id: name, level, assessed_by }) => ({ id: name, text: texts[name], level, assessed_by })) }));
  return { digest: "", in_three_lines: role.in_three_lines, sections: role.sections.map(section), categories };
}
