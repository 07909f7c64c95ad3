// The parts of a Word file that only a network can write: the cover, about the network, how to apply, and what names it everywhere.
import { noticeOf } from "./paper.js";
import { figures } from "./says.js";
import { how, told } from "./terms.js";
import { all, attribute, control, fillIn, first, partOf, setAttribute, setWords, styleOf, wordsOf } from "./wordxml.js";

/** Say who works with whom. The picture shows the base role's lines, so a network's own are told in sentences in its place. */
export function setLinesOfWork(file, view, shared) {
  const { role, fill } = view;
  fillIn(control(file.body, "fill:works_with"), fill.works_with ?? role.works_with);
  if (!fill.reports_to && !fill.manages) return;
  const blocks = partOf(file.body, "role");
  const picture = blocks.find((block) => all(block, "drawing").length);
  const sample = partOf(file.body, "network").find((block) => styleOf(block) === "BodyText");
  picture.replaceWith(...told(role, fill, shared.tells).slice(0, -1).map((line) => said(sample, line)));
  const small = blocks.find((block) => control(block, "fill:works_with"));
  for (const run of [...small.children].filter(({ localName }) => localName === "r")) run.remove();
}

/** Say who the network is. */
export function setNetwork(file, network) {
  const blocks = partOf(file.body, "network");
  const first_ = blocks.find((block) => styleOf(block) === "BodyText");
  if (network.profile) first_.replaceWith(...network.profile.map((words) => said(first_, words)));
  const practices = (network.practices ?? []).filter(({ name }) => name);
  if (!practices.length) return;
  setPractices(blocks.find(({ localName }) => localName === "tbl"), practices);
}

/** Say how to apply, or nothing of it where nothing is advertised. */
export function setApply(file, view) {
  const blocks = partOf(file.body, "apply");
  const { vacancy, network, role } = view;
  if (!vacancy) {
    forget(file, blocks);
    return;
  }
  setWords(blocks[1], how(role, vacancy));
  const contact = vacancy.contact ?? network.contact;
  if (contact?.name) setContact(blocks.find((block) => control(block, "fill:contact")), contact);
  else removeUnder(blocks, (block) => control(block, "fill:contact"));
  if (network.adjustments) fillIn(control(file.body, "fill:adjustments"), network.adjustments);
  else removeUnder(blocks, (block) => control(block, "fill:adjustments"));
}

/** Promise an interview only where the employer may. */
export function setPromise(file, confident) {
  if (!confident) partOf(file.body, "promise").pop().remove();
}

/** Name the network, the version and the day wherever they stand, on every page and in what the file says of itself. */
export function setNames(file, view, { role, shared }, control_, otherFormats) {
  const { network } = view;
  const value = (name) => control_.find(([other]) => other === name)[2];
  const notice = noticeOf(network, view.overlay, shared);
  const issue = `${network.name} job pack, version ${value("version")}, ${value("date")}`;
  const put = new Map([
    [role.issue, notice ? `${issue}. ${notice.split(".")[0]}` : issue],
    [shared.blanks.name, network.name],
    [shared.blanks.adjustments, network.adjustments ?? otherFormats],
    [`Registered patients, counted ${shared.blanks.populations_as_of}.`, counted(network, shared)],
  ]);
  for (const [name, part] of file.parts) {
    if (name === "docProps/core.xml") continue;
    for (const text of all(part, "t")) if (put.has(text.textContent)) text.textContent = put.get(text.textContent);
  }
  for (const text of file.part("docProps/core.xml").documentElement.children) text.textContent = text.textContent.replace(shared.blanks.name, () => network.name);
  if (notice) setNotice(file, notice);
}

/** The contents name no pages: the sentences that moved them are changed here, where nobody can count lines. */
export function setContents(file) {
  for (const paragraph of all(file.body, "p").filter((found) => styleOf(found) === "TOC1")) {
    const runs = [...paragraph.children].filter(({ localName }) => localName === "r");
    const tab = runs.findIndex((run) => first(run, "tab"));
    if (tab !== -1) runs.slice(tab).forEach((run) => run.remove());
    for (const code of all(paragraph, "instrText")) code.textContent = code.textContent.replace("\\z ", "\\z \\n ");
  }
}

function counted(network, shared) {
  const code = network.ods_code ? ` ODS code of the network: ${network.ods_code}.` : "";
  return `Registered patients, counted ${network.populations_as_of ?? shared.blanks.populations_as_of}.${code}`;
}

function setNotice(file, notice) {
  const place = all(file.body, "p").find((found) => styleOf(found) === "CoverPlace");
  const made = place.cloneNode(true);
  setAttribute(first(made, "pStyle"), "val", "CoverNotice");
  setWords(made, notice);
  place.after(made);
  const spacing = first(place, "spacing");
  if (spacing) setAttribute(spacing, "after", "580");
}

function setPractices(table, practices) {
  const rows = all(table, "tr");
  const [, sample, total] = rows;
  const areas = practices.some(({ area }) => area);
  for (const { name, area, ods_code, population } of practices) {
    const row = sample.cloneNode(true);
    [name, area ?? "", ods_code ?? "", population ? figures(population) : ""].forEach((words, index) => setWords(all(row, "tc")[index], words));
    total.before(row);
  }
  sample.remove();
  const sum = practices.reduce((all_, { population }) => all_ + (Number(population) || 0), 0);
  setWords(all(total, "tc")[3], figures(sum));
  if (!areas) dropColumn(table, 1);
}

// The name's column takes the room of the one that goes.
function dropColumn(table, at) {
  const [wide, gone] = all(table, "gridCol").slice(at - 1);
  setAttribute(wide, "w", String(Number(attribute(wide, "w")) + Number(attribute(gone, "w"))));
  gone.remove();
  for (const row of all(table, "tr")) {
    const cells = all(row, "tc");
    setAttribute(first(cells[at - 1], "tcW"), "w", attribute(wide, "w"));
    cells[at].remove();
  }
}

function setContact(paragraph, contact) {
  fillIn(control(paragraph, "fill:contact"), contact.job ? `${contact.name}, ${contact.job}` : contact.name);
  for (const [tag, value] of [["fill:contact_phone", contact.phone], ["fill:contact_email", contact.email]]) {
    const found = control(paragraph, tag);
    if (value) fillIn(found, value);
    else for (const piece of [found.previousElementSibling, found.nextElementSibling, found]) piece.remove();
  }
}

function removeUnder(blocks, is) {
  const block = blocks.find(is);
  blocks[blocks.indexOf(block) - 1].remove();
  block.remove();
}

// A part that is not there is not in the contents either.
function forget(file, blocks) {
  const heading = wordsOf(blocks[0]);
  for (const block of blocks) block.remove();
  const listed = all(file.body, "p").find((found) => styleOf(found) === "TOC1" && wordsOf(found).startsWith(heading));
  listed?.nextElementSibling.remove();
  listed?.remove();
}

function said(sample, words) {
  const paragraph = sample.cloneNode(true);
  setWords(paragraph, words);
  return paragraph;
}
