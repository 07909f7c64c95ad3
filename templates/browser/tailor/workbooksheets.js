// The sheets of a shortlisting workbook, made to have the criteria of a draft: rows are copied and moved, and what names rows follows.
import { assessedBy, levelOf } from "./labels.js";
import { cellIn, cellSays, setCell, setRoom, setRowNumber, within } from "./sheetxml.js";
/** @import { WorkbookFile } from "./workbookfile.js" */
/** @import { Labels, LaidCriterion, ReadyWorkbook } from "./types" */

/** A criterion with its number in the pack. @typedef {{number: number, item: LaidCriterion}} NumberedCriterion */
/** How many criteria are essential, and how many there are. @typedef {{essential: number, all: number}} Counts */

const FIRST = 6; // the row of the first criterion; the ready-made workbook has two of each level from here on

/**
 * Put criteria on a sheet to score on.
 * @param {WorkbookFile} file
 * @param {string} name
 * @param {NumberedCriterion[]} lines essential ones first
 * @param {Labels} labels
 * @param {ReadyWorkbook} ready
 */
export function setScores(file, name, lines, labels, { most }) {
  const counts = countsOf(lines);
  const rows = file.rows(name);
  const criteria = rows.slice(FIRST - 1, FIRST + 3);
  const results = rows.slice(FIRST + 3);
  const made = lines.map(({ number, item }, index) => {
    const ends = index === counts.essential - 1 || index === lines.length - 1;
    const row = /** @type {Element} */ (criteria[ends ? 1 : 0].cloneNode(true));
    setRowNumber(row, FIRST + index);
    const [words, ways] = [`${number}. ${item.text}`, assessedBy(labels, item.assessed_by)];
    setCell(cellIn(row, "A"), words);
    setCell(cellIn(row, "B"), levelOf(labels, item.level));
    setCell(cellIn(row, "C"), ways);
    setRoom(row, [{ words, width: 58 }, { words: ways, width: 20 }]);
    return row;
  });
  criteria[0].before(...made);
  for (const row of criteria) row.remove();
  const moved = movedRows(counts);
  setResults(file, results, counts, most);
  for (const formula of within(file.sheet(name), "f")) formula.textContent = formulaAt(formula.textContent ?? "", counts);
  setRanges(file.sheet(name), counts, moved);
  const table = file.table(name);
  table.setAttribute("ref", atRows(table.getAttribute("ref") ?? "", moved));
  for (const found of file.names()) if (found.textContent?.startsWith(`${name}!`)) found.textContent = atRows(found.textContent, moved);
}

/** Let the sheet to decide on read the results from where they are now. @param {WorkbookFile} file @param {ReadyWorkbook} ready @param {NumberedCriterion[]} lines */
export function setDecisions(file, { sheets, most }, lines) {
  const moved = movedRows(countsOf(lines));
  const sheet = file.sheet(sheets.decide);
  for (const formula of within(sheet, "f")) {
    const pattern = new RegExp(`(${sheets.shortlisting}![A-Z]+)(\\d+)`, "g");
    formula.textContent = (formula.textContent ?? "").replace(pattern, (_, cell, row) => `${cell}${moved.get(Number(row)) ?? row}`);
  }
  const total = within(sheet, "dataValidation").find((found) => found.getAttribute("type") === "whole");
  const limit = total && within(total, "formula2")[0];
  if (limit) limit.textContent = String(most * lines.length);
}

/** @param {NumberedCriterion[]} lines @returns {Counts} */
function countsOf(lines) {
  return { essential: lines.filter(({ item }) => item.level === "essential").length, all: lines.length };
}

/** The number of each row from the last of a kind on, by the number that it had. @param {Counts} counts @returns {Map<number, number>} */
function movedRows({ essential, all }) {
  const met = FIRST + all;
  const desirable = all - essential;
  const total = met + 1 + Number(essential > 0) + Number(desirable > 0);
  return new Map([[7, FIRST + essential - 1], [8, FIRST + essential], [9, met - 1], [10, met], [11, met + 1], [12, total - 1], [13, total]]);
}

/** The rows of results: one for each level that there is. @param {WorkbookFile} file @param {Element[]} rows @param {Counts} counts @param {number} most */
function setResults({ shared }, [met, essentials, desirables, total], { essential, all }, most) {
  const kept = [{ row: essentials, count: essential }, { row: desirables, count: all - essential }, { row: total, count: all }].filter(({ row, count }) => {
    if (!count) row.remove();
    return count;
  });
  setRowNumber(met, FIRST + all);
  kept.forEach(({ row, count }, index) => {
    setRowNumber(row, FIRST + all + 1 + index);
    const label = cellIn(row, "A");
    setCell(label, cellSays(label, shared).replace(/\d+$/, String(most * count)));
  });
}

/** A formula of the ready-made workbook for these criteria. Without an essential one, every essential one is met. @param {string} formula @param {Counts} counts */
function formulaAt(formula, counts) {
  const whole = counts.essential ? formula.replace("<2,", `<${counts.essential},`) : formula.replace(/IF\(COUNTIF.*\)\)\)$/, '"Yes")');
  const moved = movedRows(counts);
  return whole.replace(/([A-Z]+)(\d+):([A-Z]+)(\d+)/g, (_, left, start, right, end) => `${left}${moved.get(Number(start)) ?? start}:${right}${moved.get(Number(end)) ?? end}`);
}

/** Ranges with their rows moved: `$D$6:$AA$9`. @param {string} range @param {Map<number, number>} moved */
function atRows(range, moved) {
  return range.replace(/([A-Z]\$?)(\d+)/g, (_, column, row) => column + (moved.get(Number(row)) ?? row));
}

/** What may be typed in and what is marked, and how far the sheet goes. @param {Element} sheet @param {Counts} counts @param {Map<number, number>} moved */
function setRanges(sheet, { essential }, moved) {
  for (const found of [...within(sheet, "conditionalFormatting"), ...within(sheet, "dataValidation")]) {
    const range = found.getAttribute("sqref") ?? "";
    if (!essential && range.endsWith("7")) found.remove();
    else found.setAttribute("sqref", atRows(range, moved));
  }
  const [extent] = within(sheet, "dimension");
  extent.setAttribute("ref", atRows(extent.getAttribute("ref") ?? "", moved));
}
