// Opening hours in words, from rows of the search's data. The same as `documents/views/opening_hours.py`.
import { DAY, isOpen, nextOpening, openUntil } from "../engine/hours.js";
import { day, joinWords, lowerFirst, upperFirst } from "./formatting.js";

const WEEK = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];

const WHICH = ["first", "second", "third", "fourth", "fifth", "last"];

/** Each row in words: `Monday to Friday, 9am to 5pm`, or `24 hours, every day`. @param {number[][]} open Rows as `engine/hours.js` has them. */
export const hoursLines = (open) => open.map((row) => [words(row), ...narrowed(row)].join(", "));

/** @param {number[]} row */
function words([days, from, to, every = 1, weeks = 0]) {
  const on = recurring(days, every, weeks);
  if (from !== 0 || to !== DAY) return `${on}, ${clock(from)} to ${clock(to)}`;
  return `24 hours, ${WEEK.some((name) => on.startsWith(name)) ? on : lowerFirst(on)}`;
}

/** @param {number} days @param {number} every @param {number} weeks */
function recurring(days, every, weeks) {
  if (weeks) return `${upperFirst(joinWords(WHICH.filter((_, i) => weeks & (1 << i))))} ${joinWords(WEEK.filter((_, i) => days & (1 << i)))} of the month`;
  if (every > 1) return `Every ${every} weeks${(days & 127) === 127 ? "" : ` on ${named(days, "")}`}`;
  return named(days, "Every day");
}

/** From which day, until which, and whether on bank holidays. @param {number[]} row */
const narrowed = ([days, , , , , first = 0, last = 0]) => [first && `from ${dated(first)}`, last && `until ${dated(last)}`, days & 128 && "not on bank holidays"].filter(Boolean);

/**
 * Whether it is open: "Open now until 5pm.", "Closed now. Opens 9am tomorrow."; empty where its hours are not known.
 * @param {number[][]} open @param {import("../engine/hours.js").Moment & {date: number}} now
 */
export function openNow(open, now) {
  const until = openUntil(open, now);
  const goesOn = until === DAY && isOpen(open, { ...now, day: (now.day + 1) % 7, minutes: 0, date: now.date + 1 });
  if (until !== null) return goesOn ? "Open now." : `Open now until ${clock(until % DAY)}.`;
  const opens = nextOpening(open, now);
  if (!opens) return "";
  const { ahead, minutes, doubt } = opens;
  const when = ahead === 0 ? "today" : ahead === 1 ? "tomorrow" : ahead < 7 ? `on ${WEEK[(now.day + ahead) % 7]}` : `on ${dated(now.date + ahead)}`;
  return `Closed now. Opens ${clock(minutes)} ${when}${doubt ? ", unless it is a bank holiday" : ""}.`;
}

/** A count of days from 1 January 1970 in words. @param {number} date */
const dated = (date) => day(new Date(date * DAY * 60_000).toISOString().slice(0, 10));

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
