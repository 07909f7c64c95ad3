/**
 * Opening hours: [days, from, to], days as bits from Monday (1) to Sunday (64), and 128 for not on bank holidays; minutes from midnight.
 * Hours that are not every week have more: [days, from, to, every, weeks, first, last]. `every` counts weeks from that of `first`, `weeks` are
 * bits for the first (1) to the fifth (16) of such days in a month, and the last (32); days are counted from 1 January 1970, 0 is none.
 *
 * @typedef {{days: number[], until: number}} Holidays Bank holidays, and the last day of which it is known whether it is one; days are counted in the same way.
 * @typedef {{day: number, minutes: number, date?: number, holidays?: Holidays}} Moment `day` counts from 0, Monday; `date` counts days from 1 January 1970.
 */

export const DAY = 24 * 60;
const LAST = 32;
const NOT_ON_HOLIDAYS = 128;
/** How far ahead to look for the next opening, in days: hours of every ninth week begin again by then. */
const AHEAD = 70;

/** Whether a service is open. Hours after midnight belong to the day on which they begin. @param {number[][]} open @param {Moment} at */
export const isOpen = (open, at) => openUntil(open, at) !== null;

/** When a service that is open closes, in minutes from the midnight before; null if it is closed. @param {number[][]} open @param {Moment} at */
export function openUntil(open, { day, minutes, date, holidays }) {
  const before = (day + 6) % 7;
  for (const row of open) {
    const end = row[2] <= row[1] ? row[2] + DAY : row[2];
    if (minutes >= row[1] && minutes < end && holds(row, { day, date, holidays })) return end;
    if (minutes + DAY < end && holds(row, { day: before, date: date === undefined ? date : date - 1, holidays })) return end - DAY;
  }
  return null;
}

/** Whether a row holds on a day. Without a date, a row that is not every week does not. @param {number[]} row @param {Omit<Moment, "minutes">} at */
export function holds([days, , , every, weeks, first, last], { day, date, holidays }) {
  if (!(days & (1 << day))) return false;
  if (days & NOT_ON_HOLIDAYS && date !== undefined && holidays?.days.includes(date)) return false;
  if (every === undefined) return true;
  if (date === undefined || (first && date < first) || (last && date > last)) return false;
  return (week(date) - week(first)) % every === 0 && (!weeks || Boolean(weeks & inMonth(date)));
}

/**
 * When a closed service opens next: in how many days, and at which minute of that day. `doubt` is true where that day may be a bank holiday
 * that is not known yet. Null if its hours are not known, or it does not open again soon.
 * @param {number[][]} open @param {Moment & {date: number}} now
 */
export function nextOpening(open, { day, minutes, date, holidays }) {
  for (let ahead = 0; ahead <= AHEAD; ahead++) {
    const at = { day: (day + ahead) % 7, date: date + ahead, holidays };
    const rows = open.filter((row) => (ahead || row[1] > minutes) && holds(row, at));
    if (!rows.length) continue;
    const first = rows.reduce((soonest, row) => (row[1] < soonest[1] ? row : soonest));
    return { ahead, minutes: first[1], doubt: Boolean(first[0] & NOT_ON_HOLIDAYS) && at.date > (holidays?.until ?? 0) };
  }
  return null;
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

/** @type {Intl.DateTimeFormat | undefined} Made once, because that takes some milliseconds. */
let london;

/** A moment as day, minutes and date in London, wherever the reader is. @param {Date} date @returns {Moment & {date: number}} */
export function moment(date) {
  london ??= new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric", hourCycle: "h23" });
  const part = Object.fromEntries(london.formatToParts(date).map(({ type, value }) => [type, Number(value)]));
  const days = Date.UTC(part.year, part.month - 1, part.day) / (DAY * 60_000);
  return { day: (days + 3) % 7, minutes: part.hour * 60 + part.minute, date: days };
}

/** The next time that a day comes round, today among them. @param {Moment} now @param {number} day */
export const next = (now, day) => (now.date === undefined ? undefined : now.date + ((day - now.day + 7) % 7));
