// The blanks of a Word file: facts, terms, dates, the cover and document control.
import { all, attribute, control, copyOf, fillIn, first, made, must, one, setAttribute, setWords, tagOf } from "./wordxml.js";
/** @import { WordFile } from "./wordfile.js" */
/** @import { Fact, KeyFact } from "./types" */

/** Fill in the facts of the role on a page, two to a line. @param {WordFile} file @param {KeyFact[]} facts @param {number} longest */
export function setFacts(file, facts, longest) {
  relay(tableWith(file, "fill:band"), facts, longest);
}

/** Fill in document control. @param {WordFile} file @param {Fact[]} facts @param {number} longest */
export function setControl(file, facts, longest) {
  relay(tableWith(file, "fill:version"), facts.map(([name, label, value]) => [name, label, value, true]), longest);
}

/**
 * Fill in a table of a label and a value on each line. What is not said has no line.
 * @param {WordFile} file
 * @param {string} known
 * @param {Fact[]} lines
 */
export function setLines(file, known, lines) {
  const table = tableWith(file, known);
  for (const row of all(table, "tr")) {
    const found = one(row, "sdt");
    const name = nameOf(found);
    const line = lines.find(([other]) => other === name);
    if (line) fillIn(found, line[2]);
    else row.remove();
  }
}

/** Fill in the three facts at the foot of the cover. @param {WordFile} file @param {Fact[]} facts */
export function setCover(file, facts) {
  const [heads, values] = all(tableWith(file, "fill:salary@cover"), "tr").map((row) => all(row, "tc"));
  facts.forEach(([name, label, value], index) => {
    setWords(heads[index], label);
    fillIn(one(values[index], "sdt"), value, { tag: `fill:${name}@cover`, title: label });
  });
}

/** The name of a field, from the tag of its control: `hours` for `fill:hours@pay`. @param {Element} found */
function nameOf(found) {
  return tagOf(found).replace(/^fill:/, "").replace(/[@~].*$/, "");
}

/** @param {WordFile} file @param {string} tag */
function tableWith(file, tag) {
  return must(all(file.body, "tbl").find((table) => control(table, tag)), tag);
}

/**
 * Facts stand two to a line. An odd one has the whole line, and so have those longer than `longest`, which come last.
 * @param {Element} table
 * @param {KeyFact[]} facts
 * @param {number} longest
 */
function relay(table, facts, longest) {
  const rows = all(table, "tr");
  const pattern = copyOf(rows[0]);
  let number = Number(attribute(first(one(rows[0], "sdt"), "id"), "val"));
  for (const row of rows) row.remove();
  const long = facts.filter(([, , value]) => [...value].length > longest);
  const short = facts.filter((fact) => !long.includes(fact));
  const pairs = short.flatMap((fact, at) => (at % 2 ? [] : [[fact, short[at + 1]]]));
  for (const [left, right] of [...pairs, ...long.map((fact) => [fact])]) {
    const row = copyOf(pattern);
    const cells = all(row, "tc");
    number += 1;
    setPair(cells.slice(0, 2), left, number);
    if (right) {
      number += 1;
      setPair(cells.slice(2), right, number);
    } else stretch(cells);
    table.append(row);
  }
}

/** @param {Element[]} cells @param {KeyFact} fact @param {number} number */
function setPair([head, cell], [name, label, value, filled], number) {
  setWords(head, label);
  const found = one(cell, "sdt");
  const tag = tagOf(found).includes("@") ? `fill:${name}@control` : `fill:${name}`;
  fillIn(found, value, { tag, title: label, filled });
  setAttribute(one(found, "id"), "val", String(900000 + number));
}

/** @param {Element[]} cells */
function stretch([, cell, ...others]) {
  const widths = [cell, ...others].map((found) => Number(attribute(first(found, "tcW"), "w")));
  setAttribute(one(cell, "tcW"), "w", String(widths.reduce((sum, width) => sum + width, 0)));
  one(cell, "tcPr").append(made(cell, "gridSpan", String(others.length + 1)));
  for (const other of others) other.remove();
}
