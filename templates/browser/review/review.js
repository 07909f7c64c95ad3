// A document reviewed: what is outdated, unfair, unclear or unfinished in it: the same as `checks/review/__init__.py`.
import { BlockMaker } from "../documents/blocks.js";
import { Items } from "../documents/items.js";
import { anywhere } from "../documents/patterns.js";
import { Wording } from "../tailor/wording.js";
import { sentences, wordCount } from "../text/sentences.js";
import { readEitherWay } from "./either-way.js";
import { Faults, wordsOf } from "./faults.js";
import { Figures } from "./figures.js";
import { partsOf } from "./parts.js";
import { ReadingAge } from "./reading-age.js";
import { Unfilled } from "./unfilled.js";
/** @import { Remark, Review, ReviewData, ReviewRule, SourceDocument, TextBlock } from "../documents/types" */
/** @import { Remarks } from "./faults.js" */

export class Reviewer {
  /** @param {ReviewData} data */
  constructor(data) {
    this.data = data;
    this.items = new Items(data.patterns.items);
    this.unfilled = new Unfilled(data.patterns);
    this.lines = new BlockMaker(data);
    this.rules = new Wording({ rules: data.rules, measures: [] });
    /** @param {TextBlock} block @param {number} [at] */
    const label = (block, at = 0) => this.label(block, at);
    /** @type {import("./faults.js").MakeFault} */
    const fault = (rule, note, block, start, end) => {
      const [title, instead] = data.faults[rule];
      return { rule, group: "form", severity: "warning", title, why: "", instead, block, start, end, note, since: "", sources: [] };
    };
    this.faults = new Faults(data, this.items, fault, label);
    this.readingAge = new ReadingAge(data);
    this.figures = new Figures(data, fault, label);
  }

  /** Where a character of a block stands, in words. @param {TextBlock} block @param {number} at */
  label(block, at) {
    return this.lines.lineAt(block, at)[0].label;
  }

  /** What the rules find in a text, without words that are only counted. @param {string} text */
  matches(text) {
    return this.rules.matches(this.items.bare(text), null, ({ counted }) => !counted);
  }

  /** @param {SourceDocument} read @returns {Review} */
  review(read) {
    const document = readEitherWay(read, (text) => this.matches(text), this.data.most.settled);
    const { blocks } = document;
    const limits = [...document.unread];
    const unsorted = [
      ...this.most(this.wordsRight(blocks), "words to look at", limits),
      ...this.most(this.placesFilled(blocks), "places to fill in", limits),
      ...this.most(this.sentencesShort(blocks), "long sentences", limits),
      ...this.most(this.form(blocks, limits), "faults of form", limits),
    ];
    const order = new Map(blocks.map((block, index) => [block, index]));
    const place = (/** @type {Remark} */ { block }) => order.get(block) ?? 0;
    const remarks = unsorted.sort((a, b) => place(a) - place(b) || a.start - b.start || b.end - a.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0));
    const texts = blocks.flatMap((block) => this.items.of(block).map(({ text }) => text));
    const counts = { "masculine-coded": new Map(), "feminine-coded": new Map() };
    for (const { code, quote } of texts.flatMap((text) => this.rules.matches(text, null, ({ counted }) => counted))) {
      const counted = counts[/** @type {keyof typeof counts} */ (code)];
      counted?.set(quote.toLowerCase(), (counted.get(quote.toLowerCase()) ?? 0) + 1);
    }
    const words = texts.reduce((sum, text) => sum + wordsOf(text).length, 0);
    return { document, remarks, limits, words, grade: this.readingAge.grade(texts), masculine: counts["masculine-coded"], feminine: counts["feminine-coded"] };
  }

  /** The first remarks of one kind. If there are more, `limits` gets a sentence about it. @param {Remarks} remarks @param {string} what @param {string[]} limits */
  most(remarks, what, limits) {
    /** @type {Remark[]} */
    const listed = [];
    const most = this.data.most.remarks;
    for (const remark of remarks) {
      if (listed.length === most) {
        limits.push(`There are more than ${most.toLocaleString("en-GB")} ${what}. Only the first ${most.toLocaleString("en-GB")} are listed.`);
        break;
      }
      listed.push(remark);
    }
    return listed;
  }

  /** Rules that depend on whom a role serves are not applied. A document of an NHS trust may say `trust`. @param {TextBlock[]} blocks @returns {Remarks} */
  *wordsRight(blocks) {
    const trust = anywhere(this.data.patterns.words.trust).test(blocks.map(({ text }) => text).join("\n"));
    for (const block of blocks) {
      const matches = this.matches(block.text).filter(({ rule }) => !rule.serves.length && !(trust && rule.rightFor.includes("trust")));
      const places = matches.some(({ code }) => code === this.data.stillToFill) ? this.unfilled.in(block) : [];
      for (const { rule, start, end } of matches) {
        const inPlace = rule.code === this.data.stillToFill && places.some(([from, to]) => from < end && start < to);
        if (!inPlace) yield this.ofRule(/** @type {ReviewRule} */ (rule), block, start, end);
      }
    }
  }

  /** A remark for each place that waits to be filled in. @param {TextBlock[]} blocks @returns {Remarks} */
  *placesFilled(blocks) {
    const rule = this.data.rules.find(({ code }) => code === this.data.stillToFill);
    if (rule) for (const block of blocks) for (const [start, end] of this.unfilled.in(block)) yield this.ofRule(rule, block, start, end);
  }

  /** @param {ReviewRule} rule @param {TextBlock} block @param {number} start @param {number} end @returns {Remark} */
  ofRule({ code, family, severity, title, why, instead, since, sources }, block, start, end) {
    return { rule: code, group: this.data.groupOf[family], severity, title, why, instead, block, start, end, note: "", since, sources };
  }

  /** A remark for each sentence or list item with more words than the limit. @param {TextBlock[]} blocks @returns {Remarks} */
  *sentencesShort(blocks) {
    for (const { code, limit, title, why, instead } of this.measures("sentence-words")) {
      for (const item of blocks.flatMap((block) => this.items.of(block))) {
        if (item.text.split(" ").length - 1 < Math.floor(limit / 2)) continue;
        for (const { start, end, text } of sentences(item.text)) {
          const words = wordCount(text);
          const at = { block: item.block, start: item.start + start, end: item.start + end };
          if (words > limit) yield { rule: code, group: "unclear", severity: "information", title, why, instead, ...at, note: `${words} words.`, since: "", sources: [] };
        }
      }
    }
  }

  /** @param {string} kind */
  measures(kind) {
    return this.data.measures.filter((measure) => measure.kind === kind);
  }

  /** @param {TextBlock[]} blocks @param {string[]} limits @returns {Remarks} */
  *form(blocks, limits) {
    yield* this.faults.fieldsFilled(blocks);
    yield* this.faults.linksAlive(blocks);
    yield* this.faults.markupGone(blocks);
    yield* this.faults.sentencesWhole(blocks);
    yield* this.figures.postsAgree(blocks);
    const { compared } = this.data.most;
    for (const part of partsOf(blocks, this.data.patterns.parts)) {
      for (const { limit } of this.measures("near-duplicate")) yield* this.faults.nothingTwice(part, limit);
      const items = [...part.job, ...part.specification].reduce((sum, block) => sum + this.items.of(block).length, 0);
      if (items > compared) limits.push(`After the first ${compared.toLocaleString("en-GB")} statements, none were compared with each other.`);
      yield* this.faults.filedRight(part);
      yield* this.figures.actsAgree(part);
      yield* this.figures.fitsTheForm(part);
    }
  }
}
