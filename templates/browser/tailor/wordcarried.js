// A file made here carries the draft that it was made from, and a Word file its own words, so that a copy can come home.
import { asProperties, carriedText, fromProperties, readCarried } from "../drafts/carried.js";
import { comparer, headingLevels } from "../drafts/edited.js";
import { BlockReader } from "../drafts/reader.js";
import { sentWords } from "../drafts/sent.js";
import { overlayOf } from "./draft.js";
import { fileValue } from "./saving.js";
/** @import { Store } from "./store.js" */
/** @import { OfficeFile } from "./officefile.js" */
/** @import { WordFile } from "./wordfile.js" */

const PART = "docProps/custom.xml";
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">';
const TEXT_SET = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"; // the set of properties that people may name: its numbers begin at 2

/** Put the draft and the file's words into a Word file, in place of the blank draft that the build put there. @param {WordFile} file @param {Store} store */
export function setCarried(file, store) {
  const reader = new BlockReader(headingLevels(file.read("word/styles.xml")), new Map(), comparer(store.model.shared.hidden));
  carry(file, store, sentWords(reader.read(file.body)));
}

/** Put the draft into a file. @param {OfficeFile} file @param {Store} store @param {ReturnType<typeof sentWords>} [sent] */
export function carry(file, { network, model: { role, texts, shared } }, sent) {
  const properties = new Map([...file.read(PART).children].map((one) => [one.getAttribute("name") ?? "", one.textContent ?? ""]));
  const { base } = readCarried(fromProperties(properties) ?? "");
  const value = fileValue(network, role, texts, shared, new Date());
  const text = carriedText({ role: role.role, base, network: { ...value, roles: [overlayOf(value, role)] }, sent });
  const listed = asProperties(text).map(([name, piece], index) => `<property fmtid="${TEXT_SET}" pid="${index + 2}" name="${name}"><vt:lpwstr>${piece}</vt:lpwstr></property>`);
  file.write(PART, `${HEAD}${listed.join("")}</Properties>`);
}
