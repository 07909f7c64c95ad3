// The ready-made Word file of the role, loaded only when somebody asks for it, and made to say what the page says.
import { selectIfThere } from "../select.js";
import { element } from "./elements.js";
import { download } from "../download.js";
import { controlOf, coverOf } from "./paper.js";
import { idFrom } from "./saving.js";
import { dates } from "./terms.js";
import { setApply } from "./wordapply.js";
import { setCarried } from "./wordcarried.js";
import { setControl, setCover, setFacts, setLines } from "./wordfacts.js";
import { WordFile } from "./wordfile.js";
import { setContents, setLinesOfWork, setNames, setNetwork, setPromise } from "./wordparts.js";
import { setCriteria, setStatements } from "./wordrows.js";
/** @import { Page, ReadyWord } from "./types" */

/** @param {Page} page */
export function word({ place, store, toast, check }) {
  const button = selectIfThere(place, "[data-word]");
  if (!button) return;
  button.addEventListener("click", async () => {
    if (!(await check("Download Word"))) return;
    button.setAttribute("aria-disabled", "true");
    try {
      const ready = await loaded();
      download(`${idFrom(store.network.name)}-${store.model.role.role}.docx`, wordOf(ready, store).blob());
      toast("Word file downloaded.", { canUndo: false });
    } catch {
      toast("The Word file could not be made. Save the file, and try another browser.", { canUndo: false });
    } finally {
      button.removeAttribute("aria-disabled");
    }
  });
}

/** The Word file of a draft. @param {ReadyWord} ready @param {import("./store.js").Store} store */
export function wordOf(ready, store) {
  const { view, model } = store;
  const file = new WordFile(ready.file);
  const control = controlOf(view, store);
  setStatements(file, view, model.role);
  setCriteria(file, view, model);
  setFacts(file, view.facts, ready.longest_beside);
  setLines(file, "fill:pension", view.terms);
  setControl(file, control, ready.longest_beside);
  setCover(file, coverOf(view, store));
  setNetwork(file, store.network, model.shared);
  setLinesOfWork(file, view, model.shared);
  if (view.vacancy) setLines(file, "fill:opens", dates(model.role, view.vacancy, model.shared.labels));
  setContents(file);
  setApply(file, view, model.shared.labels);
  setPromise(file, view.employer);
  setNames(file, view, model, control, ready.other_formats);
  setCarried(file, store);
  return file;
}

/** A script beside the page: a page on a drive may load one, and may read no other file. @returns {Promise<ReadyWord>} */
function loaded() {
  const ready = () => window.fingerpost?.word;
  const known = ready();
  if (known) return Promise.resolve(known);
  return new Promise((answer, fail) => {
    const script = element("script");
    script.src = "word.js";
    const refuse = () => fail(new Error("word.js"));
    script.addEventListener("load", () => {
      const found = ready();
      if (found) answer(found);
      else refuse();
    });
    script.addEventListener("error", refuse);
    document.head.append(script);
  });
}
