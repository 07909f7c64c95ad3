// The contents of a Word file: they name the page that each part begins on, as those of the build do.
import { child, WordMeasures } from "./wordmeasures.js";
import { pagedBlocks, pageOfEach } from "./wordpaging.js";
import { all, attribute, must, styleOf } from "./wordxml.js";
/** @import { WordFile } from "./wordfile.js" */
/** @import { PageMeasures } from "./types" */

const FRONT = 2; // pages before the first part: the cover and the contents

/** Name the pages, once every word stands. @param {WordFile} file @param {PageMeasures} given */
export function setContents(file, given) {
  const pages = pagesOf(file, given);
  for (const paragraph of all(file.body, "p").filter((found) => styleOf(found) === "TOC1")) {
    const name = all(paragraph, "instrText").map(({ textContent }) => /PAGEREF (\S+)/.exec(textContent)?.[1]).find(Boolean);
    if (name) lastWords(paragraph).textContent = String(FRONT + must(pages.get(name), `page of ${name}`));
  }
  const count = String(FRONT + must(pages.get(""), "last page"));
  for (const [, part] of file.parts) {
    if (part.documentElement.localName !== "ftr") continue;
    for (const paragraph of all(part, "p")) if (all(paragraph, "instrText").some(({ textContent }) => textContent.includes("NUMPAGES"))) lastWords(paragraph).textContent = count;
  }
}

/** The page that each bookmark of a heading is on, after the front pages. @param {WordFile} file @param {PageMeasures} given */
export function pagesOf(file, given) {
  const blocks = [...file.body.children];
  const section = must(blocks.find(({ localName }) => localName === "sectPr"), "section");
  const [size, margins] = ["pgSz", "pgMar"].map((name) => must(child(section, name), name));
  const points = (/** @type {Element} */ element, /** @type {string} */ name) => Number(attribute(element, name)) / 20;
  const across = points(size, "w") - points(margins, "left") - points(margins, "right");
  const down = points(size, "h") - points(margins, "top") - points(margins, "bottom");
  const measures = new WordMeasures(file.read("word/styles.xml"), file.part("word/numbering.xml"), across, given);
  const front = blocks.findIndex((block) => child(child(block, "pPr"), "sectPr"));
  return pageOfEach(pagedBlocks(blocks.slice(front + 1), measures, given), down);
}

/** @param {Element} paragraph */
function lastWords(paragraph) {
  const words = all(paragraph, "t");
  return must(words[words.length - 1], "number of a page");
}
