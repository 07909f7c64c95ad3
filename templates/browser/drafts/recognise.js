// Which paragraph of an edited file is which sentence of the pack that left: by name, by the same words, by likeness. The same as `knowledge/drafts/recognise.py`.
import { alike } from "./likeness.js";
import { bookmarkOf, bookmarkStart, controlTitle } from "./names.js";
/** @import { Block, Outline, Recognised } from "./types" */

/** How like words must be to be the same sentence, by how much no other may come near, and from where on it is a question. */
const [SURE, LEAD, ASK] = [0.85, 0.1, 0.6];
export { ASK };

const LABELS = { statement: "Statement", criterion: "Criterion", clause: "Clause" };

/** @typedef {Map<number, string>} Tags The tag of a sentence, by the index of its block. */

/**
 * Find each sentence that left again.
 * @param {Outline} outline
 * @param {Block[]} blocks
 * @param {(text: string) => string} comparable
 * @returns {Recognised}
 */
export function recognise(outline, blocks, comparable) {
  const names = namesOf(outline);
  const parted = blocks.flatMap((block) => partedBy(outline, names, block, comparable));
  /** @type {Tags} */
  const claims = new Map();
  parted.forEach((block, index) => {
    const tag = claimed(block, names);
    if (tag) claims.set(index, tag);
  });
  const found = believed(outline, parted, claims);
  const named = found.size > 0;
  byWords(outline, parted, found);
  const asked = byLikeness(outline, parted, found);
  return { blocks: parted, sentences: new Map([...found].sort(([a], [b]) => a - b)), asked, named };
}

/** The sentence that a block is. @param {Outline} outline @param {Recognised} found @param {number} index */
export function sentenceAt(outline, found, index) {
  return outline.sentences.get(found.sentences.get(index) ?? "");
}

/** Each name of each sentence, to its tag. @param {Outline} outline */
function namesOf(outline) {
  /** @type {Map<string, string>} */
  const found = new Map();
  for (const [tag, { about }] of outline.sentences) {
    for (const name of [`tag ${tag}`, `title ${controlTitle(LABELS[about], tag)}`, `mark ${bookmarkStart(tag)}`]) found.set(name, tag);
  }
  return found;
}

/** The sentence that the names on a block say it is. @param {Block} block @param {Map<string, string>} names */
function claimed({ tag, title, spans, bookmarks }, names) {
  const tags = [tag, ...spans.map((span) => span.tag)].map((name) => `tag ${name}`);
  const titles = [title, ...spans.map((span) => span.title)].map((name) => `title ${name}`);
  const all = [...tags, ...titles, ...bookmarks.map((name) => `mark ${bookmarkOf(name)}`)];
  return names.get(all.find((name) => names.has(name)) ?? "") ?? "";
}

/** A block; or two, where somebody typed another sentence after a line break. @param {Outline} outline @param {Map<string, string>} names @param {Block} block @param {(text: string) => string} comparable @returns {Block[]} */
function partedBy(outline, names, block, comparable) {
  const pieces = block.text.split("\n").map(comparable).filter(Boolean);
  const own = outline.sentences.get(claimed(block, names));
  if (!own || pieces.length < 2 || block.says === own.text) return [block];
  const scores = pieces.map((piece) => alike(piece, own.text));
  const best = scores.indexOf(Math.max(...scores));
  if (scores[best] < SURE) return [block];
  return pieces.map((text, at) => (at === best ? { ...block, text, says: text } : { ...block, text, says: text, tag: "", title: "", bookmarks: [], spans: [], comments: [] }));
}

