/**
 * What a query asks for besides a need: a time, a phone number, a way of getting help; and what it only mentions.
 *
 * @typedef {import("./phrases.js").Slot} Slot
 * @typedef {import("./matches.js").Match} Match
 * @typedef {{facet: string, value: string, from: string, day?: number | null, minutes?: number | null}} Wish
 *   `day` counts from 0, Monday; `minutes` from midnight. Only a wish for a time has them, and each may be missing.
 */

const DAYS = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
const DAY = new RegExp(`\\b(?:on )?(${DAYS.join("|")})s?\\b`, "i");
const CLOCK = /\b(?:at )?(?:(\d{1,2})(?:[.:](\d{2}))? ?(am|pm)\b|(midnight|midday|noon)\b|(\d{1,2})[.:](\d{2})\b)/i;
/** A time is an opening time only beside such a word, or with its day: "awake till 4am" is not, "at 9pm on Sunday" is. */
const OPENING = /\b(?:open|opens|opening|close|closes|closed|shut|shuts|available|appointments?)\b/i;
const NUMBER = /(?:\+|\b)\d(?:[\d ()-]{4,})\d\b/;
const ONLY_NUMBER = /^[+\d][\d ()-]+$/;
const BREAK = /[,;.]| and | but /i;
const HAVING = new Set(["have", "has", "had", "having", "ive", "got", "not", "of"]);
const BESIDE = new Set(["any", "young", "small", "little", "the", "my", "her", "his", "other", "grown", "older"]);
const COUNTS = /^(?:\d+|one|two|three|four|five|six|several)$/;
const CHILDREN = new Set(["kid", "kids", "child", "children"]);

/**
 * The time at which a service should be open: "open at 10.30pm on Sunday".
 * @param {string} text
 * @returns {Wish | null}
 */
export function askedTime(text) {
  const [day, clock] = [DAY.exec(text), CLOCK.exec(text)];
  const meeting = clock?.[0].startsWith("at ") && day?.[0].startsWith("on ");
  if (!(OPENING.test(text) || meeting) || !(day || clock)) return null;
  const on = day ? DAYS.indexOf(day[1].toLowerCase()) : null;
  const minutes = clock ? minutesOf(clock) : null;
  const said = [...(clock ? [clock[0].trim()] : []), ...(day ? [`on ${day[1][0].toUpperCase()}${day[1].slice(1).toLowerCase()}`] : [])].join(" ");
  return { facet: "open", value: [day ? day[1].slice(0, 3).toLowerCase() : "day", ...(minutes === null ? [] : [minutes])].join("-"), from: said, day: on, minutes };
}

/** @param {RegExpExecArray} clock */
function minutesOf([, hour, minute, half, word, plain, past]) {
  if (word) return word.toLowerCase() === "midnight" ? 0 : 12 * 60;
  if (plain) return (Number(plain) % 24) * 60 + Number(past);
  return ((Number(hour) % 12) + (half.toLowerCase() === "pm" ? 12 : 0)) * 60 + Number(minute ?? 0);
}

/**
 * A phone or text number in a query: its digits, as they are dialled in the United Kingdom.
 * @param {string} text
 * @returns {{digits: string, from: string, alone: boolean} | null} `alone` if nothing else was typed.
 */
export function askedNumber(text) {
  const typed = text.trim();
  const alone = ONLY_NUMBER.test(typed) && figures(typed).length > 2;
  const from = alone ? typed : (NUMBER.exec(text)?.[0] ?? "");
  return from ? { digits: figures(from), from, alone } : null;
}

/** The digits of a number, with 0 in place of the country code 44. @param {string} number */
export const figures = (number) => number.replace(/^\s*(?:\+|00)44 ?(?:\(0\))?/, "0").replace(/\D/g, "");

/** Whether a wish is negated: "no internet", "doesn't know how to use internet". @param {Match} match @param {Slot[]} list @param {string} text */
export function unwished({ phrase, places }, list, text) {
  if (phrase.stems.includes("not")) return false;
  for (let at = places[0] - 1; at >= 0; at--) {
    if (list[at].word === "not") return !BREAK.test(text.slice(list[at].end, list[places[0]].at));
    if (!list[at].soft) return false;
  }
  return false;
}

/** Positions of children who are only mentioned as family: "has two kids", "no kids", "mum of three children". @param {Slot[]} list */
export function mentioned(list) {
  const found = new Set();
  for (let at = 1; at < list.length; at++) {
    if (!CHILDREN.has(list[at].word)) continue;
    let before = at - 1;
    while (before > 0 && BESIDE.has(list[before].word)) before--;
    if (COUNTS.test(list[before].word) || HAVING.has(list[before].word)) found.add(at);
  }
  return found;
}
