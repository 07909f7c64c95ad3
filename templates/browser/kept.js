// On a page from the service worker's cache: the note that says so also says whether its phone numbers are still current.
// As soon as there is a connection, the page is fetched again and compared. A removed number is struck out and its link removed.
import { selectIfThere } from "./select.js";
import { keptFrom, tooOld } from "./kept/day.js";
import { digestOf, numbersIn } from "./kept/compare.js";
import { SITE } from "./site.js";

const SOON = 2_000; // milliseconds until the next request if the site did not answer; doubled each time
const LATE = 30_000; // the longest such pause
const DOUBT = "These numbers may be out of date: call 999 or 111.";
const SAYS = {
  looking: "Looking for the current page…",
  away: "There is no signal, so its numbers could not be checked.",
  same: "Its numbers are the same as on the site today.",
  words: "The page has changed since, but its numbers are the same.",
  numbers: "A number on this page has changed since. It is crossed out: do not use it.",
  more: "The page has a number that this copy does not have.",
  data: "The list of services has changed since, so numbers here may be wrong.",
  gone: "This page is no longer on the site, so its numbers may be wrong.",
};
const CHANGED = ["words", "numbers", "more", "data"];

/**
 * Warn beside the crisis numbers that they may be out of date, if the copy is older than the limit or their review is overdue.
 * @param {HTMLElement | null} crisis
 * @param {Date} [now]
 */
export function doubtCrisis(crisis, now = new Date()) {
  if (!crisis || crisis.querySelector(".crisis__old")) return;
  const { goodUntil } = crisis.dataset;
  if (!isOld(daysKept(), now) && !(goodUntil && now.toISOString().slice(0, 10) > goodUntil)) return;
  const line = document.createElement("p");
  line.className = "crisis__old";
  line.textContent = DOUBT;
  crisis.append(line);
}

/**
 * Show the note on a cached page, and compare the page with the site.
 * @param {HTMLElement | null} main
 */
export function tellKept(main) {
  const days = daysKept();
  if (!main || !days.length) return;
  const note = noteIn(main);
  const [first] = days.sort();
  const status = document.createElement("span");
  status.setAttribute("role", "status");
  note.replaceChildren(`${keptFrom(first)} `, ...(isOld(days) ? [`${DOUBT} `] : []), status);
  check(note, status);
}

/** Whether any of these days is further back than the site's limit. @param {string[]} days @param {Date} [now] */
function isOld(days, now = new Date()) {
  const limit = Number(document.querySelector("[data-kept-days]")?.getAttribute("data-kept-days") ?? 90);
  return days.some((day) => tooOld(day, limit, now));
}

/** The days on which the cached page, and the cached data of its scripts, were fetched. */
function daysKept() {
  const page = [...document.querySelectorAll("[data-kept]")].map((note) => note.getAttribute("data-kept") ?? "");
  return [...page, ...dataKept().map(({ day }) => day)];
}

/** @returns {{path: string, day: string, digest: string}[]} */
function dataKept() {
  return window.fingerpostKept ?? [];
}

/** @param {HTMLElement} main @returns {HTMLElement} */
function noteIn(main) {
  const known = selectIfThere(document, "[data-kept]");
  if (known) return known;
  const made = document.createElement("div");
  made.className = "kept";
  made.dataset.kept = "";
  main.prepend(made);
  return made;
}

/** @param {HTMLElement} note @param {HTMLElement} status @param {number} [pause] milliseconds until the next try, if this one fails */
async function check(note, status, pause = SOON) {
  tell(status, "looking");
  try {
    const found = await compared(note);
    tell(status, found, CHANGED.includes(found));
  } catch {
    tell(status, "away");
    const again = () => {
      removeEventListener("online", again);
      clearTimeout(wait);
      check(note, status, Math.min(2 * pause, LATE));
    };
    const wait = setTimeout(again, pause);
    addEventListener("online", again);
  }
}

/** What has changed since the copies were cached: a key of SAYS. Throws if the site does not answer. @param {HTMLElement} note */
async function compared(note) {
  const { numbers, digest } = note.dataset;
  const found = numbers === undefined ? "same" : await pageCompared(numbers.split(" ").filter(Boolean), digest);
  if (found !== "same" && found !== "words") return found;
  for (const { path, digest: had } of dataKept()) {
    const fresh = await now(new URL(path, SITE).href);
    if ((await digestOf(fresh)) !== had) return "data";
  }
  return found;
}

/** @param {string[]} had the numbers of the cached page @param {string} [digest] of the whole page */
async function pageCompared(had, digest) {
  const fresh = await now(location.origin + location.pathname); // never the query, which may have typed words
  if (!fresh) return "gone";
  const has = numbersIn(fresh);
  const gone = had.filter((number) => !has.includes(number));
  crossOut(gone);
  if (gone.length) return "numbers";
  if (has.some((number) => !had.includes(number))) return "more";
  return (await digestOf(fresh)) === digest ? "same" : "words";
}

// Fetch from the server, bypassing the browser's cache and the service worker's. Empty if the page no longer exists.
/** @param {string} address @returns {Promise<string>} */
async function now(address) {
  const answer = await fetch(address, { cache: "no-store" });
  if (answer.status === 404 || answer.status === 410) return "";
  if (!answer.ok) throw new Error(String(answer.status));
  return answer.text();
}

/** @param {string[]} numbers addresses that begin with tel: or sms: */
function crossOut(numbers) {
  for (const link of document.querySelectorAll('a[href^="tel:"], a[href^="sms:"]')) {
    if (!numbers.includes(link.getAttribute("href") ?? "")) continue;
    link.removeAttribute("href");
    link.classList.add("tel--old");
    const said = document.createElement("span");
    said.textContent = " (changed)";
    link.append(said);
  }
}

/** @param {HTMLElement} status @param {keyof typeof SAYS} what @param {boolean} [leads] whether to link to the current page */
function tell(status, what, leads = false) {
  const link = document.createElement("a");
  link.href = location.href;
  link.textContent = "See the current page";
  link.addEventListener("click", (event) => {
    event.preventDefault();
    location.reload();
  });
  status.replaceChildren(SAYS[what], ...(leads ? [" ", link] : []));
}
