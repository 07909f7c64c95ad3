// Tracked changes of a Word file of ours settled: all accepted, or all rejected.
import { joinRuns } from "./trackedjoined.js";
import { all, copyOf, first, made } from "./wordxml.js";

/** What stays as it is, and what goes. @type {Record<"accept" | "reject", {kept: string, gone: string}>} */
const HOW = { accept: { kept: "ins", gone: "del" }, reject: { kept: "del", gone: "ins" } };
/** The names that words have while they are deleted, and without. */
const DELETED = { delText: "t", delInstrText: "instrText" };

/** A body of a file that our build tracked, with all its changes accepted or rejected. @param {Element} body @param {"accept" | "reject"} how */
export function settled(body, how) {
  const copy = copyOf(body);
  const { kept, gone } = HOW[how];
  for (const row of all(copy, "tr")) if (marked(row, "trPr", gone)) row.remove();
  for (const paragraph of all(copy, "p")) {
    const ends = first(paragraph, "pPr");
    const look = ends && [...ends.children].find(({ localName }) => localName === "rPr");
    if (look && [...look.children].some(({ localName }) => localName === gone)) paragraph.remove();
  }
  for (const mark of all(copy, gone)) mark.remove();
  for (const mark of all(copy, kept)) mark.replaceWith(...mark.children);
  for (const [name, plain] of Object.entries(DELETED)) {
    for (const words of all(copy, name)) {
      const said = made(words, plain);
      said.textContent = words.textContent;
      said.setAttribute("xml:space", "preserve");
      words.replaceWith(said);
    }
  }
  for (const empty of [...all(copy, "sdt").filter((found) => !first(found, "sdtContent")?.firstElementChild), ...all(copy, "tbl").filter((table) => !first(table, "tr"))]) empty.remove();
  for (const paragraph of all(copy, "p")) joinRuns(paragraph);
  return copy;
}

/** Whether an element carries a mark in its properties. @param {Element} element @param {string} properties @param {string} mark */
function marked(element, properties, mark) {
  const found = [...element.children].find(({ localName }) => localName === properties);
  return Boolean(found && [...found.children].some(({ localName }) => localName === mark));
}
