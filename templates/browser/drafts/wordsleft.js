// All other words of an edited file: those that are as they left, those that were changed, and those that are new. The same as `knowledge/drafts/words_left.py`.
import { assessedIn, levelIn } from "./cells.js";
import { changeOf } from "./change.js";
import { nearest } from "./likeness.js";
import { count, sameRow } from "./outline.js";
import { ASK } from "./recognise.js";
/** @import { Placed } from "./change.js" */
/** @import { Block, FieldsFound, Outline, Recognised, Spot } from "./types" */

/**
 * The changes of kind `text`, and the blocks that are new sentences, because they stand among sentences.
 * @param {Outline} outline
 * @param {Recognised} found
 * @param {FieldsFound} fields
 * @param {Spot[]} placed
 */
export function otherChanges(outline, found, fields, placed) {
  const { left, loose } = unmatched(outline, found, fields);
  /** @type {Placed[]} */
  const changes = [];
  /** @type {number[]} */
  const fresh = [];
  for (const index of loose) {
    const block = found.blocks[index];
    if (placed[index].begins && begins(found, placed, index)) {
      changes.push([index, newSection(block, placed[index])]);
      continue;
    }
    const [near, score] = nearest([...left].filter(([, times]) => times > 0).map(([text]) => text), block.says);
    if (near && score >= ASK) {
      count(left, near, -1);
      changes.push([index, textChange(block, near)]);
    } else if (besideNew(outline, found, index, fresh)) continue;
    else if (!block.note && !block.heading && placed[index].section && (!block.row || block.cell === 1)) fresh.push(index);
    else changes.push([index, textChange(block, "")]);
  }
  for (const [words, times] of left) {
    for (let time = 0; time < times; time += 1) changes.push(gone(outline, placed, words));
  }
  return { changes, fresh };
}

/** Whether a section begins with a new heading: something stands below it. @param {Recognised} found @param {Spot[]} placed @param {number} index */
function begins(found, placed, index) {
  return placed.some(({ section }, at) => at > index && section === placed[index].section && Boolean(found.blocks[at].says));
}

/** @param {Block} block @param {Spot} spot */
function newSection(block, { section, follows }) {
  return changeOf({ kind: "added", about: "section", id: section, after: block.says, follows, certainty: "likely" }, block.marks.filter(({ kind }) => kind === "inserted"));
}

/** Words that are gone. A heading of the network's own that left nothing behind was a section; that is told after what was in it. @param {Outline} outline @param {Spot[]} placed @param {string} words @returns {Placed} */
function gone(outline, placed, words) {
  const own = outline.own.get(words);
  if (own && placed.every(({ section }) => section !== own)) return [placed.length + 1_000_000, changeOf({ kind: "dropped", about: "section", id: own, before: words, certainty: "likely" })];
  return [-0.5, changeOf({ kind: "text", about: "paragraph", before: words, certainty: "ask" })];
}

/** Words that left and are not there as they were, and blocks that are there and did not leave so. @param {Outline} outline @param {Recognised} found @param {FieldsFound} fields */
function unmatched(outline, found, fields) {
  const left = new Map(outline.others);
  for (const [whole, tags] of outline.mixed) if (!tags.every((tag) => fields.says.has(tag))) count(left, whole, 1);
  const alone = new Set([...fields.at].filter(([tag]) => outline.fields.get(tag)?.alone).map(([, index]) => index));
  const cells = cellsOfCriteria(outline, found);
  /** @type {number[]} */
  const loose = [];
  found.blocks.forEach((block, index) => {
    if (!block.says || found.sentences.has(index) || alone.has(index) || cells.has(index)) return;
    if ((left.get(block.says) ?? 0) > 0) count(left, block.says, -1);
    else if (!sameButForFields(outline, block, fields, index)) loose.push(index);
  });
  return { left, loose };
}

/** Whether a paragraph that has fields says what it said, but for them. @param {Outline} outline @param {Block} block @param {FieldsFound} fields @param {number} index */
function sameButForFields(outline, block, fields, index) {
  const tags = [...fields.at].filter(([, at]) => at === index).map(([tag]) => tag);
  const home = [...outline.mixed].find(([, sent]) => tags.length && tags.every((tag) => sent.includes(tag)));
  if (!home) return false;
  let [before, after] = [home[0], block.says];
  for (const tag of home[1]) {
    before = before.replace(outline.fields.get(tag)?.text ?? "", "…");
    const says = fields.says.get(tag);
    if (says) after = after.replace(says, "…");
  }
  return before === after;
}

/** The blocks of criteria, by what they are. @param {Outline} outline @param {Recognised} found */
function criteriaOf(outline, found) {
  return [...found.sentences].filter(([, tag]) => outline.sentences.get(tag)?.about === "criterion").map(([index]) => found.blocks[index]).filter(({ row }) => row);
}

/** The cells beside each criterion: they are no words of their own. @param {Outline} outline @param {Recognised} found */
function cellsOfCriteria(outline, found) {
  const rows = new Set(criteriaOf(outline, found).map(({ table, row }) => `${table} ${row}`));
  return new Set(found.blocks.flatMap(({ table, row, cell }, index) => (row && cell > 1 && rows.has(`${table} ${row}`) ? [index] : [])));
}

/** Whether a block is the level or the ways to assess of a criterion that is new, or of which only these are left. @param {Outline} outline @param {Recognised} found @param {number} index @param {number[]} fresh */
function besideNew(outline, found, index, fresh) {
  const block = found.blocks[index];
  if (!block.row || block.cell < 2) return false;
  const beside = found.blocks.flatMap((other, at) => (sameRow(other, block) && other.cell === 1 && other.says ? [at] : []));
  const among = criteriaOf(outline, found).some(({ table }) => table === block.table);
  const empty = !beside.length && among && Boolean(levelIn(block.says) || assessedIn(block.says).length);
  return empty || beside.some((at) => fresh.includes(at));
}

/** @param {Block} block @param {string} before */
function textChange(block, before) {
  return changeOf({ kind: "text", about: "paragraph", before, after: block.says, certainty: "ask" }, block.marks);
}
