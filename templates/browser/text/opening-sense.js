// Whether rows of opening hours can be true. The same as `knowledge/directory/opening_sense.py`.
/** @import { HoursRow } from "../correct/types" */

const WEEK = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

const DAY = 1440; // minutes

/** Whether no place can open and close at these times. @param {string} opens @param {string | undefined} closes */
export const impossible = (opens, closes) => opens === closes || opens === "24:00";

/** The positions of each two rows that hold at the same time, the later one first. @param {HoursRow[]} rows @returns {[number, number][]} */
export function overlapping(rows) {
  return rows.flatMap((one, first) => rows.slice(first + 1).flatMap((other, more) => /** @type {[number, number][]} */ (together(one, other) ? [[first + 1 + more, first]] : [])));
}

/** @param {HoursRow} one @param {HoursRow} other */
const together = (one, other) => alike(one) === alike(other) && sameWeeks(one, other) && meet(one, other);

/** What rows have in common that speak of the same. @param {HoursRow} row */
const alike = (row) => JSON.stringify([row.label ?? null, row.term_time ?? false, row.by_appointment ?? false, row.every ?? null, row.week ?? [], row.every ? row.from ?? null : null]);

/** Whether both hold on some day. Days as texts are in the order of the calendar. @param {HoursRow} one @param {HoursRow} other */
const sameWeeks = (one, other) => !((one.until && other.from && one.until < other.from) || (other.until && one.from && other.until < one.from));

/** @param {HoursRow} one @param {HoursRow} other */
const meet = (one, other) => minutes(one).some(([a, b]) => minutes(other).some(([c, d]) => a < d && c < b));

/** From when to when it is open, in minutes of the week. @param {HoursRow} row @returns {number[][]} */
function minutes({ days, opens, closes }) {
  if (!closes || impossible(opens, closes)) return [];
  const [from, to] = [opens, closes].map((clock) => Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3)));
  return days.flatMap((day) => {
    const start = WEEK.indexOf(day) * DAY + from;
    const end = start + to - from + (to < from ? DAY : 0);
    return [[start, Math.min(end, 7 * DAY)], ...(end > 7 * DAY ? [[0, end - 7 * DAY]] : [])];
  });
}
