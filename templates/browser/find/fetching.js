// Fetch parts of a large directory. They are scripts, because `fetch` fails on a page that was opened from a drive.
import { SITE } from "../site.js";

/** The file with all parts. */
const ALL = "all.js";
/** The scripts that were asked for. @type {Map<string, Promise<void>>} */
const asked = new Map();

/** @param {string} address below the root of the site */
function load(address) {
  const url = new URL(address, SITE).href;
  const known = asked.get(url);
  if (known) return known;
  /** @type {Promise<void>} */
  const coming = new Promise((resolve, reject) => {
    const script = document.createElement("script");
    script.src = url;
    script.addEventListener("load", () => resolve());
    script.addEventListener("error", () => {
      asked.delete(url);
      reject(new Error(address));
    });
    document.head.append(script);
  });
  asked.set(url, coming);
  return coming;
}

/** Whether the service worker has kept a file. @param {string} address */
const kept = async (address) => "caches" in window && Boolean(await caches.match(new URL(address, SITE).href).catch(() => null));

/**
 * The parts with these names. Who serves the site can see which parts are fetched, and so roughly which words were typed. Where no one may
 * learn of them, and wherever all parts are kept in the browser anyway, all are read at once.
 * @param {string} folder @param {string[]} names
 * @param {boolean} secret
 */
export async function fetchParts(folder, names, secret) {
  if (!names.every((name) => window.fingerpost?.parts?.[name])) {
    if (secret || (await kept(folder + ALL))) await load(folder + ALL);
    else await Promise.all(names.map((name) => load(`${folder}${name}.js`))).catch(() => load(folder + ALL));
  }
  const { parts = {} } = window.fingerpost ?? {};
  return names.map((name) => ({ name, part: parts[name] }));
}
