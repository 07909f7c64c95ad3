// Two paragraphs as one with changes tracked, word by word. The same as `documents/formats/docx/tracked_runs.py`.
import { spansOf } from "./sequence.js";
import { joinRuns, leafRuns, lookOf, onlyText } from "./trackedjoined.js";
import { attribute, copyOf, first, made, setAttribute } from "./wordxml.js";

const OLD_PICTURES = 1000; // what is added to the number of a picture that is taken out: no two in a file may have one number
const DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing";
const FIELD = ["fldChar", "instrText"];
/** @type {Record<string, string>} */
const GONE = { t: "delText", instrText: "delInstrText" };

/** What is added or taken out whole: how it looks and what it says, and its runs. @typedef {{sign: string, runs: Element[]}} Atom */

/** Makes the marks of tracked changes, all by one author on one day. */
export class Tracker {
  /** @param {string} author @param {string} day in ISO format */
  constructor(author, day) {
    this.by = { author, date: `${day}T00:00:00Z` };
    this.last = 200_000;
  }

  /** A mark: `ins` or `del`. @param {Element} beside an element of the same file @param {string} kind @param {...Element} children */
  mark(beside, kind, ...children) {
    const mark = made(beside, kind);
    for (const [name, value] of Object.entries({ id: String(this.last), ...this.by })) setAttribute(mark, name, value);
    this.last += 1;
    mark.append(...children);
    return mark;
  }

  /** Runs that are taken out. @param {Element} beside @param {Element[]} runs */
  deleted(beside, runs) {
    return this.mark(beside, "del", ...runs.map(struck));
  }
}

/** Make the paragraph `after` show what was added and taken out since `before`. @param {Element} before @param {Element} after @param {Tracker} tracker */
export function mergeRuns(before, after, tracker) {
  const [old, fresh] = [atomsOf(leafRuns(before)), atomsOf(leafRuns(after))];
  for (const { equal, from, to, start, end } of spansOf(old.map(({ sign }) => sign), fresh.map(({ sign }) => sign))) {
    if (equal) continue;
    const gone = old.slice(from, to).flatMap(({ runs }) => runs);
    const put = fresh.slice(start, end).flatMap(({ runs }) => runs);
    const taken = gone.length ? tracker.deleted(after, gone) : null;
    if (taken) place(taken, after, fresh, start);
    for (const run of put) {
      const mark = tracker.mark(after, "ins");
      run.before(mark);
      mark.append(run);
    }
  }
  joinRuns(after);
}

/** Put what was taken out before the atom that it stood before, or behind the last. @param {Element} taken @param {Element} paragraph @param {Atom[]} fresh @param {number} at */
function place(taken, paragraph, fresh, at) {
  const next = fresh[at]?.runs[0];
  if (next) {
    next.before(taken);
    return;
  }
  const last = fresh[fresh.length - 1]?.runs.slice(-1)[0];
  if (!last) paragraph.append(taken);
  else (last.parentElement?.localName === "ins" ? last.parentElement : last).after(taken);
}

/** Words, fields and pictures in order. Runs of plain words are parted into words. A field that goes on elsewhere, as the contents do, is left. @param {Element[]} runs @returns {Atom[]} */
function atomsOf(runs) {
  const fields = fieldsOf(runs);
  return runs.flatMap((run, index) => {
    const field = fields.find(({ from, to }) => from <= index && index <= to);
    if (field) {
      const whole = runs.slice(field.from, field.to + 1);
      return index === field.from ? [{ sign: whole.map(serialized).join(""), runs: whole }] : [];
    }
    return [...run.children].some(({ localName }) => FIELD.includes(localName)) ? [] : wordsOf(run);
  });
}

/** The fields that begin and end among the runs. @param {Element[]} runs */
function fieldsOf(runs) {
  /** @type {{from: number, to: number}[]} */
  const found = [];
  /** @type {number[]} */
  const begun = [];
  for (const [index, run] of runs.entries()) {
    const kind = attribute(first(run, "fldChar"), "fldCharType");
    if (kind === "begin") begun.push(index);
    const from = kind === "end" ? begun.pop() : undefined;
    if (from !== undefined) found.push({ from, to: index });
  }
  return found;
}

/** @param {Element} run @returns {Atom[]} */
function wordsOf(run) {
  const text = onlyText(run);
  if (!text) return [{ sign: serialized(run), runs: [run] }];
  const words = (text.textContent ?? "").match(/\S+\s*|\s+/g) ?? [];
  const pieces = words.map((word, index) => {
    const piece = index ? copyOf(run) : run;
    return { word, piece };
  });
  for (const { word, piece } of [...pieces].reverse()) {
    const said = /** @type {Element} */ (onlyText(piece));
    said.textContent = word;
    said.setAttribute("xml:space", "preserve");
    if (piece !== run) run.after(piece);
  }
  return pieces.map(({ word, piece }) => ({ sign: `${lookOf(piece)}|${word}`, runs: [piece] }));
}

/** @param {Element} run */
function serialized(run) {
  return new XMLSerializer().serializeToString(run);
}

/** A run that is taken out: its words have other names. @param {Element} run */
function struck(run) {
  const gone = copyOf(run);
  for (const picture of gone.getElementsByTagNameNS(DRAWING, "docPr")) picture.setAttribute("id", String(OLD_PICTURES + Number(picture.getAttribute("id"))));
  for (const child of [...gone.children].filter(({ localName }) => GONE[localName])) {
    const words = made(child, GONE[child.localName]);
    words.textContent = child.textContent;
    words.setAttribute("xml:space", "preserve");
    child.replaceWith(words);
  }
  return gone;
}
