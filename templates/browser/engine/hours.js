/** Opening hours: [days, from, to], days as bits from Monday (1) to Sunday (64), minutes from midnight. Bank holidays are not known here. */

const DAY = 24 * 60;

/**
 * Whether a place is open. Hours after midnight belong to the day they began on.
 * @param {number[][]} open
 * @param {{day: number, minutes: number}} at `day` counts from 0, Monday.
 */
export function isOpen(open, { day, minutes }) {
  const before = (day + 6) % 7;
  return open.some(([days, from, to]) => {
    const end = to <= from ? to + DAY : to;
    return (days & (1 << day) && minutes >= from && minutes < end) || (days & (1 << before) && minutes + DAY < end);
  });
}

/** A moment as day and minutes, in the reader’s own time. @param {Date} date */
export const moment = (date) => ({ day: (date.getDay() + 6) % 7, minutes: date.getHours() * 60 + date.getMinutes() });
