// The ready-made Word file of the role, made to say what the page says.
import { controlOf, coverOf } from "./paper.js";
import { dates } from "./terms.js";
import { setApply } from "./wordapply.js";
import { setClauses } from "./wordclauses.js";
import { setCarried } from "./wordcarried.js";
import { setControl, setCover, setFacts, setLines } from "./wordfacts.js";
import { WordFile } from "./wordfile.js";
import { setLinesOfWork, setNames, setNetwork, setOpening, setPromise } from "./wordparts.js";
import { setContents } from "./wordcontents.js";
import { setCriteria, setStatements } from "./wordrows.js";
/** @import { ReadyWord } from "./types" */

/** The Word file of a draft. @param {ReadyWord} ready @param {import("./store.js").Store} store */
export function wordOf(ready, store) {
  const file = new WordFile(ready.file);
  writeWord(file, store, ready);
  setCarried(file, store);
  return file;
}

/** Make a ready-made file say what a draft says. @param {WordFile} file @param {Pick<import("./store.js").Store, "view" | "model" | "network">} store @param {ReadyWord} ready */
export function writeWord(file, store, ready) {
  const { view, model } = store;
  const control = controlOf(view, store);
  setStatements(file, view, model.role);
  setCriteria(file, view, model);
  setClauses(file, view);
  setFacts(file, view.facts, ready.longest_beside);
  setLines(file, "fill:pension", view.terms);
  setControl(file, control, ready.longest_beside);
  setCover(file, coverOf(view, store));
  setNetwork(file, store.network, model.shared);
  setOpening(file, view);
  setLinesOfWork(file, view, model.shared);
  if (view.vacancy) setLines(file, "fill:opens", dates(model.role, view.vacancy, model.shared.labels));
  setApply(file, view, model.shared.labels);
  setPromise(file, view.employer);
  setNames(file, view, model, control, ready.other_formats);
  setContents(file, ready.pages);
}