/** The claims that hold: one block for each sentence, and none with the very words of another. @param {Outline} outline @param {Block[]} blocks @param {Tags} claims @returns {Tags} */
function believed(outline, blocks, claims) {
  const textOf = (/** @type {string} */ tag) => outline.sentences.get(tag)?.text ?? "";
  const texts = new Map([...outline.sentences].map(([tag, { text }]) => [text, tag]));
  const before = behind([...outline.sentences.keys()].map((tag) => [tag, tag]));
  const left = behind([...claims]);
  const held = [...claims].filter(([index, tag]) => blocks[index].says === textOf(tag));
  /** Of two with the same words, the one behind the same neighbour is not the copy. @param {[number, string]} claim */
  const away = ([index, tag]) => Number(left.get(index) !== before.get(tag));
  held.sort((one, other) => away(one) - away(other) || one[0] - other[0]);
  const taken = new Set();
  /** @type {Tags} */
  const found = new Map();
  const take = (/** @type {number} */ index, /** @type {string} */ tag) => {
    if (taken.has(tag)) return;
    taken.add(tag);
    found.set(index, tag);
  };
  for (const [index, tag] of held) take(index, tag);
  for (const index of claims.keys()) {
    const other = texts.get(blocks[index].says);
    if (other && !found.has(index)) take(index, other);
  }
  for (const tag of new Set(claims.values())) {
    if (taken.has(tag)) continue;
    const rivals = [...claims].filter(([index, own]) => own === tag && !found.has(index) && blocks[index].says).map(([index]) => index);
    const marked = (/** @type {number} */ index) => Number(!blocks[index].bookmarks.some((name) => bookmarkOf(name) === bookmarkStart(tag)));
    const likeness = new Map(rivals.map((index) => [index, alike(blocks[index].says, textOf(tag))]));
    rivals.sort((one, other) => marked(one) - marked(other) || (likeness.get(other) ?? 0) - (likeness.get(one) ?? 0));
    if (rivals.length) take(rivals[0], tag);
  }
  return found;
}

/**
 * What comes before each, by its key; nothing before the first.
 * @template Key
 * @param {[Key, string][]} pairs
 */
function behind(pairs) {
  return new Map(pairs.map(([key], index) => [key, index ? pairs[index - 1][1] : ""]));
}

/** Add the sentences whose very words stand in a block without a name. @param {Outline} outline @param {Block[]} blocks @param {Tags} found */
function byWords(outline, blocks, found) {
  const taken = new Set(found.values());
  const left = new Map([...outline.sentences].filter(([tag]) => !taken.has(tag)).map(([tag, { text }]) => [text, tag]));
  blocks.forEach((block, index) => {
    const tag = left.get(block.says);
    if (found.has(index) || tag === undefined || block.note) return;
    found.set(index, tag);
    left.delete(block.says);
  });
}

/** Add the sentences whose words were changed in blocks without a name. Gives the blocks of which somebody must be asked. @param {Outline} outline @param {Block[]} blocks @param {Tags} found */
function byLikeness(outline, blocks, found) {
  const taken = new Set(found.values());
  const left = [...outline.sentences].filter(([tag]) => !taken.has(tag));
  const scores = blocks.flatMap((block, index) => {
    if (!left.length || !mayBe(block, index, found, outline)) return [];
    const near = left.map(([tag, { text }]) => ({ tag, score: alike(block.says, text, ASK) })).filter(({ score }) => score);
    const [first, second] = near.sort((one, other) => other.score - one.score);
    return first ? [{ ...first, index, lead: first.score - (second?.score ?? 0) }] : [];
  });
  /** @type {Set<number>} */
  const asked = new Set();
  for (const { tag, score, index, lead } of scores.sort((one, other) => other.score - one.score || one.index - other.index)) {
    if (taken.has(tag)) continue;
    taken.add(tag);
    found.set(index, tag);
    if (score < SURE || lead < LEAD) asked.add(index);
  }
  return asked;
}

/** Whether a block may be a sentence that was changed: it is no heading or note, and no other words of the pack. @param {Block} block @param {number} index @param {Tags} found @param {Outline} outline */
function mayBe(block, index, found, outline) {
  const fields = block.spans.some(({ tag }) => tag.startsWith("fill:"));
  return Boolean(block.says) && !found.has(index) && !(block.heading || block.note || fields || outline.others.has(block.says));
}
