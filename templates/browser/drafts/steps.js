// What each element of a paragraph or body of a Word file is read by.
import { readTable } from "./tables.js";
import { childOf, signOf, wordAttribute } from "./xml.js";
/** @import { BlockReader } from "./reader.js" */

/** @param {Element} element */
const words = (element) => element.firstChild?.nodeValue ?? "";
const INSERTED = "A file that was inserted whole was not read. Open the document in Word, save it, and read it again.";

/** By its name. @type {Map<string, (reader: BlockReader, element: Element) => void>} */
export const STEPS = new Map(Object.entries({
  "w:p": (reader, element) => reader.paragraph(element),
  "w:t": (reader, element) => reader.say(words(element)),
  "w:delText": (reader, element) => reader.say(words(element)),
  "w:sym": (reader, element) => reader.say(signOf(wordAttribute(element, "char"))),
  "w:sdt": (reader, element) => reader.control(element),
  "w:tbl": readTable,
  "mc:AlternateContent": (reader, element) => {
    const choice = childOf(element, "mc:Choice");
    if (choice) reader.children(choice);
  },
  "w:bookmarkStart": (reader, element) => reader.open[reader.open.length - 1]?.bookmarks.push(wordAttribute(element, "name")),
  "w:commentRangeStart": (reader, element) => reader.comment(element),
  "w:commentReference": (reader, element) => reader.comment(element),
  "w:altChunk": (reader) => reader.unread.push(INSERTED),
}));
