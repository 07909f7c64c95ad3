// In the service worker: mark each cached copy with the day it was fetched, and show that day when the copy is used.
import { digestOf, numbersIn } from "./compare.js";
import { isoDay, keptFrom } from "./day.js";

const HEADER = "X-Fingerpost-Kept";
const MAIN = /<div id="main"[^>]*>/;

/**
 * A copy for the cache, with its day in a header: the server's date if it sends one, because a device's clock may be wrong.
 * @param {Response} answer
 * @returns {Promise<Response>}
 */
export async function dated(answer) {
  const sent = new Date(answer.headers.get("Date") ?? NaN);
  const headers = withHeader(answer, isoDay(Number.isNaN(sent.getTime()) ? new Date() : sent));
  return new Response(await answer.blob(), { status: answer.status, statusText: answer.statusText, headers });
}

/**
 * A cached page with a note on top that has its day and its numbers, for `kept.js` to check.
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
 * A cached data script, with a line that records its path, day and digest for the page.
 * @param {Response} copy
 * @param {string} path
 * @returns {Promise<Response>}
 */
export async function notedData(copy, path) {
  const script = await copy.text();
  const told = JSON.stringify({ path, day: copy.headers.get(HEADER) ?? "", digest: await digestOf(script) });
  return like(copy, `${script}\n;(self.fingerpostKept = self.fingerpostKept || []).push(${told});`);
}

/**
 * A page out of the file with many: pairs of an address and a page. It has the headers and the day of that file.
 * @param {Response} all
 * @param {string} address
 */
export async function pageOf(all, address) {
  const html = new Map(await all.clone().json()).get(address);
  if (html === undefined) return undefined;
  const headers = new Headers(all.headers);
  headers.set("Content-Type", "text/html; charset=utf-8");
  return new Response(html, { headers });
}

/** @param {Response} copy @param {string} body */
function like(copy, body) {
  return new Response(body, { status: copy.status, statusText: copy.statusText, headers: copy.headers });
}

// The body is no longer compressed, and has another length.
/** @param {Response} answer @param {string} day */
function withHeader(answer, day) {
  const headers = new Headers(answer.headers);
  for (const name of ["Content-Encoding", "Content-Length"]) headers.delete(name);
  headers.set(HEADER, day);
  return headers;
}
