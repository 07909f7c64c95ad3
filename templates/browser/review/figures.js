// Figures and laws of a document that contradict each other, and texts too long for their form: the same as `checks/review/figures.py`.
import { anywhere, every } from "../documents/patterns.js";
/** @import { ReviewData, TextBlock } from "../documents/types" */
/** @import { MakeFault, Remarks } from "./faults.js" */
/** @import { DocumentPart } from "./parts.js" */

export class Figures {
  /** @param {ReviewData} data @param {MakeFault} fault @param {(block: TextBlock) => string} label */
  constructor({ patterns, most, box }, fault, label) {
    const { posts, title, act } = patterns.figures;
    this.posts = every(posts);
    this.more = anywhere(posts);
    this.title = every(title);
    this.act = every(act);
    this.near = most.near;
    this.box = box;
    this.fault = fault;
    this.label = label;
  }

  /** The number of posts of one title is the same wherever it is given. @param {TextBlock[]} blocks @returns {Remarks} */
  *postsAgree(blocks) {
    /** @type {Map<string, [figure: string, block: TextBlock]>} */
    const first = new Map();
    for (const block of blocks) {
      for (const { 0: whole, 1: figure, index = 0 } of block.text.matchAll(this.posts)) {
        const start = index + (/^\d/.test(whole) ? 0 : 1);
        for (const title of this.titlesNear(block.text, start, index + whole.length)) {
          const known = first.get(title) ?? [figure, block];
          first.set(title, known);
          if (Number(known[0]) === Number(figure)) continue;
          yield this.fault("figures-differ", `${capitalised(this.label(known[1]))} says ${known[0]} for ${title}; here it is ${figure}.`, block, start, index + whole.length);
          break;
        }
      }
    }
  }

  /** Job titles near a figure, in the singular. The text that belongs to a figure ends at the next figure. @param {string} text @param {number} start @param {number} end */
  titlesNear(text, start, end) {
    const after = text.slice(end, end + this.near);
    const more = this.more.exec(after);
    const own = more ? after.slice(0, more.index) : after;
    const titles = [...own.matchAll(this.title)];
    const found = titles.length ? titles : [...text.slice(Math.max(0, start - this.near), start).matchAll(this.title)];
    return found.map(([, title]) => title.replace(/s$/, ""));
  }

  /** The same Act is always cited with the same year. @param {DocumentPart} part @returns {Remarks} */
  *actsAgree(part) {
    /** @type {Map<string, [year: string, block: TextBlock]>} */
    const years = new Map();
    for (const block of [...part.job, ...part.specification]) {
      for (const { 0: whole, 1: act, 2: year, index = 0 } of block.text.matchAll(this.act)) {
        const known = years.get(act) ?? [year, block];
        years.set(act, known);
        if (known[0] !== year) yield this.fault("acts-differ", `${capitalised(this.label(known[1]))} cites the Act of ${known[0]}; here it is that of ${year}.`, block, index, index + whole.length);
      }
    }
  }

  /** A job description is within the limit of its box on NHS Jobs. @param {DocumentPart} part @returns {Remarks} */
  *fitsTheForm({ job, headed }) {
    const length = job.reduce((sum, { text }) => sum + text.length + 1, 0);
    if (!headed || !this.box || length <= this.box) return;
    const why = `It has ${length.toLocaleString("en-GB")} characters. The box on NHS Jobs holds ${this.box.toLocaleString("en-GB")}.`;
    yield this.fault("too-long-for-form", why, job[0], 0, job[0].text.length);
  }
}

/** @param {string} label */
const capitalised = (label) => label.slice(0, 1).toUpperCase() + label.slice(1).toLowerCase();
