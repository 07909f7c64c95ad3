// The shared clauses of a Word file: each is a heading and the control below it.
import { forget } from "./wordapply.js";
import { copyOf, freeNumber, isTagged, partOf, rename, setWords } from "./wordxml.js";
/** @import { WordFile } from "./wordfile.js" */
/** @import { View } from "./types" */

/** Leave out and add what the draft does. @param {WordFile} file @param {View} view */
export function setClauses(file, view) {
  const blocks = partOf(file.body, "everyone");
  const found = blocks.filter(({ localName }) => localName === "sdt");
  if (!found.length) return;
  if (!view.clauses.length) {
    forget(file, blocks);
    return;
  }
  const pairs = found.map((body) => ({ heading: blocks[blocks.indexOf(body) - 1], body }));
  const [first] = pairs;
  const sample = pairs[1] ?? first;
  let number = freeNumber(file.body);
  const kept = view.clauses.map(({ id, heading, text }) => {
    const own = pairs.find(({ body }) => isTagged(body, `clause:${id}`));
    if (own) return own;
    const made = { heading: copyOf(sample.heading), body: copyOf(sample.body) };
    number += 1;
    setWords(made.heading, heading);
    rename(made.body, made.body, `clause:${id}`, number);
    setWords(made.body, text);
    return made;
  });
  for (const pair of pairs) for (const block of [pair.heading, pair.body]) block.remove();
  blocks[0].after(...kept.flatMap(({ heading, body }) => [heading, body]));
}
