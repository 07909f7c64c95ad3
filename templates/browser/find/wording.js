// How facts are said on the page Find: labels, days and times, dates.
const LABELS = {
  how: {
    phone: "By phone", text: "By text", online: "Online", email: "By email", letter: "By letter", "in-person": "In person", group: "In a group",
    "home-visit": "Comes to them", "overnight-stay": "Overnight stay", printed: "On paper",
  },
  refer: { self: "They can refer themselves", professional: "A professional refers", family: "Family can refer", "turn-up": "Just turn up" },
  language: { interpreter: "Interpreters" },
  access: { bsl: "British Sign Language", "step-free": "Step-free" },
  cost: { free: "Free", contribution: "They pay a part", "may-charge": "There may be a charge" },
};
const CHECKED = { provider: "on the provider’s own site", "public-body": "on a public body’s page", directory: "against another directory", news: "against a news report" };
const SOURCES = { provider: "the provider’s own site", "public-body": "a public body’s page", directory: "another directory", news: "a news report" };
const DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"];
const MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(" ");
const EVERY = 127;

/** The label of a choice; the vocabulary’s own where it has one. @param {string} facet @param {string} value @param {string} [label] */
export const labelOf = (facet, value, label) =>
  LABELS[/** @type {"how"} */ (facet)]?.[/** @type {"phone"} */ (value)] ?? label ?? (facet === "language" ? value[0].toUpperCase() + value.slice(1) : value);

/** @param {string} iso 2026-11-21 */
export function shortDay(iso) {
  const [year, month, day] = iso.split("-").map(Number);
  return `${day} ${MONTHS[month - 1]} ${year}`;
}

/** When somebody checked it, or how old its source is where that has a date of its own. @param {import("../engine/documents.js").Service} service */
export function checked({ checked: on, by, dated }) {
  if (on) return `Checked ${shortDay(on)} ${CHECKED[/** @type {"news"} */ (by)] ?? ""}`.trim();
  return dated && by ? `Source dated ${dated}: ${SOURCES[/** @type {"news"} */ (by)]}` : "";
}

/** Opening hours in words, a sentence for each row. @param {number[][]} open */
export const hours = (open) => open.map(([days, from, to]) => (to - from === 1440 ? `24 hours, ${said(days)}` : `${clock(from)} to ${clock(to)}, ${said(days)}`)).join("; ");

/** @param {number} minutes */
function clock(minutes) {
  const [hour, minute] = [Math.floor(minutes / 60) % 24, minutes % 60];
  if (!minute && (hour === 0 || hour === 12)) return hour ? "midday" : "midnight";
  return `${hour % 12 || 12}${minute ? `:${String(minute).padStart(2, "0")}` : ""}${hour < 12 ? "am" : "pm"}`;
}

/** Days as a range where they follow each other. @param {number} days A bit for each day, from Monday. */
function said(days) {
  if (days === EVERY) return "every day";
  const on = DAYS.filter((_, i) => days & (1 << i));
  const [first, last] = [DAYS.indexOf(on[0]), DAYS.indexOf(on[on.length - 1])];
  return on.length > 2 && last - first === on.length - 1 ? `${on[0]} to ${on[on.length - 1]}` : listed(on);
}

/** The ages of a service, as its own page has them. @param {number | null} min @param {number | null} max */
export function ages(min, max) {
  if (min === null) return `Up to ${max}`;
  return max === null ? `${min} and over` : `Ages ${min} to ${max}`;
}

/** "a, b and c". @param {string[]} all */
export const listed = (all) => (all.length > 1 ? `${all.slice(0, -1).join(", ")} and ${all[all.length - 1]}` : (all[0] ?? ""));

/** 1,234. The browser's own way makes the first result wait for all it knows of languages: 10 milliseconds. @param {number} count */
export const figure = (count) => String(count).replace(/\B(?=(\d{3})+$)/g, ",");

/** @param {number} count @param {string} one @param {string} [more] */
export const counted = (count, one, more = `${one}s`) => `${figure(count)} ${count === 1 ? one : more}`;

/** The label of a need in a sentence: abbreviations keep their capitals. @param {string} label */
export const within = (label) => (/^[A-Z][a-z]/.test(label) ? label[0].toLowerCase() + label.slice(1) : label);
