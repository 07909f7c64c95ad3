// The network's own sections in a Word file: each with a heading and a list as another section has them.
import { all, attribute, copyOf, first, must, one, partOf, rename, setAttribute, setWords } from "./wordxml.js";
/** @import { WordFile } from "./wordfile.js" */
/** @import { Group } from "./wordrows.js" */
/** @import { LaidSection, View } from "./types" */

/**
 * Put each section of the network's own below the one above it.
 * @param {WordFile} file
 * @param {View} view
 * @param {Map<string, Group>} groups the role's own sections, with their headings and statements as they are now
 * @param {number} number the last control that is in the file
 */
export function setOwnSections(file, view, groups, number) {
  const sample = sampleOf(view, groups);
  let last = number;
  /** What the next section comes below: first the heading of the job description, which stands even where nothing of the role is left. */
  let above = must(partOf(file.body, "job")[0], "job description");
  for (const section of view.sections) {
    const group = groups.get(section.id);
    if (!group) {
      const list = newList(file.part("word/numbering.xml"), sample.item, figureOf(section, view));
      const heading = copyOf(sample.heading);
      setWords(heading, section.heading);
      const items = section.items.map((item) => {
        last += 1;
        const node = copyOf(sample.item);
        rename(node, node, `statement:${item.id}`, last);
        setWords(node, item.text);
        setAttribute(one(node, "numId"), "val", list);
        return node;
      });
      above.after(heading, ...items);
      above = items[items.length - 1];
    } else above = lastOf(section, groups);
  }
}

/** The last block of a section of the role, with those within it. @param {LaidSection} section @param {Map<string, Group>} groups */
function lastOf(section, groups) {
  const inner = section.sections[section.sections.length - 1];
  /** @type {Element} */
  const found = inner ? lastOf(inner, groups) : must(groups.get(section.id), section.id).blocks.slice(-1)[0];
  return found;
}

/** A heading and a statement to copy: of a numbered section that is not the first, whose heading has less room above. @param {View} view @param {Map<string, Group>} groups */
function sampleOf({ role }, groups) {
  const found = role.sections.filter(({ id, numbered }) => numbered && groups.get(id)?.controls.length);
  const { blocks, controls } = must(groups.get((found[1] ?? found[0] ?? role.sections[0]).id), "section");
  return { heading: blocks[0], item: controls[0] };
}

/** @param {LaidSection} section @param {View} view */
function figureOf(section, view) {
  return view.sections.filter(({ numbered }) => numbered).indexOf(section) + 1;
}

/**
 * A list of its own, so that it begins at 1: its definition comes before the uses of all, or LibreOffice counts them alike. Returns its id.
 * @param {Document} numbering
 * @param {Element} sample
 * @param {number} figure
 */
function newList(numbering, sample, figure) {
  const lists = all(numbering, "num");
  const kinds = all(numbering, "abstractNum");
  const free = (/** @type {Element[]} */ list, /** @type {string} */ name) => String(1 + Math.max(...list.map((each) => Number(attribute(each, name)))));
  const [id, kind] = [free(lists, "numId"), free(kinds, "abstractNumId")];
  const like = must(lists.find((each) => attribute(each, "numId") === attribute(first(sample, "numId"), "val")), "list");
  const known = must(kinds.find((each) => attribute(each, "abstractNumId") === attribute(first(like, "abstractNumId"), "val")), "look of a list");
  const definition = copyOf(known);
  setAttribute(definition, "abstractNumId", kind);
  for (const name of ["nsid", "tmpl"]) setAttribute(one(definition, name), "val", (Number.parseInt(attribute(first(known, name), "val"), 16) + 0x1000 * Number(id)).toString(16).toUpperCase().padStart(8, "0"));
  setAttribute(one(definition, "lvlText"), "val", `${figure}.%1`);
  lists[0].before(definition);
  const use = copyOf(like);
  setAttribute(use, "numId", id);
  setAttribute(one(use, "abstractNumId"), "val", kind);
  lists[lists.length - 1].after(use);
  return id;
}
