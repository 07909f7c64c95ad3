// The Word file of a draft with every change tracked, since the base role or an earlier version of the pack. It is made of the file that
// the build tracked from base role to blanks.
import { isoDay } from "../text/formatting.js";
import { viewOf } from "./draft.js";
import { mergedBlocks } from "./trackedblocks.js";
import { Tracker } from "./trackedruns.js";
import { settled } from "./trackedsettled.js";
import { writeWord } from "./word.js";
import { setCarried } from "./wordcarried.js";
import { WordFile } from "./wordfile.js";
/** @import { Network, ReadyWord } from "./types" */
/** @import { Store } from "./store.js" */

const NUMBERING = "word/numbering.xml";

/**
 * All changes accepted, it is the clean pack; all rejected, the base role's, or that of an earlier version.
 * @param {ReadyWord} ready
 * @param {Store} store
 * @param {Network} [earlier] a draft of today's role
 */
export function trackedOf(ready, store, earlier) {
  const file = new WordFile(ready.file);
  const base = earlier ? earlierBody(file, ready, store, earlier) : settled(file.body, "reject");
  file.body.replaceWith(settled(file.body, "accept"));
  writeWord(file, store, ready);
  const blocks = (/** @type {Element} */ body) => [...body.children].filter(({ localName }) => localName !== "sectPr");
  const merged = mergedBlocks(blocks(base), blocks(file.body), new Tracker(store.view.network.name, isoDay(new Date())));
  const [last] = [...file.body.children].filter(({ localName }) => localName === "sectPr");
  file.body.replaceChildren(...merged, ...(last ? [last] : []));
  setCarried(file, store);
  return file;
}

/** What an earlier version says, with its lists beside those of the file. @param {WordFile} file @param {ReadyWord} ready @param {Store} store @param {Network} network */
function earlierBody(file, ready, { model }, network) {
  const then = new WordFile(ready.file);
  then.parts.set(NUMBERING, file.part(NUMBERING));
  then.body.replaceWith(settled(then.body, "accept"));
  writeWord(then, { model, network, view: viewOf(network, model.role, model.texts, model.shared) }, ready);
  return then.body;
}
