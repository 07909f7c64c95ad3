// The pack that left, as an outline: each sentence with its place, each field with its label, and all other words. The same as `knowledge/drafts/outline.py`.
import { idOf } from "./names.js";
/** @import { Block, Carried, Outline, SectionWords } from "./types" */

const KINDS = /** @type {const} */ (["statement", "criterion", "clause"]);

/** The kind of sentence that a tag names, or nothing. @param {string} tag */
const kindOf = (tag) => KINDS.find((kind) => tag.startsWith(`${kind}:`));

/**
 * The outline of the blocks that left. `carried` knows which section or category each sentence is of.
 * @param {Block[]} blocks
 * @param {Carried} carried
 * @returns {Outline}
 */
export function outlined(blocks, carried) {
  /** @type {Outline} */
  const found = { sentences: new Map(), fields: new Map(), headings: [], others: new Map(), own: new Map(), mixed: new Map() };
  const groups = groupsOf(carried);
  let part = "";
  blocks.forEach((block, index) => {
    const tag = [block.tag, ...block.spans.map((span) => span.tag)].find(kindOf);
    if (tag) sentence(found, blocks, index, tag, groups);
    else if (block.heading) {
      part = block.heading === 1 ? block.says : part;
      found.headings.push([block.says, ""]);
      count(found.others, block.says, 1);
    } else if (block.cell < 2 || !inRow(blocks, index).some((each) => each.spans.some((span) => span.tag.startsWith("criterion:")))) {
      other(found, blocks, index, part);
    }
  });
  const known = new Map(deepWords(carried.base.sections).map(({ heading, id }) => [heading, id]));
  for (const { rename = [] } of carried.network?.roles ?? []) for (const { heading, id } of rename) known.set(heading, id);
  for (const { add_sections: added = [] } of carried.network?.roles ?? []) for (const { heading, id } of added) found.own.set(heading, id);
  found.headings = found.headings.map(([text, group]) => [text, group || (known.get(text) || (found.own.get(text) ?? ""))]);
  return found;
}

/** @param {Outline} found @param {Block[]} blocks @param {number} index @param {string} tag @param {Map<string, string>} groups */
function sentence(found, blocks, index, tag, groups) {
  const about = /** @type {typeof KINDS[number]} */ (kindOf(tag));
  const id = idOf(tag, groups.keys());
  const group = groups.get(id) ?? "";
  const [level, assessed] = about === "criterion" ? [cellSays(blocks, index, 2), cellSays(blocks, index, 3)] : ["", ""];
  found.sentences.set(tag, { about, id, tag, text: blocks[index].says, group, level, assessed });
  const last = found.headings[found.headings.length - 1];
  if (last && !last[1]) last[1] = group;
}

/** @param {Outline} found @param {Block[]} blocks @param {number} index @param {string} part */
function other(found, blocks, index, part) {
  const block = blocks[index];
  const fills = block.spans.filter(({ tag }) => tag.startsWith("fill:"));
  const alone = fills.length === 1 && fills[0].text.trim() === block.text.trim();
  for (const { tag, text } of fills) {
    const [before, above] = labelsOf(blocks, index);
    const below = tag.endsWith("@cover") || !block.row;
    found.fields.set(tag, { tag, name: fieldName(tag), text: text.split(/\s+/).filter(Boolean).join(" "), part, label: below ? above : before, below, alone });
  }
  if (fills.length && !alone) found.mixed.set(block.says, fills.map(({ tag }) => tag));
  else if (!fills.length) count(found.others, block.says, 1);
}

/** `hours` for `fill:hours@pay`. @param {string} tag */
function fieldName(tag) {
  return tag.replace(/^fill:/, "").replace(/[@~].*$/s, "");
}

/** Count a text up or down. @param {Map<string, number>} counts @param {string} text @param {number} by */
export function count(counts, text, by) {
  counts.set(text, (counts.get(text) ?? 0) + by);
}

/** The words of another cell in the row of a block. @param {Block[]} blocks @param {number} index @param {number} cell */
export function cellSays(blocks, index, cell) {
  return inRow(blocks, index).filter((block) => block.cell === cell).map(({ says }) => says).join(" ");
}

/** Whether two blocks stand in the same row of a table. @param {Block} one @param {Block} other */
export function sameRow(one, other) {
  return one.row > 0 && one.table === other.table && one.row === other.row;
}

/** The blocks of the row that a block stands in, in their order. @param {Block[]} blocks @param {number} index */
export function inRow(blocks, index) {
  const block = blocks[index];
  if (!block.row) return [];
  let [first, end] = [index, index + 1];
  while (first && sameRow(blocks[first - 1], block)) first -= 1;
  while (end < blocks.length && sameRow(blocks[end], block)) end += 1;
  return blocks.slice(first, end);
}

/**
 * What a cell may be labelled with: the words of the cell before it, and of the one above it. Another paragraph: what is above it.
 * @param {Block[]} blocks
 * @param {number} index
 */
export function labelsOf(blocks, index) {
  const block = blocks[index];
  if (!block.row) return ["", index ? blocks[index - 1].says : ""];
  const over = blocks.slice(0, index).filter(({ table, row, cell }) => table === block.table && row === block.row - 1 && cell === block.cell);
  return [cellSays(blocks, index, block.cell - 1), over.map(({ says }) => says).join(" ")];
}

/** The section or category of each statement and criterion, by id: of the base role, and of what the network moved and added. @param {Carried} carried */
export function groupsOf({ base, network }) {
  /** @type {Map<string, string>} */
  const found = new Map();
  for (const section of deepWords(base.sections)) for (const { id } of section.statements ?? []) found.set(id, section.id);
  for (const category of base.categories) for (const { id } of category.criteria) found.set(id, category.id);
  for (const overlay of network?.roles ?? []) {
    for (const { id, to } of overlay.move ?? []) if (to) found.set(id, to);
    for (const { id, section } of overlay.add ?? []) found.set(id, section);
    for (const { id, category } of overlay.add_criteria ?? []) found.set(id, category);
  }
  return found;
}

/** Sections and those within them, in order. @param {SectionWords[]} sections @returns {SectionWords[]} */
export function deepWords(sections) {
  return sections.flatMap((section) => [section, ...deepWords(section.sections ?? [])]);
}
