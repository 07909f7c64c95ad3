// The parts of a Word file that only a network can write: the cover, about the network, and what names it everywhere.
import { filledIn } from "./labels.js";
import { counted, named, noticeOf } from "./paper.js";
import { figures } from "../text/formatting.js";
import { linesOf, told } from "./terms.js";
import { forget } from "./wordapply.js";
import { all, attribute, control, copyOf, fillIn, filled, first, must, one, partOf, setAttribute, setWords, styleOf, wordsOf } from "./wordxml.js";
/** @import { NamedPractice } from "./paper.js" */
/** @import { WordFile } from "./wordfile.js" */
/** @import { Employer, Fact, Model, Network, Shared, View } from "./types" */

/**
 * Say who is around the post. The picture shows the base role's lines, so a network's own are told in sentences in its place.
 * @param {WordFile} file
 * @param {View} view
 * @param {Shared} shared
 */
export function setLinesOfWork(file, view, shared) {
  const { role, fill } = view;
  fillIn(filled(file.body, "fill:works_with"), fill.works_with ?? role.works_with);
  if (!fill.reports_to && !fill.manages) return;
  const blocks = partOf(file.body, "role");
  const picture = must(blocks.find((block) => all(block, "drawing").length), "chart");
  const sample = bodyText(partOf(file.body, "network"));
  picture.replaceWith(...told(role, fill, shared).slice(0, -1).map((line) => said(sample, line)));
  const small = must(blocks.find((block) => control(block, "fill:works_with")), "fill:works_with");
  for (const run of [...small.children].filter(({ localName }) => localName === "r")) run.remove();
}

/** Say the post in the lines of the draft. @param {WordFile} file @param {View} view */
export function setOpening(file, view) {
  const [sample, ...others] = partOf(file.body, "role").filter((block) => styleOf(block) === "OpeningLines");
  for (const other of others) other.remove();
  sample.replaceWith(...linesOf(view).map((line) => said(sample, line)));
}

/**
 * Say who the network is. Practices that nobody has named, and a day on which nobody counted, are not there.
 * @param {WordFile} file
 * @param {Network} network
 * @param {Shared} shared
 */
export function setNetwork(file, network, { blanks, labels: { practices: words } }) {
  const blocks = partOf(file.body, "network");
  const sample = bodyText(blocks);
  if (network.profile) sample.replaceWith(...network.profile.map((profile) => said(sample, profile)));
  const table = must(blocks.find(({ localName }) => localName === "tbl"), "table of practices");
  const small = must(blocks.find((block) => wordsOf(block) === filledIn(words.counted, { when: blanks.populations_as_of })), "day of the count");
  const practices = named(network.practices);
  if (practices.length) setPractices(table, practices);
  else for (const block of [blocks[blocks.indexOf(table) - 1], table]) block.remove();
  const when = practices.length ? counted(network, words) : "";
  if (when) setWords(small, when);
  else small.remove();
}

/** Promise only what the employer promises: the last line is the offer of an interview. @param {WordFile} file @param {Employer | undefined} employer */
export function setPromise(file, { shortlisting_promise: promised, disability_confident: confident } = {}) {
  const blocks = partOf(file.body, "promise");
  if (!promised && !confident) forget(file, blocks);
  else for (const line of promised ? [] : blocks.slice(1, -1)) line.remove();
  if (promised && !confident) blocks.pop()?.remove();
}

/**
 * Name the network, the version and the day wherever they stand, on every page and in what the file says of itself.
 * @param {WordFile} file
 * @param {View} view
 * @param {Model} model
 * @param {Fact[]} control
 * @param {string} otherFormats
 */
export function setNames(file, view, { role, shared }, control, otherFormats) {
  const { network } = view;
  const value = (/** @type {string} */ name) => must(control.find(([other]) => other === name), name)[2];
  const notice = noticeOf(network, view.overlay, shared);
  const issue = filledIn(shared.labels.network_issue, { network: network.name, version: value("version"), date: value("date") });
  const put = new Map([
    [role.issue, notice ? `${issue}. ${notice.split(".")[0]}` : issue],
    [shared.blanks.name, network.name],
    [shared.blanks.adjustments, network.adjustments ?? otherFormats],
  ]);
  for (const [name, part] of file.parts) {
    if (name === "docProps/core.xml") continue;
    for (const text of all(part, "t")) {
      const words = put.get(text.textContent);
      if (words !== undefined) text.textContent = words;
    }
  }
  for (const text of file.part("docProps/core.xml").documentElement.children) text.textContent = text.textContent.replace(shared.blanks.name, () => network.name);
  if (notice) setNotice(file, notice);
}

/** @param {WordFile} file @param {string} notice */
function setNotice(file, notice) {
  const place = must(all(file.body, "p").find((found) => styleOf(found) === "CoverPlace"), "place on the cover");
  const made = copyOf(place);
  setAttribute(one(made, "pStyle"), "val", "CoverNotice");
  setWords(made, notice);
  place.after(made);
  const spacing = first(place, "spacing");
  if (spacing) setAttribute(spacing, "after", "580");
}

/** @param {Element} table @param {NamedPractice[]} practices */
function setPractices(table, practices) {
  const rows = all(table, "tr");
  const [, sample, total] = rows;
  const areas = practices.some(({ area }) => area);
  for (const { name, area, ods_code, population } of practices) {
    const row = copyOf(sample);
    const words = [name, area ?? "", ods_code ?? "", population ? figures(population) : ""];
    for (const [index, cell] of all(row, "tc").slice(0, words.length).entries()) setWords(cell, words[index]);
    total.before(row);
  }
  sample.remove();
  const patients = practices.map(({ population }) => Number(population));
  if (patients.every((count) => count > 0)) setWords(all(total, "tc")[3], figures(patients.reduce((sum, count) => sum + count)));
  else total.remove(); // a sum of those that are known would be told as the sum of all
  if (!areas) dropColumn(table, 1);
}

/** The name's column takes the room of the one that goes. @param {Element} table @param {number} at */
function dropColumn(table, at) {
  const [wide, gone] = all(table, "gridCol").slice(at - 1);
  setAttribute(wide, "w", String(Number(attribute(wide, "w")) + Number(attribute(gone, "w"))));
  gone.remove();
  for (const row of all(table, "tr")) {
    const cells = all(row, "tc");
    setAttribute(one(cells[at - 1], "tcW"), "w", attribute(wide, "w"));
    cells[at].remove();
  }
}

/** @param {Element} sample @param {string} words */
function said(sample, words) {
  const paragraph = copyOf(sample);
  setWords(paragraph, words);
  return paragraph;
}

/** A paragraph of plain text, to copy. @param {Element[]} blocks */
function bodyText(blocks) {
  return must(blocks.find((block) => styleOf(block) === "BodyText"), "paragraph of plain text");
}
