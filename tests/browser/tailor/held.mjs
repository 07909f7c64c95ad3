// What the browser finds in edited Word files, for the tests to hold against what the command finds: bundled by test_edited_word.py.
import { carriedText, fromProperties, readCarried } from "../../../templates/browser/drafts/carried.js";
import { compare } from "../../../templates/browser/drafts/compare.js";
import { comparer, readEdited } from "../../../templates/browser/drafts/edited.js";
import { OfficePackage } from "../../../templates/browser/drafts/package.js";
import { fromBase64 } from "../../../templates/browser/drafts/packing.js";
import { Taking } from "../../../templates/browser/drafts/taking.js";

/** The list of changes of each file, and the network with all of them taken that can be. */
globalThis.held = ({ hidden, sent, files }) => {
  const comparable = comparer(hidden);
  const read = (file) => readEdited(new OfficePackage(fromBase64(file)), comparable);
  const carried = readCarried(fromProperties(read(sent).properties) ?? "");
  return files.map((file) => {
    const found = compare(carried, read(file), comparable);
    const taking = new Taking(carried, carried.network, found.changes);
    const left = found.changes.filter((change) => (change.certainty === "ask" && change.kind !== "text") || !taking.takes(change));
    return { found, network: taking.network, left, again: readCarried(carriedText(carried)) };
  });
};
