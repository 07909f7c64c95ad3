// The statements and criteria of a Word file: left out, moved, reworded and added, in the style and the lists that stand there.
import { assessedBy, levelOf } from "./labels.js";
import { deepSections, laidSections } from "./laying.js";
import { setOwnSections } from "./wordsections.js";
import { all, attribute, copyOf, fillIn, first, freeNumber, isTagged, must, one, partOf, rename, setAttribute, setWords, styleOf, wordsOf } from "./wordxml.js";
/** @import { WordFile } from "./wordfile.js" */
/** @import { Labels, LaidCriterion, LaidSection, Level, Model, Role, View } from "./types" */

/** A heading with what follows it: its statements, as they were, and all else; then its statements as they are. @typedef {{id: string, blocks: Element[], controls: Element[]}} Group */

/** Make the job description say what the view says. @param {WordFile} file @param {View} view @param {Role} role */
export function setStatements(file, view, role) {
  const base = laidSections(role, view.texts, {}); // a section without sentences is not in the file
  const groups = groupsOf(partOf(file.body, "job"), base);
  const printed = new Map([...deepSections(view.sections)].map((section) => [section.id, section]));
  let number = freeNumber(file.body);
  for (const { controls } of groups.values()) for (const found of controls) found.remove();
  for (const outer of base) {
    const inner = [...deepSections([outer])].map(({ id }) => must(groups.get(id), id));
    const controls = inner.flatMap((group) => group.controls);
    const sample = copyOf(controls[0]);
    for (const group of inner) {
      const section = printed.get(group.id);
      if (!section) {
        for (const block of group.blocks) block.remove();
        continue;
      }
      if (wordsOf(group.blocks[0]) !== section.heading) setWords(group.blocks[0], section.heading);
      group.blocks.push(...section.items.map((item) => {
        const own = controls.find((found) => isTagged(found, `statement:${item.id}`)); // one of another section has another list
        if (!own) number += 1;
        const node = own ?? fresh(sample, `statement:${item.id}`, number);
        if (!own || item.reworded) setWords(node, item.text);
        return node;
      }));
      group.blocks.reduce((above, block) => {
        if (!block.isConnected || above.nextElementSibling !== block) above.after(block);
        return block;
      });
    }
    renumber(file.part("word/numbering.xml"), sample, outer, view.sections);
  }
  setOwnSections(file, view, groups, number);
}

/** Make the person specification say what the view says. @param {WordFile} file @param {View} view @param {Model} model */
export function setCriteria(file, view, { role, shared }) {
  const blocks = partOf(file.body, "specification");
  const tables = blocks.filter(({ localName }) => localName === "tbl");
  const samples = samplesOf(tables, role);
  let number = freeNumber(file.body);
  const rowsOf = (/** @type {Element} */ table) => [...table.children].filter(({ localName }) => localName === "tr");
  const rows = tables.flatMap((table) => rowsOf(table).slice(1));
  for (const row of rows) row.remove();
  role.categories.forEach((category, index) => {
    const table = tables[index];
    const laid = view.categories.find(({ id }) => id === category.id);
    const [head] = rowsOf(table);
    if (!laid) {
      blocks[blocks.indexOf(table) - 1].remove();
      table.remove();
      return;
    }
    head.after(...laid.items.map((item) => {
      const own = rows.find((found) => isTagged(one(found, "sdt"), `criterion:${item.id}`));
      if (!own) number += 1;
      const row = own ?? newRow(samples, item, number, shared.labels);
      if (item.added || item.reworded) setWords(one(one(row, "sdt"), "sdtContent"), item.text);
      return row;
    }));
  });
}

/**
 * Headings stand in the order of the sections. What follows each is its introduction, then its statements.
 * @param {Element[]} blocks
 * @param {LaidSection[]} base
 */
function groupsOf(blocks, base) {
  const sections = [...deepSections(base)];
  /** @type {Map<string, Group>} */
  const groups = new Map();
  /** @type {Group | null} */
  let group = null;
  for (const block of blocks.slice(1)) {
    if (/^Heading[2-6]$/.test(styleOf(block)) && block.localName === "p") {
      group = { id: sections[groups.size].id, blocks: [], controls: [] };
      groups.set(group.id, group);
    }
    if (block.localName === "sdt") must(group, "heading of a section").controls.push(block);
    else must(group, "heading of a section").blocks.push(block);
  }
  return groups;
}

/** @param {Element} sample @param {string} tag @param {number} number */
function fresh(sample, tag, number) {
  const node = copyOf(sample);
  rename(node, node, tag, number);
  return node;
}

/**
 * A numbered section's figure is in the pattern of its list. It changes where a section before it is left out whole.
 * @param {Document} numbering
 * @param {Element} sample
 * @param {LaidSection} outer
 * @param {LaidSection[]} sections
 */
function renumber(numbering, sample, outer, sections) {
  const figure = sections.filter(({ numbered }) => numbered).findIndex(({ id }) => id === outer.id) + 1;
  if (!outer.numbered || !figure) return;
  const list = attribute(first(sample, "numId"), "val");
  const instance = must(all(numbering, "num").find((found) => attribute(found, "numId") === list), `list ${list}`);
  const kind = attribute(first(instance, "abstractNumId"), "val");
  const definition = must(all(numbering, "abstractNum").find((found) => attribute(found, "abstractNumId") === kind), `list ${kind}`);
  setAttribute(one(definition, "lvlText"), "val", `${figure}.%1`);
}

/** A row of each level, to copy for a criterion of the network's own. @param {Element[]} tables @param {Role} role */
function samplesOf(tables, role) {
  const rows = tables.flatMap((table) => all(table, "tr"));
  /** @type {Partial<Record<Level, Element>>} */
  const found = {};
  for (const { id, level } of role.categories.flatMap(({ criteria }) => criteria)) {
    if (found[level]) continue;
    const sample = rows.find((row) => {
      const control = first(row, "sdt");
      return control && isTagged(control, `criterion:${id}`);
    });
    if (sample) found[level] = copyOf(sample);
  }
  return found;
}

/** @param {Partial<Record<Level, Element>>} samples @param {LaidCriterion} item @param {number} number @param {Labels} labels */
function newRow(samples, item, number, labels) {
  const row = copyOf(must(samples[item.level] ?? Object.values(samples).find(Boolean), "criterion"));
  const found = one(row, "sdt");
  fillIn(found, item.text);
  rename(row, found, `criterion:${item.id}`, number);
  const [, level, assessed] = all(row, "tc");
  setWords(level, levelOf(labels, item.level));
  const look = first(one(level, "r"), "rStyle");
  if (look) setAttribute(look, "val", item.level === "essential" ? "Strong" : attribute(look, "val"));
  setWords(assessed, assessedBy(labels, item.assessed_by));
  return row;
}
