// Opening hours in words, from rows of the search's data. The same as `documents/views/opening_hours.py`.
import { joinWords } from "./formatting.js";

const WEEK = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const DAY = 24 * 60; // minutes

/** Each row in words: `Monday to Friday, 9am to 5pm`, or `24 hours, every day`. @param {number[][]} open [days as bits from Monday, from, to] in minutes */
export const hoursLines = (open) => open.map(([days, from, to]) => (from === 0 && to === DAY ? `24 hours, ${named(days, "every day")}` : `${named(days, "Every day")}, ${clock(from)} to ${clock(to)}`));

/** @param {number} minutes */
function clock(minutes) {
  if (minutes % DAY === 0) return "midnight";
  if (minutes === DAY / 2) return "midday";
  const [hour, minute] = [Math.floor(minutes / 60), minutes % 60];
  return `${hour % 12 || 12}${minute ? `:${String(minute).padStart(2, "0")}` : ""}${hour < 12 ? "am" : "pm"}`;
}

/** Days as a range if they are consecutive, also over the weekend. @param {number} days A bit for each day. @param {string} all */
function named(days, all) {
  const on = WEEK.filter((_, i) => days & (1 << i));
  if (on.length === WEEK.length) return all;
  const starts = WEEK.flatMap((_, i) => (days & (1 << i) && !(days & (1 << (i + 6) % 7)) ? [i] : []));
  return starts.length === 1 && on.length > 2 ? `${WEEK[starts[0]]} to ${WEEK[(starts[0] + on.length - 1) % 7]}` : joinWords(on);
}
