// A day asked for in three parts: day, month and year. Only a real day is kept in the draft; what is typed stays in the fields.
import { fieldsIn } from "./fields.js";
/** @import { Field } from "./types" */

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];
const WHOLE = /^\s*(\d{1,2})[/. -](\d{1,2})[/. -](\d{4})\s*$/;
const ISO = /^\s*(\d{4})-(\d{2})-(\d{2})\s*$/;

/** The fields of day, month and year. @param {Field} field the first of them */
export function partsOf(field) {
  return fieldsIn(/** @type {Element} */ (field.closest("[data-day]")), "input");
}

/** What was typed, as a day in ISO form; nothing where it is none. @param {Field} field */
export function readDay(field) {
  const [date, month, year] = partsOf(field).map(({ value }) => value.trim());
  const named = MONTHS.indexOf(month.toLowerCase().slice(0, 3)) + 1;
  const figures = [Number(year), named || Number(month), Number(date)];
  if (!/^\d{4}$/.test(year) || !figures.every((figure) => Number.isInteger(figure) && figure > 0)) return undefined;
  const iso = figures.map((figure) => String(figure).padStart(2, "0")).join("-");
  return isDay(figures) ? iso : undefined;
}

/** Whether the calendar has a day. @param {number[]} figures year, month and day */
function isDay([year, month, date]) {
  const found = new Date(Date.UTC(year, month - 1, date));
  return found.getUTCFullYear() === year && found.getUTCMonth() === month - 1 && found.getUTCDate() === date;
}

/** Show a day of the draft. @param {Field} field @param {unknown} value */
export function showDay(field, value) {
  const found = ISO.exec(String(value ?? ""));
  const words = found ? [Number(found[3]), Number(found[2]), found[1]] : ["", "", ""];
  for (const [index, part] of partsOf(field).entries()) part.value = String(words[index]);
}

/** Part a whole date that somebody put into the first field. @param {Field} field */
export function partDay(field) {
  const found = WHOLE.exec(field.value);
  const iso = found ? `${found[3]}-${found[2].padStart(2, "0")}-${found[1].padStart(2, "0")}` : field.value;
  if (ISO.test(iso)) showDay(field, iso);
}

/** What is wrong with a day, or nothing. @param {Field} field */
export function wrongWithDay(field) {
  const words = partsOf(field).map(({ value }) => value.trim());
  if (readDay(field) || !words.some(Boolean)) return "";
  const missing = ["a day", "a month", "a year"].filter((_, index) => !words[index]);
  if (missing.length) return `Add ${missing.join(" and ")}.`;
  return /^\d{4}$/.test(words[2]) ? "This day is not in the calendar. Write it like 27 3 2027." : "Write the year in four figures, such as 2027.";
}
