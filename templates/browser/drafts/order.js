// Where the sentences of an edited file stand, and which of them were moved. The same as `knowledge/drafts/order.py`.
import { freeSection } from "./names.js";
/** @import { Outline, Recognised, Spot } from "./types" */

/**
 * The spot of each block. A section goes on until the next heading that the pack had; a heading that is gone moves nothing. Where none is
 * gone, a new heading among duties begins a section.
 * @param {Outline} outline
 * @param {Recognised} found
 * @returns {Spot[]}
 */
export function spots(outline, found) {
  const headings = [...outline.headings];
  const there = new Set(found.blocks.map(({ says }) => says));
  const whole = headings.every(([text]) => there.has(text));
  const duties = new Set([...outline.sentences.values()].filter(({ about }) => about === "statement").map(({ group }) => group));
  const known = new Set(headings.map(([, group]) => group));
  let [section, last] = ["", ""];
  return found.blocks.map((block, index) => {
    const sentence = outline.sentences.get(found.sentences.get(index) ?? "");
    const heading = sentence ? -1 : headings.findIndex(([text]) => text === block.says);
    if (heading !== -1) {
      // It is used up: several may have the same words.
      [section, last] = [headings.splice(heading, 1)[0][1], ""];
      return { section: "", follows: "" };
    }
    if (!sentence && whole && duties.has(section) && block.heading > 1 && block.says) {
      const begun = { section: freeSection(known), follows: section, begins: true };
      [section, last] = [begun.section, ""];
      duties.add(section);
      known.add(section);
      return begun;
    }
    if (!sentence) return { section, follows: last };
    const gone = !outline.headings.some(([text, group]) => group === sentence.group && there.has(text));
    if (sentence.group !== section && gone) [section, last] = [sentence.group, ""];
    const spot = { section: sentence.about === "clause" ? "" : section, follows: last };
    last = sentence.id;
    return spot;
  });
}

/**
 * The blocks whose sentence was moved: to another section, or past others of its own. As few as can be, those first of which tracking says so.
 * @param {Outline} outline
 * @param {Recognised} found
 * @param {Spot[]} placed
 */
export function movedIn(outline, found, placed) {
  /** @type {Set<number>} */
  const away = new Set();
  const order = new Map([...outline.sentences.keys()].map((tag, number) => [tag, number]));
  /** @type {Map<string, number[]>} */
  const groups = new Map();
  for (const [index, tag] of found.sentences) {
    const sentence = outline.sentences.get(tag);
    if (!sentence) continue;
    const clause = sentence.about === "clause";
    if (!clause && placed[index].section !== sentence.group) {
      away.add(index);
      continue;
    }
    const group = clause ? "clause" : `${sentence.about} ${sentence.group}`;
    groups.set(group, [...(groups.get(group) ?? []), index]);
  }
  for (const members of groups.values()) {
    const weights = members.map((index) => (found.blocks[index].moved ? 10 : 11));
    const kept = heaviest(members, members.map((index) => order.get(found.sentences.get(index) ?? "") ?? 0), weights);
    for (const index of members) if (!kept.has(index)) away.add(index);
  }
  return away;
}

/**
 * The weightiest part of the members that stands in its old order.
 * @param {number[]} members
 * @param {number[]} order the old place of each
 * @param {number[]} weights how much it counts that each stays
 */
export function heaviest(members, order, weights) {
  const best = [...weights];
  const before = members.map(() => -1);
  for (let here = 0; here < members.length; here += 1) {
    for (let there = 0; there < here; there += 1) {
      if (order[there] < order[here] && best[there] + weights[here] > best[here]) {
        [best[here], before[here]] = [best[there] + weights[here], there];
      }
    }
  }
  /** @type {Set<number>} */
  const kept = new Set();
  for (let at = best.indexOf(Math.max(...best)); at !== -1; at = before[at]) kept.add(members[at]);
  return kept;
}
