// How an edited Word file differs from the pack that left. The same as `knowledge/drafts/compare.py`; both are held to `tests/cases/edited/`.
import { assessedIn, levelIn } from "./cells.js";
import { changeOf, saying } from "./change.js";
import { fieldChanges, findFields } from "./fieldchanges.js";
import { alike } from "./likeness.js";
import { movedIn, spots } from "./order.js";
import { cellSays, inRow, outlined, sameRow } from "./outline.js";
import { recognise, sentenceAt } from "./recognise.js";
import { sentBlocks } from "./sent.js";
import { otherChanges } from "./wordsleft.js";
/** @import { Placed } from "./change.js" */
/** @import { Block, Carried, Edited, FieldsFound, MarginNote, Outline, Recognised, Returned, SentSentence, Spot } from "./types" */

/** Words in a control that have less in common with those that left may be another sentence altogether. */
export const LIKE_ENOUGH = 0.5;

/**
 * Every difference, in the order of the file that came home; what is gone comes where it stood.
 * @param {Carried} carried
 * @param {Edited} edited
 * @param {(text: string) => string} comparable
 * @returns {Returned}
 */
export function compare(carried, edited, comparable) {
  const outline = outlined(sentBlocks(carried.sent, comparable), carried);
  const found = recognise(outline, edited.blocks, comparable);
  const placed = spots(outline, found);
  const fields = findFields(outline, found);
  const away = movedIn(outline, found, placed);
  const { changes, fresh } = otherChanges(outline, found, fields, placed);
  const all = [
    ...[...found.sentences.keys()].flatMap((index) => ofSentence(outline, found, index, placed[index], away.has(index))),
    ...dropped(outline, found),
    ...fieldChanges(outline, found, fields),
    ...changes,
    ...fresh.map((index) => added(outline, found, index, placed[index])),
  ];
  const ordered = all.sort(([one], [other]) => one - other).map(([, change]) => change);
  return { role: carried.role, network: carried.network?.id ?? "", changes: ordered, comments: notesOf(outline, found, fields, edited), unread: edited.unread };
}

/** What was changed in a sentence that is still there. @param {Outline} outline @param {Recognised} found @param {number} index @param {Spot} spot @param {boolean} away @returns {Placed[]} */
function ofSentence(outline, found, index, spot, away) {
  const sentence = sentenceAt(outline, found, index);
  const block = found.blocks[index];
  if (!sentence) return [];
  const whole = { about: sentence.about, id: sentence.id, before: sentence.text, after: block.says };
  /** @type {Placed[]} */
  const changes = [];
  if (block.says !== sentence.text) {
    const doubt = alike(block.says, sentence.text) < LIKE_ENOUGH;
    changes.push([index, changeOf({ kind: "reworded", ...whole, certainty: found.asked.has(index) ? "ask" : doubt ? "likely" : "sure" }, edits(block))]);
  }
  if (away) {
    const marks = block.marks.filter(({ kind }) => kind === "moved");
    changes.push([index, changeOf({ kind: "moved", ...whole, ...spot }, marks.length ? marks : edits(block))]);
  }
  return sentence.about === "criterion" ? [...changes, ...cells(found, index, sentence)] : changes;
}

/** What was changed in the cells beside a criterion. A file without its table says nothing of them. @param {Recognised} found @param {number} index @param {SentSentence} sentence @returns {Placed[]} */
function cells(found, index, { id, level, assessed }) {
  const row = inRow(found.blocks, index);
  if (!row.some(({ cell }) => cell > 1)) return [];
  const marks = (/** @type {number} */ number) => row.filter(({ cell }) => cell === number).flatMap(edits);
  /** @type {Placed[]} */
  const changes = [];
  const rank = cellSays(found.blocks, index, 2);
  if (rank !== level) {
    const next = levelIn(rank);
    changes.push([index, changeOf({ kind: "level", about: "criterion", id, before: level, after: rank, level: next, certainty: next ? "sure" : "ask" }, marks(2))]);
  }
  const says = cellSays(found.blocks, index, 3);
  if (says !== assessed) {
    const ways = assessedIn(says);
    changes.push([index, changeOf({ kind: "assessed", about: "criterion", id, before: assessed, after: says, assessed_by: ways, certainty: ways.length ? "sure" : "ask" }, marks(3))]);
  }
  return changes;
}

/** @param {Block} block */
function edits({ marks }) {
  return marks.filter(({ kind }) => kind !== "moved");
}

/** What is gone. It stands in the list after what came before it in the pack. @param {Outline} outline @param {Recognised} found @returns {Placed[]} */
function dropped(outline, found) {
  const at = new Map([...found.sentences].map(([index, tag]) => [tag, index]));
  let place = -1;
  return [...outline.sentences].flatMap(([tag, { about, id, text }]) => {
    const index = at.get(tag);
    if (index !== undefined) {
      place = index + 0.5;
      return [];
    }
    return [/** @type {Placed} */ ([place, changeOf({ kind: "dropped", about, id, before: text, certainty: found.named ? "sure" : "likely" }, deletions(found, text))])];
  });
}

/** The tracked deletions that took a text away. @param {Recognised} found @param {string} text */
function deletions(found, text) {
  for (const { marks } of found.blocks) {
    const own = marks.filter(({ kind }) => kind === "deleted");
    const gone = own.map((mark) => mark.text).join("").split(/\s+/).filter(Boolean).join(" ");
    if (gone.includes(text)) return own;
  }
  return [];
}

/** A sentence of somebody’s own, where it stands. @param {Outline} outline @param {Recognised} found @param {number} index @param {Spot} spot @returns {Placed} */
function added(outline, found, index, { section, follows }) {
  const block = found.blocks[index];
  const marks = block.marks.filter(({ kind }) => kind === "inserted");
  const categories = new Set([...outline.sentences.values()].filter(({ about }) => about === "criterion").map(({ group }) => group));
  const whole = { after: block.says, section, follows };
  if (!categories.has(section)) return [index, changeOf({ kind: "added", about: "statement", ...whole, certainty: block.listed ? "sure" : "likely" }, marks)];
  const [level, ways] = [levelIn(cellSays(found.blocks, index, 2)), assessedIn(cellSays(found.blocks, index, 3))];
  const alone = !found.blocks.some((other, at) => sameRow(other, block) && found.sentences.has(at));
  return [index, changeOf({ kind: "added", about: "criterion", ...whole, level, assessed_by: ways, certainty: level && ways.length && alone ? "sure" : "ask" }, marks)];
}

/** Every comment, beside what it stands. @param {Outline} outline @param {Recognised} found @param {FieldsFound} fields @param {Edited} edited @returns {MarginNote[]} */
function notesOf(outline, found, fields, edited) {
  const beside = found.blocks.flatMap((block, index) => {
    const own = sentenceAt(outline, found, index) ?? found.blocks.map((other, at) => (sameRow(other, block) ? sentenceAt(outline, found, at) : undefined)).find(Boolean);
    const name = fields.names.get(index) ?? "";
    return block.comments.map((comment) => /** @type {MarginNote} */ ({ about: own?.about ?? (name ? "field" : "paragraph"), id: own?.id ?? name, beside: own?.text ?? block.says, ...comment }));
  });
  const loose = edited.looseComments.map((comment) => ({ about: /** @type {const} */ ("paragraph"), ...comment }));
  /** @type {MarginNote[]} */
  const all = [...beside, ...loose];
  return all.map(saying);
}
