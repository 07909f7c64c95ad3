// The Word file of a draft with every change from the base role tracked, made of the one that the build tracked from base role to blanks.
import { isoDay } from "../text/formatting.js";
import { mergedBlocks } from "./trackedblocks.js";
import { Tracker } from "./trackedruns.js";
import { settled } from "./trackedsettled.js";
import { writeWord } from "./word.js";
import { setCarried } from "./wordcarried.js";
import { WordFile } from "./wordfile.js";
/** @import { ReadyWord } from "./types" */
/** @import { Store } from "./store.js" */

/** All changes accepted, it is the clean pack; all rejected, the base role's. @param {ReadyWord} ready @param {Store} store */
export function trackedOf(ready, store) {
  const file = new WordFile(ready.file);
  const base = settled(file.body, "reject");
  file.body.replaceWith(settled(file.body, "accept"));
  writeWord(file, store, ready);
  const blocks = (/** @type {Element} */ body) => [...body.children].filter(({ localName }) => localName !== "sectPr");
  const merged = mergedBlocks(blocks(base), blocks(file.body), new Tracker(store.view.network.name, isoDay(new Date())));
  const [last] = [...file.body.children].filter(({ localName }) => localName === "sectPr");
  file.body.replaceChildren(...merged, ...(last ? [last] : []));
  setCarried(file, store);
  return file;
}
