// Runs of one look beside each other as one again: runs of one word each are nothing to read in a file.
import { all, first } from "./wordxml.js";

const MARKS = ["ins", "del"];
const WORDS = ["t", "delText"];

/** The runs of a paragraph, those in controls too, but not those of text boxes in them. @param {Element} paragraph */
export function leafRuns(paragraph) {
  return all(paragraph, "r").filter((run) => paragraphOf(run) === paragraph);
}

/** @param {Element} run @returns {Element | null} */
function paragraphOf(run) {
  let found = run.parentElement;
  while (found && found.localName !== "p") found = found.parentElement;
  return found;
}

/** The look of a run, to compare. @param {Element} run */
export function lookOf(run) {
  const look = first(run, "rPr");
  return look?.parentElement === run ? new XMLSerializer().serializeToString(look) : "";
}

/** The text of a run that has nothing else. @param {Element} run */
export function onlyText(run) {
  const [text, ...others] = [...run.children].filter(({ localName }) => localName !== "rPr");
  return text && !others.length && WORDS.includes(text.localName) ? text : null;
}

/** Join neighbours in a paragraph: marks of one kind, and within each the runs of one look. @param {Element} paragraph */
export function joinRuns(paragraph) {
  const parents = new Set(leafRuns(paragraph).map((run) => /** @type {Element} */ (run.parentElement)));
  const holders = new Set([...parents].map((parent) => (MARKS.includes(parent.localName) ? /** @type {Element} */ (parent.parentElement) : parent)));
  for (const holder of holders) {
    for (const mark of [...holder.children].filter(({ localName }) => MARKS.includes(localName))) {
      const before = mark.previousElementSibling;
      if (before?.localName !== mark.localName) continue;
      before.append(...mark.children);
      mark.remove();
    }
    for (const place of [holder, ...[...holder.children].filter(({ localName }) => MARKS.includes(localName))]) joinTexts(place);
  }
}

/** @param {Element} parent */
function joinTexts(parent) {
  /** @type {Element | null} */
  let before = null;
  for (const run of [...parent.children]) {
    const text = run.localName === "r" ? onlyText(run) : null;
    const last = before && onlyText(before);
    if (text && before && last && lookOf(before) === lookOf(run) && last.localName === text.localName) {
      last.textContent += text.textContent ?? "";
      last.setAttribute("xml:space", "preserve");
      run.remove();
    } else before = text ? run : null;
  }
}
