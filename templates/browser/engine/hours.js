/**
 * Opening hours: [days, from, to], days as bits from Monday (1) to Sunday (64), minutes from midnight. Bank holidays are not known here.
 * Hours that are not every week have more: [days, from, to, every, weeks, first, last]. `every` counts weeks from that of `first`, `weeks` are
 * bits for the first (1) to the fifth (16) of such days in a month, and the last (32); days are counted from 1 January 1970, 0 is none.
 *
 * @typedef {{day: number, minutes: number, date?: number}} Moment `day` counts from 0, Monday; `date` counts days from 1 January 1970.
 */

const DAY = 24 * 60;
const LAST = 32;

/** Whether a service is open. Hours after midnight belong to the day on which they begin. @param {number[][]} open @param {Moment} at */
export function isOpen(open, { day, minutes, date }) {
  const before = (day + 6) % 7;
  for (const row of open) {
    const end = row[2] <= row[1] ? row[2] + DAY : row[2];
    if (minutes >= row[1] && minutes < end && holds(row, day, date)) return true;
    if (minutes + DAY < end && holds(row, before, date === undefined ? date : date - 1)) return true;
  }
  return false;
}

/** Whether a row holds on a day. Without a date, a row that is not every week does not. @param {number[]} row @param {number} day @param {number} [date] */
export function holds([days, , , every, weeks, first, last], day, date) {
  if (!(days & (1 << day))) return false;
  if (every === undefined) return true;
  if (date === undefined || (first && date < first) || (last && date > last)) return false;
  return (week(date) - week(first)) % every === 0 && (!weeks || Boolean(weeks & inMonth(date)));
}

/** Weeks since 1970, each from its Monday. @param {number} date */
const week = (date) => Math.floor((date + 3) / 7);

/** Which such day of its month a date is, as bits. @param {number} date */
function inMonth(date) {
  const at = new Date(date * DAY * 60_000);
  const nth = at.getUTCDate();
  const days = new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate();
  return (1 << (Math.ceil(nth / 7) - 1)) | (nth + 7 > days ? LAST : 0);
}

/** A moment as day, minutes and date, in the reader’s own time. @param {Date} date @returns {Moment & {date: number}} */
export const moment = (date) => ({
  day: (date.getDay() + 6) % 7, minutes: date.getHours() * 60 + date.getMinutes(),
  date: Date.UTC(date.getFullYear(), date.getMonth(), date.getDate()) / (DAY * 60_000),
});

/** The next time that a day comes round, today among them. @param {Moment} now @param {number} day */
export const next = (now, day) => (now.date === undefined ? undefined : now.date + ((day - now.day + 7) % 7));
