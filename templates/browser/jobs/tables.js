// Tables of criteria, whatever their shape: the same as `knowledge/job_documents/tables.py`.
import { hasLevels, hasWays, headsOf, inOrder, rowsOf, saidIn } from "./rows.js";
import { withSign } from "./state.js";
import { levelOf, stripped } from "./words.js";
/** @import { Assessment, Level } from "../tailor/types" */
/** @import { ColumnHead, Passage, RawCriterion, Row } from "./types" */
/** @import { JobWords } from "./words.js" */

/** @typedef {{criteria: RawCriterion[], headings: Passage[], cells: Passage[], continued: Passage[]}} ReadTable What a table holds: `cells` say levels, numbers and ways to assess; what is `continued` goes on with a criterion above. */

const ROWS_OF_HEADS = 3;
const LONGEST_CATEGORY = 10; // words
const NONE = new Set(["none", "n/a", "-"]);

/** The criteria of a table below the heading of a category, or of a level. @param {JobWords} words @param {Passage[]} passages @param {string} category @param {Level | null} level @returns {ReadTable} */
export function readTable(words, passages, category, level) {
  const rows = rowsOf(passages);
  const narrow = Math.max(...rows.map(({ size }) => size)) === 1;
  const first = rows.slice(0, ROWS_OF_HEADS);
  const levels = first.findIndex((row) => hasLevels(words, row) && (narrow || row.size > 1));
  const at = levels < 0 ? first.findIndex((row) => hasWays(words, row)) : levels;
  if (at < 0) return withoutHeads(words, rows, category);
  const made = new Table(words, rows[at], rows.slice(at + 1), category, level).read();
  const heads = rows.slice(0, at + 1).flatMap((row) => [...row.values()].flat());
  return { ...made, headings: [...heads, ...made.headings] };
}

/** A table with a row of heads. */
class Table {
  /** @param {JobWords} words @param {Row} head @param {Row[]} rows @param {string} category @param {Level | null} level */
  constructor(words, head, rows, category, level) {
    this.words = words;
    this.heads = headsOf(words, head);
    this.said = new Map([...head].map(([column, cell]) => [column, saidIn(cell)]));
    this.rows = rows;
    this.category = category;
    this.level = level;
    const levels = rows.flatMap((row) => [...row]).filter(([column]) => this.isLevel(column)).map(([, cell]) => cell);
    this.ticked = levels.length > 0 && levels.filter((cell) => this.isTick(cell) || this.isCodes(cell)).length * 2 > levels.length;
    const held = [...this.heads.values()];
    /** Whether the level is that of the heading above, or of a row across the table. */
    this.withoutLevels = !held.some((head) => head === "essential" || head === "desirable" || head === "level");
    this.oneARow = this.ticked || this.withoutLevels || held.includes("level");
    /** @type {ReadTable} */
    this.made = { criteria: [], headings: [], cells: [], continued: [] };
  }

  /** @param {number} column */
  isLevel(column) {
    const head = this.heads.get(column);
    return head === "essential" || head === "desirable";
  }

  /** @param {Passage[]} cell */
  isTick(cell) {
    return cell.length === 1 && (!cell[0].text || this.words.whole.tick.test(cell[0].text));
  }

  /** @param {Passage[]} cell */
  isCodes(cell) {
    return cell.length === 1 && this.words.whole.waysCodes.test(cell[0].text);
  }

  read() {
    for (const row of this.rows) {
      if (this.isHeads(row)) this.made.headings.push(...[...row.values()].flat()); // the heads again, on the next page
      else if (this.isCategory(row)) this.takeHeading(row);
      else if (this.oneARow) this.rowOfOne(row);
      else this.rowOfColumns(row);
    }
    return this.made;
  }

  /** @param {Row} row */
  isHeads(row) {
    return hasLevels(this.words, row) && [...headsOf(this.words, row)].every(([column, head]) => head === this.heads.get(column));
  }

  /** Whether a row is a heading across the table. @param {Row} row */
  isCategory(row) {
    const said = [...row.values()].flat();
    const alone = row.size === 1 && said.length === 1 && !said[0].listed && said[0].words <= LONGEST_CATEGORY;
    const first = Number([...row.keys()][0] ?? 0) <= Math.min(...this.heads.keys());
    const onlyLevels = [...this.heads.values()].every((head) => head === "essential" || head === "desirable");
    return alone && first && (this.oneARow || (onlyLevels && said[0].layout.bold));
  }

  /** A heading across the table names a category, or the level of what is below it. @param {Row} row */
  takeHeading(row) {
    const [said] = [...row.values()].flat();
    this.made.headings.push(said);
    const named = this.withoutLevels ? this.words.whole.levelLine.exec(stripped(said.text, " :")) : null;
    if (named) this.level = levelOf(named[1]);
    else this.category = said.title;
  }

