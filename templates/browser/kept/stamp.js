// In the service worker: each copy carries the day it was fetched, and says so when it is shown in place of the page as it is now.
import { digestOf, numbersIn } from "./compare.js";
import { isoDay, keptFrom } from "./day.js";

const HEADER = "X-Fingerpost-Kept";
const MAIN = /<div id="main"[^>]*>/;

/**
 * A copy to keep, with the day on it: the server's day where it says one, for the clock of a device may be wrong.
 * @param {Response} answer
 * @returns {Promise<Response>}
 */
export async function dated(answer) {
  const sent = new Date(answer.headers.get("Date") ?? NaN);
  const headers = withHeader(answer, isoDay(Number.isNaN(sent.getTime()) ? new Date() : sent));
  return new Response(await answer.blob(), { status: answer.status, statusText: answer.statusText, headers });
}

/**
 * A kept page with a line on top that says from which day it is, and which numbers it holds, for `kept.js` to check.
 * @param {Response} copy
 * @returns {Promise<Response>}
 */
export async function notedPage(copy) {
  const day = copy.headers.get(HEADER) ?? "";
  const html = await copy.text();
  const note = `<div class="kept" data-kept="${day}" data-numbers="${numbersIn(html).join(" ")}" data-digest="${await digestOf(html)}">${keptFrom(day)}</div>`;
  return like(copy, MAIN.test(html) ? html.replace(MAIN, (main) => main + note) : html.replace(/<body[^>]*>/, (body) => body + note));
}

/**
 * Kept data for a script, with a line that tells the page so.
 * @param {Response} copy
 * @param {string} path
 * @returns {Promise<Response>}
 */
export async function notedData(copy, path) {
  const script = await copy.text();
  const told = JSON.stringify({ path, day: copy.headers.get(HEADER) ?? "", digest: await digestOf(script) });
  return like(copy, `${script}\n;(self.fingerpostKept = self.fingerpostKept || []).push(${told});`);
}

/** @param {Response} copy @param {string} body */
function like(copy, body) {
  return new Response(body, { status: copy.status, statusText: copy.statusText, headers: copy.headers });
}

// The body is no longer packed as it was sent, nor as long.
/** @param {Response} answer @param {string} day */
function withHeader(answer, day) {
  const headers = new Headers(answer.headers);
  for (const name of ["Content-Encoding", "Content-Length"]) headers.delete(name);
  headers.set(HEADER, day);
  return headers;
}
