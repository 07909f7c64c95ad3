/** Opening hours: [days, from, to], days as bits from Monday (1) to Sunday (64), minutes from midnight. Bank holidays are not known here. */

const DAY = 24 * 60;

/**
 * Whether a service is open. Hours after midnight belong to the day on which they begin.
 * @param {number[][]} open
 * @param {{day: number, minutes: number}} at `day` counts from 0, Monday.
 */
export function isOpen(open, { day, minutes }) {
  const [today, before] = [1 << day, 1 << ((day + 6) % 7)];
  for (const row of open) {
    const end = row[2] <= row[1] ? row[2] + DAY : row[2];
    if (row[0] & today && minutes >= row[1] && minutes < end) return true;
    if (row[0] & before && minutes + DAY < end) return true;
  }
  return false;
}

/** A moment as day and minutes, in the reader’s own time. @param {Date} date */
export const moment = (date) => ({ day: (date.getDay() + 6) % 7, minutes: date.getHours() * 60 + date.getMinutes() });
