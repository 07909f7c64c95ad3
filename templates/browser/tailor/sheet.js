// The sheet of text to paste into NHS Jobs. The same as `documents/formats/nhs_jobs/sheet.py`, which its words come from as data.
import { figures, upperFirst } from "../text/formatting.js";
import { boxes } from "./boxes.js";
import { filledIn } from "./labels.js";
import { issueOf, noticeOf } from "./paper.js";
import { plainer } from "./plain.js";
import { dates } from "./terms.js";
/** @import { Box } from "./boxes.js" */
/** @import { Shared } from "./types" */
/** @import { Store } from "./store.js" */

/** The text of the sheet. Lines end as Windows ends them. @param {Store} store */
export function sheetOf(store) {
  const { view, model: { shared } } = store;
  const say = plainer(shared);
  const { sheet } = shared;
  const told = boxes(view, shared).map((box, index) => boxText(index + 1, box, shared, say));
  const how = lines(sheet.how, ...(shared.form?.advice ?? []).map((words) => `- ${words}`));
  return `${[lines(...headOf(store, sheet.title).map(say)), how, ...told, others(store, say)].join("\n\n").replaceAll("\n", "\r\n")}\r\n`;
}

/** What a text file about a pack begins with. `title` has the pack's name in its braces. @param {Store} store @param {string} title */
export function headOf(store, title) {
  const { view, network, model: { role, shared } } = store;
  const pack = `${role.title}, band ${role.band}`;
  return [filledIn(title, { form: shared.form?.name ?? "", pack }), view.network.name, issueOf(store), noticeOf(network, view.overlay, shared)];
}

/** @param {number} number @param {Box} box @param {Shared} shared @param {(text: string) => string} say */
function boxText(number, box, { sheet }, say) {
  const told = lines(
    `${number}. ${box.name}`,
    box.pageName === box.name.split(":")[0] ? "" : filledIn(sheet.on_page, { name: box.pageName }),
    filledIn(sheet.count, { count: figures(box.count), limit: limitOf(box, sheet) }),
    say(box.note),
    ...faults(box, sheet).map(upperFirst),
    sheet.rule, box.text, sheet.rule,
  );
  return box.left ? `${told}\n${box.restIn ? upperFirst(box.restIn) : sheet.left_out}\n\n${box.rest}` : told;
}

/** @param {Box} box @param {Record<string, string>} sheet */
function limitOf({ least, most }, sheet) {
  if (most === null) return sheet.limit_unknown;
  return filledIn(least ? sheet.limit_between : sheet.limit_most, { least: figures(least), most: figures(most) });
}

/** What the form would refuse, and what was cut. @param {Box} box @param {Record<string, string>} sheet */
function faults(box, sheet) {
  const { least, most, count, left, restIn, attached } = box;
  const words = { count: figures(count), least: figures(least), limit: limitOf(box, sheet), most: figures(most ?? 0), where: restIn, left: left === 1 ? sheet.one_left : filledIn(sheet.left, { number: String(left) }) };
  const cut = left && attached ? sheet.cut : left && !restIn ? sheet.cut_nowhere : "";
  const found = [[...box.text].length < least && sheet.short, most !== null && count > most && sheet.long, cut];
  return found.flatMap((said) => (said ? [filledIn(said, words)] : []));
}

/** What the other boxes of the form ask for. @param {Store} store @param {(text: string) => string} say */
function others({ view, model: { role, shared } }, say) {
  const { vacancy } = view;
  const told = view.facts.map(([, label, value]) => say(`${label}: ${value}`));
  if (!vacancy) return lines(shared.sheet.others, ...told);
  const days = dates(role, vacancy, shared.labels).map(([, label, value]) => say(`${label}: ${value}`));
  return lines(shared.sheet.others, ...told, say(`${shared.sheet.reference}: ${vacancy.reference}`), ...days);
}

/** @param {...string} found */
function lines(...found) {
  return found.filter(Boolean).join("\n");
}
