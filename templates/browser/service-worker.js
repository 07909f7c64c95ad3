// Caches visited pages for offline use. The build puts `self.fingerpost` in front: the version of the site, and the files to cache for
// every visitor. Pages come from the network first, so that no old phone number stays for long. A page from the cache gets a note with
// the day it was fetched, and `kept.js` in it checks its numbers.
import { dated, notedData, notedPage, pageOf } from "./kept/stamp.js";

// TypeScript types `self` as a generic worker.
const worker = /** @type {ServiceWorkerGlobalScope & {fingerpost: {version: string, files: string[], pages: string, parts: string}}} */ (/** @type {unknown} */ (self));
const { version, files, pages, parts } = worker.fingerpost;
const LATER = [pages, ...(parts ? [parts] : [])]; // what is kept once a page is open: the pages, and the parts of a large directory
const ROOT = new URL("./", worker.location.href).href;
const NAME = `fingerpost ${ROOT} `; // several sites may share a host
const CACHE = NAME + version;
const PATIENCE = 3000; // milliseconds to wait for the network before the cached page is shown
const NEVER = /^(packs|openreferral)\/|\.(zip|pdf|docx|xlsx|json)$/;

async function kept() {
  return (await caches.keys()).filter((name) => name.startsWith(NAME) && name !== CACHE);
}

/** Copy visited pages from older caches, fetched again if possible. @param {Cache} cache */
async function bringAlong(cache) {
  for (const name of await kept()) {
    const old = await caches.open(name);
    for (const request of await old.keys()) {
      if (await cache.match(request)) continue;
      const fresh = await fetch(request.url, { cache: "no-cache" }).catch(() => null);
      if (fresh?.ok) await cache.put(request.url, await dated(fresh));
      else if (!fresh) await cache.put(request.url, /** @type {Response} */ (await old.match(request)));
    }
  }
}

/** @param {Cache} cache @param {string} address */
async function add(cache, address) {
  const answer = await fetch(address, { cache: "no-cache" });
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  await cache.put(address, await dated(answer));
}

async function install() {
  const cache = await caches.open(CACHE);
  await Promise.all(files.map((file) => add(cache, ROOT + file)));
  await bringAlong(cache);
  await worker.skipWaiting();
}

// Keep the pages that every visitor can open without a signal. If that fails, the next page tries again.
async function keepPages() {
  const cache = await caches.open(CACHE);
  for (const file of LATER) if (!(await cache.match(ROOT + file))) await add(cache, ROOT + file).catch(() => {});
}

/** A page of those that every visitor can open. @param {URL} url */
async function everybodysPage(url) {
  const all = await caches.match(ROOT + pages, { cacheName: CACHE });
  return all && pageOf(all, key(url).slice(ROOT.length));
}

async function activate() {
  await Promise.all((await kept()).map((name) => caches.delete(name)));
  await worker.clients.claim();
}

/** The address without its query, where old addresses have typed words: they are never cached and never sent. @param {URL} url */
function key(url) {
  return url.origin + url.pathname;
}

/** @param {Request} request @param {URL} url */
async function fetched(request, url) {
  const before = forgotten;
  const answer = await fetch(request);
  if (answer.ok && answer.type === "basic" && !answer.redirected) await (await caches.open(CACHE)).put(key(url), await dated(answer.clone()));
  if (before !== forgotten) await forget(); // the cache was cleared while the request was under way
  return answer;
}

let forgotten = 0;

// After the quick exit: delete visited pages, and keep the files that every visitor has.
async function forget() {
  forgotten += 1;
  const everybodys = new Set([...files, ...LATER].map((file) => ROOT + file));
  for (const name of [CACHE, ...(await kept())]) {
    const cache = await caches.open(name);
    const visited = (await cache.keys()).filter(({ url }) => !everybodys.has(url));
    await Promise.all(visited.map((request) => cache.delete(request)));
  }
}

/**
 * @param {FetchEvent} event
 * @param {URL} url
 * @param {(copy: Response) => Promise<Response>} noted adds a note with its day to a cached response
 * @param {() => Response} otherwise
 */
async function networkFirst(event, url, noted, otherwise) {
  // Bypass the browser's HTTP cache too: a host may allow it to keep a page for hours.
  const { headers, redirect } = event.request;
  const fresh = fetched(new Request(key(url), { headers, redirect, cache: "no-cache" }), url);
  event.waitUntil(fresh.catch(() => {}));
  const old = async () => {
    const copy = (await caches.match(key(url), { cacheName: CACHE })) ?? (await everybodysPage(url));
    return copy && noted(copy);
  };
  /** @type {Promise<Response | undefined>} */
  const late = new Promise((resolve) => setTimeout(() => resolve(old()), PATIENCE));
  try {
    return (await Promise.race([fresh, late])) ?? (await fresh);
  } catch {
    return (await old()) ?? otherwise();
  }
}

/** @param {Request} request @param {URL} url */
async function cacheFirst(request, url) {
  return (await caches.match(key(url), { cacheName: CACHE })) ?? fetched(request, url);
}

worker.addEventListener("install", (event) => event.waitUntil(install()));
worker.addEventListener("activate", (event) => event.waitUntil(activate()));
worker.addEventListener("message", (event) => {
  if (event.data === "forget") event.waitUntil(forget());
  if (event.data === "keep") event.waitUntil(keepPages());
});
worker.addEventListener("fetch", (event) => {
  const { request } = event;
  if (request.method !== "GET" || !request.url.startsWith(ROOT)) return;
  if (request.cache === "no-store") return; // a request of `kept.js` for the current page
  const url = new URL(request.url);
  const path = url.href.slice(ROOT.length).split(/[?#]/)[0];
  if (NEVER.test(path)) return;
  if (request.mode === "navigate") event.respondWith(networkFirst(event, url, notedPage, () => Response.redirect(`${ROOT}offline/`)));
  else if (path.endsWith("-data.js")) event.respondWith(networkFirst(event, url, (copy) => notedData(copy, path), () => Response.error()));
  else if (path.startsWith("assets/")) event.respondWith(cacheFirst(request, url));
});
