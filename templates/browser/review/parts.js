// A document split into job descriptions, each with its person specification: the same as `checks/review/parts.py`.
import { atStart } from "../documents/patterns.js";
/** @import { ReviewData, TextBlock } from "../documents/types" */

/** @typedef {{job: TextBlock[], specification: TextBlock[], headed: boolean}} DocumentPart `headed`: whether it starts with the heading of a job description. */

/** @param {TextBlock[]} blocks @param {ReviewData["patterns"]["parts"]} patterns @returns {DocumentPart[]} */
export function partsOf(blocks, patterns) {
  const [job, specification] = [atStart(patterns.job), atStart(patterns.specification)];
  /** @type {DocumentPart[]} */
  const parts = [{ job: [], specification: [], headed: false }];
  /** @type {"job" | "specification"} */
  let filled = "job";
  for (const block of blocks) {
    if (job.test(block.text)) {
      parts.push({ job: [], specification: [], headed: true });
      filled = "job";
    } else if (specification.test(block.text)) filled = "specification";
    parts[parts.length - 1][filled].push(block);
  }
  return parts.filter((part) => part.job.length || part.specification.length);
}
