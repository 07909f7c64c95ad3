// The facts at the head of a job description: labels with their values: the same as `knowledge/job_documents/facts.py`.
import { rowsOf } from "./rows.js";
import { isCapitals, stripped, wordsOf } from "./words.js";
/** @import { FieldName, FoundField, Passage } from "./types" */
/** @import { JobWords } from "./words.js" */

const LINES = 4; // passages that a fact takes at most
const LONGEST_BELOW = 12; // words of a value below its label

/** Whether a passage is a sentence that names the post above. @param {JobWords} words @param {Passage} one */
export const saysWho = (words, one) => words.whole.said.test(one.text) && !one.listed;

/** The facts in the line that begins at a place, how many passages it takes, and whether it is a line with a label. @param {JobWords} words @param {Passage[]} passages @param {number} at @returns {[found: FoundField[], taken: number, isFact: boolean]} */
export function factsInLine(words, passages, at) {
  const one = passages[at];
  const block = passages.slice(at, at + LINES).filter(({ item }) => item.block === one.item.block);
  if (block.length > 1 && !one.listed && words.isLabel(one.text) && !block[1].mark) {
    const value = block.slice(1).map(({ text }) => text).join(" ");
    return [fact(words, one.text, value, block[block.length - 1]), block.length, true];
  }
  if (words.whole.hours.test(one.text)) return [[{ name: "hours", value: one.text, passage: one }], 1, true];
  const found = words.whole.labelled.exec(one.text);
  if (found && words.isLabel(found[1]) && wordsOf(found[2]) <= words.data.limits.longestValue && !one.listed) {
    return found[2] ? [fact(words, found[1], found[2], one), 1, true] : below(words, found[1], passages, at);
  }
  const said = words.whole.said.exec(one.text);
  if (said && !one.listed) return [[{ name: said[1].toLowerCase().includes("accountable") ? "accountable" : "manages", value: said[2], passage: one }], 1, true];
  return [[], 1, false];
}

/** A label whose value stands in the next line, and goes on after a stroke. @param {JobWords} words @param {string} label @param {Passage[]} passages @param {number} at @returns {[FoundField[], number, boolean]} */
function below(words, label, passages, at) {
  /** @type {Passage[]} */
  const taken = [];
  for (const each of passages.slice(at + 1, at + LINES)) {
    const goesOn = !taken.length || taken[taken.length - 1].text.endsWith("/");
    const named = words.whole.labelled.exec(each.text);
    const other = words.zoneOf(each.title) || isCapitals(each.text) || each.layout.table || each.layout.heading;
    if (!goesOn || other || each.listed || each.words > LONGEST_BELOW || (named && words.isLabel(named[1])) || words.whole.hours.test(each.text)) break;
    taken.push(each);
  }
  return [fact(words, label, taken.map(({ text }) => text).join(" "), taken[0] ?? passages[at]), 1 + taken.length, true];
}

/** @param {JobWords} words @param {string} label @param {string} said @param {Passage} passage @returns {FoundField[]} */
function fact(words, label, said, passage) {
  /** @type {FieldName | null} */
  const name = words.fieldOf(label);
  const value = stripped(said, " /");
  if (name === null || words.whole.empty.test(value)) return [];
  if (name !== "accountable" && name !== "manages") return [{ name, value, passage }];
  return value.split(/\s*\/\s+|\s+\/\s*/).map((each) => each.trim()).filter(Boolean).map((each) => ({ name, value: each, passage }));
}

/** The facts of a table of labels and values, or nothing for another table. @param {JobWords} words @param {Passage[]} passages @returns {FoundField[] | null} */
export function tableOfFacts(words, passages) {
  /** @type {FoundField[]} */
  const found = [];
  let labels = 0;
  const rows = rowsOf(passages);
  for (const row of rows) {
    const cells = [...row].sort(([one], [other]) => one - other).map(([, cell]) => cell);
    for (let at = 0; at + 1 < cells.length; at += 2) {
      const said = cells[at].map(({ text }) => text).join(" ");
      if (!words.isLabel(said)) continue;
      labels += 1;
      found.push(...fact(words, stripped(said, " :"), cells[at + 1].map(({ text }) => text).join(" "), cells[at + 1][0]));
    }
  }
  return labels && labels * 2 >= rows.length ? found : null;
}
