// Days with their weekday, so that a wrong one is seen: 9 January 2027 is a Saturday.
import { day } from "../text/formatting.js";

const WEEKDAYS = ["Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"];

/** `2027-01-09` as `Saturday 9 January 2027`. Anything else is nothing. @param {string | undefined} value */
export function dayInFull(value) {
  const found = /^([0-9]{4})-([0-9]{2})-([0-9]{2})$/.exec(value ?? "");
  if (!found) return "";
  const [, year, month, date] = found.map(Number);
  return `${WEEKDAYS[new Date(Date.UTC(year, month - 1, date)).getUTCDay()]} ${day(value)}`;
}
