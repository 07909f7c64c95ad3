// The statements and criteria of a Word file: left out, reworded and added, in the style and the lists that stand there.
import { deepSections, laidSections } from "./laying.js";
import { all, attribute, fillIn, first, freeNumber, isTagged, partOf, setAttribute, setWords, styleOf } from "./wordxml.js";

/** Make the job description say what the view says. */
export function setStatements(file, view, role) {
  const base = laidSections(role, view.texts, {}); // a section without sentences is not in the file
  const groups = groupsOf(partOf(file.body, "job"), base);
  const printed = new Map([...deepSections(view.sections)].map((section) => [section.id, section]));
  let number = freeNumber(file.body);
  for (const outer of base) {
    const inner = [...deepSections([outer])].map(({ id }) => groups.get(id));
    const sample = inner.flatMap(({ controls }) => controls)[0].cloneNode(true);
    for (const group of inner) {
      const section = printed.get(group.id);
      const known = new Map(group.controls.map((found) => [found, found]));
      group.controls.forEach((found) => found.remove());
      if (!section) {
        group.blocks.forEach((block) => block.remove());
        continue;
      }
      const nodes = section.items.map((item) => {
        const own = [...known.values()].find((found) => isTagged(found, `statement:${item.id}`));
        const node = own ?? fresh(sample, `statement:${item.id}`, (number += 1));
        if (item.added || item.reworded) setWords(node, item.text);
        return node;
      });
      group.blocks[group.blocks.length - 1].after(...nodes);
    }
    renumber(file.part("word/numbering.xml"), sample, outer, view.sections);
  }
}

/** Make the person specification say what the view says. */
export function setCriteria(file, view, role) {
  const blocks = partOf(file.body, "specification");
  const tables = blocks.filter(({ localName }) => localName === "tbl");
  const samples = samplesOf(tables, role);
  let number = freeNumber(file.body);
  role.categories.forEach((category, index) => {
    const table = tables[index];
    const laid = view.categories.find(({ id }) => id === category.id);
    const [head, ...rows] = [...table.children].filter(({ localName }) => localName === "tr");
    rows.forEach((row) => row.remove());
    if (!laid) {
      blocks[blocks.indexOf(table) - 1].remove();
      table.remove();
      return;
    }
    head.after(...laid.items.map((item) => {
      const own = rows.find((row) => isTagged(first(row, "sdt"), `criterion:${item.id}`));
      const row = own ?? newRow(samples, item, (number += 1));
      if (item.added || item.reworded) setWords(first(first(row, "sdt"), "sdtContent"), item.text);
      return row;
    }));
  });
}

// Headings stand in the order of the sections. What follows each is its introduction, then its statements.
function groupsOf(blocks, base) {
  const sections = [...deepSections(base)];
  const groups = new Map();
  let group = null;
  for (const block of blocks.slice(1)) {
    if (/^Heading[2-6]$/.test(styleOf(block)) && block.localName === "p") {
      group = { id: sections[groups.size].id, blocks: [], controls: [] };
      groups.set(group.id, group);
    }
    if (block.localName === "sdt") group.controls.push(block);
    else group.blocks.push(block);
  }
  return groups;
}

function fresh(sample, tag, number) {
  const node = sample.cloneNode(true);
  const properties = first(node, "sdtPr");
  setAttribute(first(properties, "tag"), "val", tag.slice(0, 64));
  setAttribute(first(properties, "id"), "val", String(number));
  return node;
}

// A numbered section's figure is in the pattern of its list. It changes where a section before it is left out whole.
function renumber(numbering, sample, outer, sections) {
  const figure = sections.filter(({ numbered }) => numbered).findIndex(({ id }) => id === outer.id) + 1;
  if (!outer.numbered || !figure) return;
  const list = attribute(first(sample, "numId"), "val");
  const instance = all(numbering, "num").find((found) => attribute(found, "numId") === list);
  const kind = attribute(first(instance, "abstractNumId"), "val");
  const definition = all(numbering, "abstractNum").find((found) => attribute(found, "abstractNumId") === kind);
  setAttribute(first(definition, "lvlText"), "val", `${figure}.%1`);
}

// A row of each level, to copy for a criterion of the network's own.
function samplesOf(tables, role) {
  const rows = tables.flatMap((table) => all(table, "tr"));
  const found = {};
  for (const { id, level } of role.categories.flatMap(({ criteria }) => criteria)) {
    found[level] ??= rows.find((row) => first(row, "sdt") && isTagged(first(row, "sdt"), `criterion:${id}`))?.cloneNode(true);
  }
  return found;
}

function newRow(samples, item, number) {
  const like = samples[item.level] ?? Object.values(samples).find(Boolean);
  const row = like.cloneNode(true);
  const found = first(row, "sdt");
  fillIn(found, item.text, { tag: `criterion:${item.id}` });
  setAttribute(first(found, "id"), "val", String(number));
  const [, level, assessed] = all(row, "tc");
  const said = item.assessed_by.join(", ");
  setWords(level, item.level === "essential" ? "Essential" : "Desirable");
  const look = first(first(level, "r"), "rStyle");
  if (look) setAttribute(look, "val", item.level === "essential" ? "Strong" : attribute(look, "val"));
  setWords(assessed, said.slice(0, 1).toUpperCase() + said.slice(1));
  return row;
}