  /** A row with one criterion: its level is ticked, or has a column of its own. @param {Row} row */
  rowOfOne(row) {
    const columns = [...this.heads].sort(([one], [other]) => one - other);
    const named = columns.filter(([, head]) => head === "criterion").map(([column]) => column).reverse();
    const [own, ...before] = named.length ? named : [(columns.find(([, head]) => !head) ?? columns[0])[0]];
    let level = this.withoutLevels ? this.level : null;
    /** @type {Assessment[]} */
    const ways = [];
    for (const [column, cell] of row) {
      const head = this.heads.get(column) ?? "";
      if (head === "level") level = levelOf(saidIn(cell));
      else if ((head === "essential" || head === "desirable") && (this.isTick(cell) || this.isCodes(cell))) level ??= head;
      ways.push(...this.waysIn(column, cell).filter((way) => !ways.includes(way)));
      if (before.includes(column)) {
        if (saidIn(cell)) this.category = cell.map(({ title }) => title).join(" ");
        this.made.headings.push(...cell);
      } else if (column !== own) this.made.cells.push(...cell);
    }
    for (const one of row.get(own) ?? []) this.criterion(one, level, ways);
  }

  /** How a criterion is assessed, as a cell says it: in words, in letters in place of a tick, or by a tick below a way. @param {number} column @param {Passage[]} cell */
  waysIn(column, cell) {
    const head = this.heads.get(column) ?? "";
    if (head === "assessed" || (this.isLevel(column) && this.isCodes(cell))) return this.words.waysOf(saidIn(cell));
    return !head && this.said.has(column) && cell[0].text && this.isTick(cell) ? this.words.waysOf(this.said.get(column) ?? "") : [];
  }

  /** A row whose columns of levels hold the criteria themselves. @param {Row} row */
  rowOfColumns(row) {
    for (const [column, cell] of inOrder(row)) {
      const head = this.heads.get(column) ?? "";
      if (head === "criterion" || head === "" || head === "number") this.headingCell(head, cell);
      else if (head === "assessed") this.made.cells.push(...cell);
    }
    for (const [column, cell] of inOrder(row)) {
      const head = this.heads.get(column);
      if (head !== "essential" && head !== "desirable") continue;
      const ways = this.waysBeside(row, column, cell.length);
      const begun = this.takesUp(row, cell[0], head);
      for (const [index, one] of cell.entries()) if (index >= begun) this.criterion(one, head, ways[index]);
    }
  }

  /** Add a piece that goes on with the last criterion of a level, as after the end of a page. Returns how many pieces that are. @param {Row} row @param {Passage} first @param {Level} held */
  takesUp(row, first, held) {
    const named = [...row].some(([column, cell]) => ["criterion", ""].includes(this.heads.get(column) ?? "") && cell.some(({ text }) => text));
    if (named || first.listed || !/^\p{Ll}/u.test(first.text)) return 0;
    const { criteria } = this.made;
    const at = criteria.map(({ level }) => level).lastIndexOf(held);
    if (at < 0 || criteria[at].category !== this.category || /[.;]$/.test(criteria[at].text)) return 0;
    criteria[at] = { ...criteria[at], text: `${criteria[at].text} ${first.text}` };
    this.made.continued.push(first);
    return 1;
  }

  /** @param {ColumnHead} head @param {Passage[]} cell */
  headingCell(head, cell) {
    if (head !== "number" && cell.some(({ text }) => text)) this.category = cell.map(({ title }) => title).join(" ");
    this.made.headings.push(...cell);
  }

  /** How each criterion of a cell is assessed: line by line, where the cell on assessment has as many lines. @param {Row} row @param {number} column @param {number} count */
  waysBeside(row, column, count) {
    const after = [...this.heads].filter(([, head]) => head === "assessed").map(([place]) => place).sort((one, other) => one - other);
    const cell = row.get(after.find((place) => place > column) ?? after[after.length - 1] ?? -1) ?? [];
    if (count > 1 && cell.length === count) return cell.map(({ text }) => this.words.waysOf(text));
    return Array.from({ length: count }, () => this.words.waysOf(saidIn(cell)));
  }

  /** @param {Passage} one @param {Level | null} level @param {Assessment[]} ways */
  criterion(one, level, ways) {
    if (NONE.has(one.text.toLowerCase())) this.made.cells.push(one);
    else this.made.criteria.push({ passage: one, text: one.text, category: this.category, level, ways });
  }
}

/** A table that names its levels in its cells: a category, then lines such as `Essential:` with what comes below. @param {JobWords} words @param {Row[]} rows @param {string} outer @returns {ReadTable} */
function withoutHeads(words, rows, outer) {
  /** @type {ReadTable} */
  const made = { criteria: [], headings: [], cells: [], continued: [] };
  let category = outer;
  /** @type {Level | null} */
  let level = null;
  const named = (/** @type {Passage} */ one) => words.whole.levelLine.exec(one.text);
  for (const row of rows) {
    for (const [column, cell] of inOrder(row)) {
      if (row.size > 1 && column === Math.min(...row.keys()) && !cell.some(named)) {
        category = cell.map(({ title }) => title).join(" ");
        level = null;
        made.headings.push(...cell);
        continue;
      }
      for (const one of cell) {
        const said = named(one);
        if (said && !one.listed && !said[2]) {
          level = levelOf(said[1]);
          made.headings.push(one);
        } else made.criteria.push(withSign(words, one, category, level));
      }
    }
  }
  return made;
}
