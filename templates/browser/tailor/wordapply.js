// How to apply, in a Word file: only what is known of a vacancy stands there.
import { how } from "./terms.js";
import { all, control, fillIn, filled, must, partOf, setWords, styleOf, wordsOf } from "./wordxml.js";
/** @import { WordFile } from "./wordfile.js" */
/** @import { Contact, Labels, View } from "./types" */

/** Say how to apply, or nothing of it where nothing is advertised. @param {WordFile} file @param {View} view @param {Labels} labels */
export function setApply(file, view, labels) {
  const blocks = partOf(file.body, "apply");
  const { vacancy, network, role } = view;
  if (!vacancy) {
    forget(file, blocks);
    return;
  }
  setWords(blocks[1], how(role, vacancy, labels));
  const contact = vacancy.contact ?? network.contact;
  if (contact?.name) setContact(blockWith(blocks, "fill:contact"), contact, contact.name);
  else removeUnder(blocks, "fill:contact");
  if (network.adjustments) fillIn(filled(file.body, "fill:adjustments"), network.adjustments);
  else removeUnder(blocks, "fill:adjustments");
}

/** @param {Element} paragraph @param {Contact} contact @param {string} name */
function setContact(paragraph, { job, phone, email }, name) {
  fillIn(filled(paragraph, "fill:contact"), job ? `${name}, ${job}` : name);
  for (const { tag, value } of [{ tag: "fill:contact_phone", value: phone }, { tag: "fill:contact_email", value: email }]) {
    const found = filled(paragraph, tag);
    if (value) fillIn(found, value);
    else for (const piece of [found.previousElementSibling, found.nextElementSibling, found]) piece?.remove();
  }
}

/** Take away a block and the heading above it. @param {Element[]} blocks @param {string} tag */
function removeUnder(blocks, tag) {
  const block = blockWith(blocks, tag);
  blocks[blocks.indexOf(block) - 1].remove();
  block.remove();
}

/** A part that is not there is not in the contents either. @param {WordFile} file @param {Element[]} blocks */
export function forget(file, blocks) {
  const heading = wordsOf(blocks[0]);
  for (const block of blocks) block.remove();
  const listed = all(file.body, "p").find((found) => styleOf(found) === "TOC1" && wordsOf(found).startsWith(heading));
  listed?.nextElementSibling?.remove();
  listed?.remove();
}

/** The block that holds the content control of a tag. @param {Element[]} blocks @param {string} tag */
function blockWith(blocks, tag) {
  return must(blocks.find((block) => control(block, tag)), tag);
}
