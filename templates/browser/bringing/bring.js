// A Word file that is no pack of ours, as a list of changes: its sentences matched to those of the role by their words alone.
import { baseOf } from "../drafts/base.js";
import { deepWords } from "../drafts/outline.js";
import { counted } from "../text/formatting.js";
import { Likeness } from "./likeness.js";
import { matches } from "./matching.js";
import { saidTogether } from "./together.js";
/** @import { Block, Carried, Change, Returned } from "../drafts/types" */
/** @import { Model, Network } from "../tailor/types" */
/** @import { SentenceMatch } from "./types" */

const FEWEST = 2; // words of a sentence that is matched
const LISTED = 4; // words of a sentence that is listed where it matches nothing
const SPECIFICATION = /person specification|selection criteria/i;
const DESCRIPTION = /job description|main duties|responsibilities|job purpose/i;
const HEADING = 8; // words of a heading at most
const HOW = "Taken from a document of our own";
const MORE = "The command ‘fingerpost bring’ reads levels and answers too.";
const MOST = 400; // sentences that are matched: a job pack has some 150

/**
 * What a document says of a role, and what it is held against.
 * @param {Block[]} blocks
 * @param {string[]} unread
 * @param {Model} model
 * @param {Network} network the draft that it goes into
 * @param {(text: string) => boolean} wrong whether a rule speaks against words
 * @returns {{carried: Carried, returned: Returned}}
 */
export function brought(blocks, unread, model, network, wrong) {
  const carried = /** @type {Carried} */ ({ fingerpost: 1, role: model.role.role, base: baseOf(model), network });
  const likeness = new Likeness(model.shared.likeness);
  const { statement, criterion } = likeness.data.bounds;
  const known = knownOf(carried);
  const asked = ownWords(network, model.role.role);
  const every = blocks.filter(({ says, heading, note }) => !heading && !note && wordsIn(says) >= FEWEST);
  const read = every.slice(0, MOST);
  const [duties, specification] = parted(blocks, new Set(read));
  const [said, wanted] = [matches(texts(duties), known.statements, likeness, statement), matches(texts(specification), known.criteria, likeness, criterion)];
  const found = new Map([...placed(duties, said), ...placed(specification, wanted)]);
  const together = new Map([...placed(duties, saidTogether(texts(duties), said)), ...placed(specification, saidTogether(texts(specification), wanted))]);
  const all = new Map([...known.statements, ...known.criteria]);
  const changes = read.flatMap((block) => {
    const match = found.get(block);
    if (!match) return wordsIn(block.says) >= LISTED ? [other(block.says)] : [];
    const [before, after] = [all.get(match.id) ?? "", together.get(block)];
    if (after === undefined || bare(before) === bare(after)) return [];
    const doubt = !match.taken || match.also.length > 0 || asked.has(match.id) || after !== block.says || wrong(after);
    return [reworded(match, known.statements.has(match.id) ? "statement" : "criterion", before, after, doubt, likeness.data.bounds.sure)];
  });
  const there = new Set([...found.values()].flatMap(({ id, also }) => [id, ...also]));
  const lacking = [...all.keys()].filter((id) => !there.has(id)).length;
  const short = blocks.length - every.length;
  const cut = every.length > MOST ? [`What comes after the first ${MOST} sentences was not read.`] : [];
  const told = [...cut, MORE, `Only in the role: ${counted(lacking, "sentence")}. They stay.`, ...(short ? [`${counted(short, "heading or short line", "headings and short lines")} of the document were left out.`] : [])];
  return { carried, returned: { role: model.role.role, network: "", changes, comments: [], unread: [...told, ...unread], own: true } };
}

/** @param {Block[]} blocks */
const texts = (blocks) => blocks.map(({ says }) => says);

/** @param {string} text */
const wordsIn = (text) => text.split(/\s+/).filter(Boolean).length;

/** @param {string} text */
const bare = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");

/** @template Said @param {Block[]} blocks @param {Map<number, Said>} found */
const placed = (blocks, found) => [...found].map(([at, match]) => /** @type {const} */ ([blocks[at], match]));

/** The sentences of the job description, and those of the person specification. @param {Block[]} blocks @param {Set<Block>} read @returns {[Block[], Block[]]} */
function parted(blocks, read) {
  /** @type {[Block[], Block[]]} */
  const parts = [[], []];
  let part = 0;
  for (const block of blocks) {
    if (wordsIn(block.says) <= HEADING && SPECIFICATION.test(block.says)) part = 1;
    else if (wordsIn(block.says) <= HEADING && DESCRIPTION.test(block.says)) part = 0;
    if (read.has(block)) parts[part].push(block);
  }
  return parts;
}

/** @param {SentenceMatch} match @param {"statement" | "criterion"} about @param {string} before @param {string} after @param {boolean} doubt @param {number} sure @returns {Change} */
function reworded({ id, likeness }, about, before, after, doubt, sure) {
  return { kind: "reworded", about, id, before, after, certainty: doubt ? "ask" : likeness >= sure ? "sure" : "likely", how: HOW };
}

/** @param {string} after @returns {Change} */
const other = (after) => ({ kind: "text", about: "paragraph", after, certainty: "ask" });

/** Ids of what the draft has in its own words, or left out. @param {Network} network @param {string} role */
function ownWords({ roles }, role) {
  const overlay = roles.find((each) => each.role === role);
  return new Set([...(overlay?.reword ?? []), ...(overlay?.drop ?? [])].map(({ id }) => id));
}

/** The sentences of the role by id. @param {Carried} carried */
function knownOf({ base }) {
  const statements = deepWords(base.sections).flatMap(({ statements: own = [] }) => own.map(({ id, text }) => /** @type {const} */ ([id, text])));
  const criteria = base.categories.flatMap(({ criteria: own }) => own.map(({ id, text }) => /** @type {const} */ ([id, text])));
  return { statements: new Map(statements), criteria: new Map(criteria) };
}
