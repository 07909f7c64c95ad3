// Faults of form in a document: the same as `checks/review/faults.py`, by the same patterns.
import { all, anywhere, atStart, every } from "../documents/patterns.js";
import { nearDuplicates } from "./duplicates.js";
/** @import { Items } from "../documents/items.js" */
/** @import { Item, Remark, ReviewData, TextBlock } from "../documents/types" */
/** @import { DocumentPart } from "./parts.js" */

/** @typedef {Generator<Remark, void, undefined>} Remarks */
/** @typedef {(rule: string, note: string, block: TextBlock, start: number, end: number) => Remark} MakeFault */

const UPPER = /^\p{Lu}/u;
const SIGNS = ".,;:!?()[]|'\"‘’“”";

export class Faults {
  /** @param {ReviewData} data @param {Items} items @param {MakeFault} fault @param {(block: TextBlock, at: number) => string} label */
  constructor({ patterns, most }, items, fault, label) {
    this.says = all(patterns.faults, atStart);
    this.found = all(patterns.faults, anywhere);
    this.dead = every(patterns.faults.dead);
    this.most = most;
    this.items = items;
    this.fault = fault;
    this.label = label;
  }

  /** No field is blank. A field’s value may be on the next line. @param {TextBlock[]} blocks @returns {Remarks} */
  *fieldsFilled(blocks) {
    for (const [index, block] of blocks.entries()) {
      const after = blocks[index + 1];
      if (!this.says.field.test(block.text) || (after && !this.hasNoValue(after))) continue;
      const name = block.text.trim().replace(/:+$/, "");
      const start = block.text.indexOf(name);
      yield this.fault("blank-field", `‘${name}’ has nothing after it.`, block, start, start + name.length);
    }
  }

  /** @param {TextBlock} block */
  hasNoValue(block) {
    const text = block.text.trim();
    const letters = [...text].filter((letter) => /\p{L}/u.test(letter));
    const heading = letters.length > 3 && letters.every((letter) => /\p{Lu}/u.test(letter));
    return this.says.label.test(block.text) || heading || text.includes("\t") || text.startsWith("Criteria");
  }

  /** Every link has an address. @param {TextBlock[]} blocks @returns {Remarks} */
  *linksAlive(blocks) {
    for (const block of blocks) for (const { 0: found, index = 0 } of block.text.matchAll(this.dead)) yield this.fault("dead-link", "The link has no address.", block, index, index + found.length);
  }

  /** The text has no HTML markup. Reported once for each paragraph. @param {TextBlock[]} blocks @returns {Remarks} */
  *markupGone(blocks) {
    for (const block of blocks) {
      const found = this.items.markup(block.text);
      if (!found.length) continue;
      const more = found.length > 1 ? ` and ${found.length - 1} more` : "";
      yield this.fault("raw-markup", `This is web page code${more}. Readers would see it.`, block, ...found[0]);
    }
  }

  /** No sentence is cut off, either after a function word or inside a name that is longer everywhere else. @param {TextBlock[]} blocks @returns {Remarks} */
  *sentencesWhole(blocks) {
    const names = namesIn(blocks);
    for (const block of blocks) {
      const text = block.text.trimEnd();
      const words = wordsOf(text);
      if (words.length < 5 || /[.:;!?,)|]$/.test(text) || text.includes("\t")) continue;
      const tail = words.slice(-3).join(" ");
      const goesOn = !isShouted(text) && mostlyGoesOn(names.get(nameOf(words.slice(-3))) ?? []);
      if (this.found.openWord.test(text) || goesOn) yield this.fault("cut-off", "The end is missing.", block, text.length - tail.length, text.length);
    }
  }

  /** No two statements of one job description, or criteria of one person specification, say nearly the same. @param {DocumentPart} part @param {number} limit @returns {Remarks} */
  *nothingTwice(part, limit) {
    for (const blocks of [part.job, part.specification]) {
      const items = blocks.flatMap((block) => this.items.of(block)).slice(0, this.most.compared);
      for (const [first, second, percent] of nearDuplicates(items.map(({ text }) => text), limit, this.most.alikeWords)) {
        const [here, there] = [items[second], items[first]];
        const why = `It says ${percent}% the same as ${this.label(there.block, there.start)}.`;
        yield this.fault("near-duplicate", why, here.block, here.start, here.start + here.text.length);
      }
    }
  }

  /** No criterion about experience is under a heading on education or qualifications only. @param {DocumentPart} part @returns {Remarks} */
  *filedRight(part) {
    let heading = "";
    for (const item of part.specification.flatMap((block) => this.items.of(block))) {
      const named = item.text.replace(this.found.columns, "");
      if (this.says.filed.test(named) && wordsOf(named).length <= 6) heading = named;
      else if (heading && underEducation(heading) && this.found.asksExperience.test(item.text)) yield this.misfiled(item, heading);
    }
  }

  /** @param {Item} item @param {string} heading */
  misfiled({ block, start, text }, heading) {
    return this.fault("misfiled", `It asks for experience, but is under ‘${heading.replace(/[: ]+$/, "")}’.`, block, start, start + text.length);
  }
}

/** @param {string} heading */
function underEducation(heading) {
  const named = heading.toLowerCase();
  return (named.includes("education") || named.includes("qualification")) && !named.includes("experience");
}

/** @param {string} text */
const isShouted = (text) => text === text.toUpperCase() && text !== text.toLowerCase();

/** The words of a text, as white space parts them. @param {string} text */
export const wordsOf = (text) => text.split(/[\s\x85]+/).filter(Boolean);

/** Every sequence of three capitalised words, with whether another one follows at each place. @param {TextBlock[]} blocks */
function namesIn(blocks) {
  /** @type {Map<string, boolean[]>} */
  const names = new Map();
  for (const { text } of blocks) {
    const words = wordsOf(text);
    for (let at = 0; at < words.length - 2; at += 1) {
      const name = nameOf(words.slice(at, at + 3));
      if (!name) continue;
      const follows = /[\p{L}\p{N}]$/u.test(words[at + 2]) && /^[A-Z][a-z]+/.test(words[at + 3] ?? "");
      const known = names.get(name);
      if (known) known.push(follows);
      else names.set(name, [follows]);
    }
  }
  return names;
}

/** Three words as one name without surrounding punctuation, or nothing if one has no capital. @param {string[]} words */
function nameOf([first, second, third]) {
  let [from, to] = [0, third.length];
  while (from < first.length && SIGNS.includes(first[from])) from += 1;
  while (to > 0 && SIGNS.includes(third[to - 1])) to -= 1;
  const bare = first.slice(from);
  return [bare, second, third].every((word) => UPPER.test(word)) ? `${bare} ${second} ${third.slice(0, to)}` : "";
}

/** Whether a capitalised word follows a name in most places: at least 70% of at least four. @param {boolean[]} follows */
function mostlyGoesOn(follows) {
  return follows.length >= 4 && follows.filter(Boolean).length / follows.length >= 0.7;
}
