// The blocks of a body with what was added and taken out since an older one marked. The same as `documents/formats/docx/tracked.py`.
import { spansOf } from "./sequence.js";
import { leafRuns } from "./trackedjoined.js";
import { mergeRuns } from "./trackedruns.js";
import { all, attribute, copyOf, first, made, styleOf, tagOf, wordsOf } from "./wordxml.js";
/** @import { Tracker } from "./trackedruns.js" */

/** How blocks or rows are known, and two of one kind merged into the newer. @typedef {{key: (block: Element) => string, merge: (before: Element, after: Element, tracker: Tracker) => void}} How */

/** @type {How} */
const BLOCKS = { key: keyOf, merge: mergeBlock };
/** @type {How} */
const ROWS = { key: rowKey, merge: mergeRow };

/** Blocks with changes tracked. @param {Element[]} old @param {Element[]} fresh @param {Tracker} tracker @param {How} [how] @returns {Element[]} */
export function mergedBlocks(old, fresh, tracker, how = BLOCKS) {
  return spansOf(old.map(how.key), fresh.map(how.key)).flatMap(({ equal, from, to, start, end }) => {
    const [gone, put] = [old.slice(from, to), fresh.slice(start, end)];
    const paired = equal || (gone.length === put.length && gone.every((block, index) => sameKind(block, put[index])));
    if (!paired) return [...gone.map((block) => takenOut(block, tracker)), ...put.map((block) => putIn(block, tracker))];
    put.forEach((block, index) => {
      how.merge(gone[index], block, tracker);
    });
    return put;
  });
}

/** What makes a block the same: its tag, its caption, or its words and style. @param {Element} block */
function keyOf(block) {
  if (block.localName === "tbl") return `table ${attribute(first(block, "tblCaption"), "val")}`;
  if (block.localName === "sdt") return `control ${tagOf(block)}`;
  const style = styleOf(block);
  return `paragraph ${style} ${style.startsWith("TOC") ? wordsOf(block).replace(/\d+$/, "") : wordsOf(block)}`;
}

/** A criterion's row is the same by its tag, any other by its first words and the number of its cells. @param {Element} row */
function rowKey(row) {
  const tags = all(row, "sdt").map(tagOf);
  const cells = childrenOf(row, "tc");
  return tags[0]?.startsWith("criterion:") ? `${tags[0]} ${cells.length}` : `${wordsOf(cells[0])} ${tags.join(" ")} ${cells.length}`;
}

/** Whether one paragraph may take the place of the other. @param {Element} one @param {Element} other */
function sameKind(one, other) {
  return one.localName === "p" && other.localName === "p" && styleOf(one) === styleOf(other);
}

/** @param {Element} before @param {Element} after @param {Tracker} tracker */
function mergeBlock(before, after, tracker) {
  if (after.localName === "p") mergeRuns(before, after, tracker);
  else if (after.localName === "sdt") {
    const inner = childrenOf(after, "sdtContent")[0];
    inner.replaceChildren(...mergedBlocks([...childrenOf(before, "sdtContent")[0].children], [...inner.children], tracker));
  } else {
    const rows = childrenOf(after, "tr");
    const place = made(after, "tr");
    rows[0].before(place);
    place.replaceWith(...mergedBlocks(childrenOf(before, "tr"), rows, tracker, ROWS));
  }
}

/** Each cell of ours is one paragraph. @param {Element} before @param {Element} after @param {Tracker} tracker */
function mergeRow(before, after, tracker) {
  const paragraphs = (/** @type {Element} */ row) => childrenOf(row, "tc").flatMap((cell) => childrenOf(cell, "p"));
  const old = paragraphs(before);
  for (const [index, paragraph] of paragraphs(after).entries()) mergeRuns(old[index], paragraph, tracker);
}

/** A block that is new, marked so. @param {Element} block @param {Tracker} tracker */
function putIn(block, tracker) {
  for (const row of within(block, "tr")) propertiesOf(row, "trPr").append(tracker.mark(row, "ins"));
  for (const paragraph of within(block, "p")) {
    markEnd(paragraph, tracker.mark(paragraph, "ins"));
    for (const run of leafRuns(paragraph)) {
      const mark = tracker.mark(run, "ins");
      run.before(mark);
      mark.append(run);
    }
  }
  return block;
}

/** A copy of a block that is gone, marked so. It has no controls and bookmarks: their names are the newer blocks' own. @param {Element} block @param {Tracker} tracker */
function takenOut(block, tracker) {
  const inner = block.localName === "sdt" ? [...childrenOf(block, "sdtContent")[0].children] : [];
  const copy = copyOf(inner.length === 1 ? inner[0] : block);
  for (const row of within(copy, "tr")) propertiesOf(row, "trPr").append(tracker.mark(row, "del"));
  for (const paragraph of within(copy, "p")) {
    const properties = propertiesOf(paragraph, "pPr");
    for (const section of childrenOf(properties, "sectPr")) section.remove();
    const runs = leafRuns(paragraph);
    paragraph.replaceChildren(properties, ...(runs.length ? [tracker.deleted(paragraph, runs)] : []));
    markEnd(paragraph, tracker.mark(paragraph, "del"));
  }
  return copy;
}

/** Elements of a name in a block, itself too. @param {Element} block @param {string} name */
function within(block, name) {
  return [...(block.localName === name ? [block] : []), ...all(block, name)];
}

/** @param {Element} element @param {string} name */
function childrenOf(element, name) {
  return [...element.children].filter(({ localName }) => localName === name);
}

/** @param {Element} element @param {string} name */
function propertiesOf(element, name) {
  const [found] = childrenOf(element, name);
  if (found) return found;
  const properties = made(element, name);
  element.prepend(properties);
  return properties;
}

/** Mark the end of a paragraph, which is what makes it one. @param {Element} paragraph @param {Element} mark */
function markEnd(paragraph, mark) {
  const properties = propertiesOf(paragraph, "pPr");
  const look = childrenOf(properties, "rPr")[0] ?? made(paragraph, "rPr");
  const behind = [...properties.children].find(({ localName }) => localName === "sectPr" || localName === "pPrChange");
  if (!look.parentElement) properties.insertBefore(look, behind ?? null);
  look.prepend(mark);
}
