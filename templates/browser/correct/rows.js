// Fields that are lists: numbers, places and times, a row for each, with rows to add and to remove.
import { button, element } from "../find/elements.js";
import { hoursLines } from "../text/opening-hours.js";
import { impossible, overlapping } from "../text/opening-sense.js";
import { newId, textField } from "./fields.js";
import { clockOf, minutesOf } from "./times.js";
/** @import { AskingPart, HoursRow, Part, ShownPhone, ShownPlace, TextForm } from "./types" */

const DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const SAME = "It cannot open and close at the same time. A whole day is midnight to midnight.";
const CLOCK = "Write am or pm, or four figures: 9am, 5.30pm or 17:30.";

/**
 * A list of rows.
 * @template Row
 * @template {Part} Made
 * @param {string} title
 * @param {string} add what the button says that adds a row
 * @param {string} one what a row is called: `number`
 * @param {Row[]} rows
 * @param {Row} blank
 * @param {(row: Row, group: string) => Made} make
 * @param {(parts: Made[]) => void} [compare] looks at all rows together, after each change
 * @returns {Part}
 */
function list(title, add, one, rows, blank, make, compare) {
  const place = element("div");
  /** @type {Set<Made>} */
  const parts = new Set();
  let made = 0;
  const put = (/** @type {Row} */ row) => {
    const group = `${one} ${++made}`;
    const part = make(row, group);
    const node = element("div", "correct__row", part.node, button("btn btn--2 btn--s", () => {
      parts.delete(part);
      node.remove();
      more.focus();
      more.dispatchEvent(new Event("input", { bubbles: true }));
    }, "Remove", element("span", "vh", ` ${group}`)));
    parts.add(part);
    place.append(node);
    return node;
  };
  const more = button("btn btn--2 btn--s", () => {
    put(blank).querySelector("input")?.focus();
    more.dispatchEvent(new Event("input", { bubbles: true }));
  }, add);
  rows.forEach(put);
  compare?.([...parts]);
  const node = element("fieldset", "correct__set", element("legend", "", title), place, more);
  if (compare) node.addEventListener("input", () => compare([...parts]));
  return { node, value: () => [...parts].map((part) => part.value()).filter((value) => value !== null), wrong: () => [...parts].flatMap((part) => part.wrong()) };
}

/** @param {ShownPhone[]} rows @param {Record<string, TextForm>} forms */
export function phones(rows, forms) {
  return list("Phone numbers", "Add a number", "number", rows, { number: "" }, (row, group) => {
    const number = textField("Number", row.number, forms.number, { group, check: (text) => (label.value() && !text ? "Write the number, or remove this row." : "") });
    const label = textField("What it is for", row.label ?? "", forms.label, { group });
    number.input.setAttribute("inputmode", "tel");
    const value = () => (number.value() ? { number: number.value(), ...(label.value() && { label: label.value() }) } : null);
    return { node: element("div", "correct__pair", number.node, label.node), value, wrong: () => [...number.wrong(), ...label.wrong()] };
  });
}

/** @param {ShownPlace[]} rows @param {Record<string, TextForm>} forms */
export function places(rows, forms) {
  return list("Where to go", "Add an address", "address", rows, { address: "" }, (row, group) => {
    const address = textField(row.name ? `Address of ${row.name}` : "Address", row.address, forms.address, { group });
    const value = () => (address.value() ? { ...(row.name && { name: row.name }), address: address.value() } : null);
    return { node: address.node, value, wrong: address.wrong };
  });
}

/** @param {HoursRow[]} rows */
export function hours(rows) {
  const blank = { days: DAYS.slice(0, 5), opens: "", closes: "" };
  return list("When it is open", "Add times", "times", rows, blank, (row, group) => {
    const days = DAYS.map((name) => dayBox(name, row.days.includes(name)));
    const opens = timeField("Opens", row.opens, group, false);
    const closes = timeField("Closes", row.closes ?? "", group, true, (clock) => (impossible(clockOf(opens.value(), false) ?? "", clock) ? SAME : ""));
    opens.input.addEventListener("input", closes.judge);
    const chosen = () => DAYS.filter((_, index) => days[index].box.checked);
    const said = element("p", "meta");
    const asked = element("p", "correct__ask");
    asked.setAttribute("aria-live", "polite");
    const value = () => {
      const times = { opens: clockOf(opens.value(), false) ?? "", closes: clockOf(closes.value(), true) ?? "" };
      if (!times.opens || (closes.value() && !times.closes) || impossible(times.opens, times.closes)) return null;
      const { closes: _, ...kept } = row;
      return { ...kept, days: chosen(), opens: times.opens, ...(times.closes && { closes: times.closes }) };
    };
    const wrong = () => [...opens.wrong(), ...closes.wrong(), ...(chosen().length ? [] : [`Days (${group}): Choose at least one day.`])];
    const say = () => { said.textContent = chosen().length ? wording(/** @type {HoursRow | null} */ (value())) : "Choose at least one day."; };
    const set = element("fieldset", "correct__days", element("legend", "", "Days", element("span", "vh", ` (${group})`)), ...days.map(({ node }) => node));
    const node = element("div", "", set, element("div", "correct__pair correct__pair--times", opens.node, closes.node), said, asked);
    node.addEventListener("input", say);
    say();
    const ask = (/** @type {string} */ question) => {
      if (asked.textContent !== question) asked.textContent = question;
    };
    return { node, value, wrong, group, ask };
  }, askOfOverlaps);
}

/** Two rows may be meant to hold at the same time, so the reader is asked, and may go on. @param {AskingPart[]} parts */
function askOfOverlaps(parts) {
  const read = parts.filter((part) => part.value());
  const found = new Map(overlapping(read.map((part) => /** @type {HoursRow} */ (part.value()))).map(([later, first]) => [read[later], read[first]]));
  for (const part of parts) {
    const other = found.get(part);
    part.ask(other ? `This overlaps with ${other.group}. Is that right?` : "");
  }
}

/** @param {string} name @param {boolean} checked */
function dayBox(name, checked) {
  const box = element("input");
  const words = element("label", "", name[0].toUpperCase() + name.slice(1, 3), element("span", "vh", name.slice(3)));
  Object.assign(box, { type: "checkbox", checked, id: newId() });
  words.htmlFor = box.id;
  return { box, node: element("span", "correct__day", box, words) };
}

/**
 * @param {string} label @param {string} value @param {string} group @param {boolean} ends
 * @param {(clock: string) => string} [check] says what else is wrong with the time
 */
function timeField(label, value, group, ends, check) {
  const judge = (/** @type {string} */ text) => {
    const clock = clockOf(text, ends);
    return clock ? check?.(clock) ?? "" : CLOCK;
  };
  return textField(label, value, {}, { group, needed: !ends, check: (text) => text && judge(text) });
}

/** How the times read on the page, so that a wrong one is seen. @param {HoursRow | null} row */
function wording(row) {
  if (!row?.closes) return "";
  const bits = DAYS.reduce((sum, name, index) => sum + (row.days.includes(name) ? 1 << index : 0), 0);
  const [line] = hoursLines([[bits, minutesOf(row.opens), minutesOf(row.closes)]]);
  return `${line}${row.closes < row.opens ? " (after midnight)" : ""}.`;
}
