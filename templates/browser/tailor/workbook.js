// The shortlisting workbook of a draft: the one that the build made ready, with the network's words and criteria in it.
import { joinWords } from "../text/formatting.js";
import { filledIn } from "./labels.js";
import { issueOf, noticeOf } from "./paper.js";
import { cellIn, cellSays, setCell, setRoom, setRowNumber, within } from "./sheetxml.js";
import { carry } from "./wordcarried.js";
import { WorkbookFile } from "./workbookfile.js";
import { setDecisions, setScores } from "./workbooksheets.js";
/** @import { Assessment, ReadyWorkbook } from "./types" */
/** @import { NumberedCriterion } from "./workbooksheets.js" */
/** @import { Store } from "./store.js" */

const WIDTHS = { guide: { width: 110, size: 11 }, scores: { width: 58 } }; // columns of words, in figures; letters in points

/** The workbook of a draft. @param {ReadyWorkbook} ready @param {Store} store */
export function workbookOf(ready, store) {
  const file = new WorkbookFile(ready.file);
  const { view, model: { shared: { labels } } } = store;
  const { sheets } = ready;
  const all = view.categories.flatMap(({ items }) => items).map((item, index) => ({ number: index + 1, item }));
  const first = assessed(all, "application");
  const second = assessed(all, "interview", "test");
  setGuide(file, ready, store, assessed(all, "certificate"));
  for (const { name, lines } of [{ name: sheets.shortlisting, lines: first }, { name: sheets.interview, lines: second }]) {
    setHead(file, name, store);
    if (lines.length) setScores(file, name, lines, labels, ready);
    else file.drop(name);
  }
  if (first.length) setDecisions(file, ready, first);
  else file.drop(sheets.decide);
  setNames(file, store);
  carry(file, store);
  return file;
}

/** The criteria that are assessed in one of these ways, essential ones first. @param {NumberedCriterion[]} all @param {...Assessment} ways */
function assessed(all, ...ways) {
  const found = all.filter(({ item }) => item.assessed_by.some((way) => ways.includes(way)));
  return [...found.filter(({ item }) => item.level === "essential"), ...found.filter(({ item }) => item.level !== "essential")];
}

/** The first sheet: whose workbook it is, and only the lines that hold for this network. @param {WorkbookFile} file @param {ReadyWorkbook} ready @param {Store} store @param {NumberedCriterion[]} checked */
function setGuide(file, ready, store, checked) {
  const { view, network, model: { shared } } = store;
  const rows = file.rows(ready.sheets.guide);
  const saying = (/** @type {Element} */ row, /** @type {string} */ words) => {
    setCell(cellIn(row, "A"), words);
    setRoom(row, [{ words, ...WIDTHS.guide }]);
  };
  const [, whose] = rows;
  const notice = noticeOf(network, view.overlay, shared);
  if (notice) {
    const told = /** @type {Element} */ (whose.cloneNode(true));
    saying(told, notice);
    whose.after(told);
  }
  saying(whose, `${view.network.name}. ${issueOf(store)}.`);
  if (!view.employer?.disability_confident) rows.find((row) => cellSays(cellIn(row, "A"), file.shared) === ready.confident)?.remove();
  const last = rows[rows.length - 1];
  const { one, many } = ready.certificates;
  if (checked.length) saying(last, filledIn(checked.length > 1 ? many : one, { numbers: joinWords(checked.map(({ number }) => String(number))) }));
  else last.remove();
  const left = file.rows(ready.sheets.guide);
  for (const [index, row] of left.entries()) setRowNumber(row, index + 1);
  within(file.sheet(ready.sheets.guide), "dimension")[0].setAttribute("ref", `A1:A${left.length}`);
}

/** @param {WorkbookFile} file @param {string} name @param {Store} store */
function setHead(file, name, store) {
  const { view, network, model: { shared } } = store;
  const row = file.rows(name)[1];
  const words = `${view.network.name}. ${issueOf(store)}. ${noticeOf(network, view.overlay, shared)}`.trim();
  setCell(cellIn(row, "A"), words);
  setRoom(row, [{ words, ...WIDTHS.scores }]);
}

/** What the file says of itself. @param {WorkbookFile} file @param {Store} store */
function setNames(file, store) {
  const { view, model: { role, shared } } = store;
  const put = new Map([[role.issue, issueOf(store)], [shared.blanks.name, view.network.name]]);
  for (const said of file.part("docProps/core.xml").documentElement.children) said.textContent = put.get(said.textContent ?? "") ?? said.textContent;
  for (const list of ["HeadingPairs", "TitlesOfParts"]) [...file.part("docProps/app.xml").documentElement.children].find(({ localName }) => localName === list)?.remove();
}
