/**
 * Which services fulfil a wish, by what their records say: how and when help is given, in which languages, and for whom it is easy to use.
 *
 * @typedef {import("./documents.js").Service} Service
 * @typedef {import("./asking.js").Wish} Wish
 * @typedef {import("./hours.js").Moment} Moment
 */
import { slug } from "../text/formatting.js";
import { holds, isOpen, next } from "./hours.js";

/** How a service's record describes wheelchair access. */
const STEP_FREE = /step[- ]free|wheelchair|accessible|level access|ground floor|\blifts?\b/i;
const SIGNED = /\bBSL\b|sign language/i;
const INTERPRETED = /interpret|languageline|language line|translat/i;

/** What a facet has of a service: access, interpreters and languages. @param {Pick<Service, "languages" | "access">} service @returns {string[]} */
export function easeOf({ languages, access }) {
  const found = languages.map((one) => (SIGNED.test(one) ? "bsl" : INTERPRETED.test(one) ? "interpreter" : slug(one)));
  return [...new Set([...found, ...(access.some((one) => STEP_FREE.test(one)) ? ["step-free"] : [])])];
}

/** Ways round an obstacle. @type {Record<string, (service: Service) => boolean>} */
const WAYS = {
  offline: ({ phone, text, how, refer }) => Boolean(phone || text) || refer.includes("turn-up") || ["phone", "text", "letter", "in-person", "group", "home-visit", "overnight-stay", "printed"].some((one) => how.includes(one)),
  "from-home": ({ phone, text, how }) => Boolean(phone || text) || ["phone", "text", "online", "email", "letter", "home-visit"].some((one) => how.includes(one)),
  "without-calls": (service) => Boolean(service.text) || ["text", "online", "email"].some((one) => service.how.includes(one)) || easeOf(service).includes("bsl"),
};

/** Whether it is open on the day and at the time of a wish; either may be missing. @param {number[][]} open @param {Wish} wish @param {Moment} now */
function openAt(open, { day, minutes }, now) {
  if (typeof minutes === "number") return isOpen(open, { ...now, day: day ?? now.day, minutes, date: next(now, day ?? now.day) });
  return typeof day === "number" && open.some((row) => holds(row, { ...now, day, date: next(now, day) }));
}

/** Whether a service fulfils a wish. @param {Service} service @param {Wish} wish @param {Moment} now */
export function grants(service, wish, now) {
  const { facet, value } = wish;
  if (facet === "access") return easeOf(service).includes(value);
  if (facet === "language") return service.languages.some((one) => INTERPRETED.test(one) || one.toLowerCase().includes(value));
  if (facet === "way") return WAYS[value]?.(service) ?? false;
  if (facet === "open" && wish.minutes !== undefined) return openAt(service.open, wish, now);
  if (facet === "how") return service.how.includes(value);
  if (facet === "refer") return service.refer.includes(value);
  if (facet === "cost") return service.cost === value;
  return facet === "open" && (isOpen(service.open, now) || isOpen(service.open, { ...now, minutes: 22 * 60 }));
}
