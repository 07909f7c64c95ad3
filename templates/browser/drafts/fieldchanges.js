// The fields of a pack in an edited file: found by their tag, their title, or the label beside them. The same as `knowledge/drafts/fields.py`.
import { changeOf } from "./change.js";
import { titleName } from "./names.js";
import { labelsOf } from "./outline.js";
/** @import { Placed } from "./change.js" */
/** @import { Certainty, FieldsFound, Outline, Recognised, SentField } from "./types" */

/** Every field that is still there. @param {Outline} outline @param {Recognised} found @returns {FieldsFound} */
export function findFields(outline, found) {
  /** @type {FieldsFound} */
  const fields = { says: new Map(), at: new Map(), names: new Map() };
  /** @param {SentField | undefined} sent @param {number} index @param {string} words */
  const put = (sent, index, words) => {
    if (!sent || fields.says.has(sent.tag)) return;
    fields.says.set(sent.tag, words.split(/\s+/).filter(Boolean).join(" "));
    fields.at.set(sent.tag, index);
    fields.names.set(index, sent.name);
  };
  const byName = new Map([...outline.fields].map(([tag, sent]) => [tag.slice(tag.indexOf(":") + 1), sent]));
  const parts = partsOf(outline, found);
  found.blocks.forEach((block, index) => {
    for (const { tag, title, text } of block.spans) {
      const titled = /^(Statement|Criterion|Clause): /.test(title) ? undefined : byName.get(titleName(title));
      const sent = outline.fields.get(tag) ?? titled;
      put(sent, index, sent?.alone ? block.says : text);
    }
    for (const tag of outline.mixed.get(block.says) ?? []) put(outline.fields.get(tag), index, outline.fields.get(tag)?.text ?? "");
  });
  for (const sent of outline.fields.values()) {
    const beside = sent.alone && !fields.says.has(sent.tag) ? labelled(sent, found, parts, fields) : -1;
    if (beside !== -1) put(sent, beside, found.blocks[beside].says);
  }
  return fields;
}

/** The heading of the part that each block stands in. @param {Outline} outline @param {Recognised} found */
function partsOf(outline, found) {
  const heads = new Set([...outline.fields.values()].map(({ part }) => part).filter(Boolean));
  let part = "";
  return found.blocks.map(({ says, row }) => {
    if (heads.has(says) && !row) part = says;
    return part;
  });
}

/** The block beside or below the field’s label, in its part, or -1. @param {SentField} sent @param {Recognised} found @param {string[]} parts @param {FieldsFound} fields */
function labelled(sent, found, parts, fields) {
  if (!sent.label) return -1;
  return found.blocks.findIndex((block, index) => {
    const free = !fields.names.has(index) && !found.sentences.has(index) && Boolean(block.says);
    return free && parts[index] === sent.part && sent.label === labelsOf(found.blocks, index)[sent.below ? 1 : 0];
  });
}

/**
 * What was changed in fields: one change for each field, or one for each place where its places now say different things.
 * @param {Outline} outline
 * @param {Recognised} found
 * @param {FieldsFound} fields
 * @returns {Placed[]}
 */
export function fieldChanges(outline, found, fields) {
  /** @type {Map<string, SentField[]>} */
  const byName = new Map();
  for (const sent of outline.fields.values()) byName.set(sent.name, [...(byName.get(sent.name) ?? []), sent]);
  const now = (/** @type {SentField} */ { tag }) => fields.says.get(tag) ?? "";
  /** @param {SentField} sent @param {Certainty} certainty @returns {Placed} */
  const change = (sent, certainty) => {
    const index = fields.at.get(sent.tag);
    const marks = index === undefined ? [] : found.blocks[index].marks;
    return [index ?? -1, changeOf({ kind: "field", about: "field", id: sent.name, before: sent.text, after: now(sent), certainty }, marks)];
  };
  return [...byName.values()].flatMap((places) => {
    const changed = places.filter((sent) => bare(now(sent)) !== bare(sent.text));
    if (!changed.length) return [];
    if (new Set(changed.map((sent) => bare(now(sent)))).size > 1) return changed.map((sent) => change(sent, "ask"));
    const same = places.filter(({ text }) => bare(text) === bare(changed[0].text));
    const whole = changed.length === same.length && changed.every(({ tag }) => fields.says.has(tag));
    return [change(changed[0], whole ? "sure" : "likely")];
  });
}

/** Words as every place says them: some places make a sentence of them. @param {string} words */
function bare(words) {
  return words.slice(0, 1).toLowerCase() + words.slice(1).replace(/\.+$/, "");
}
