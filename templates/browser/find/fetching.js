// Fetch parts of a large directory. They are scripts, because `fetch` fails on a page that was opened from a drive.
import { loadScript } from "../load-script.js";
import { SITE } from "../site.js";

/** The file with all parts. */
const ALL = "all.js";
/** The scripts that were asked for. @type {Map<string, Promise<void>>} */
const asked = new Map();
/** The names of the parts that the engine has. */
const taken = new Set();

/** @param {string} address below the root of the site */
function load(address) {
  const url = new URL(address, SITE).href;
  const known = asked.get(url);
  if (known) return known;
  const coming = loadScript(url);
  coming.catch(() => asked.delete(url)); // it may come another time
  asked.set(url, coming);
  return coming;
}

/** Whether the service worker has kept a file. @param {string} address */
const kept = async (address) => "caches" in window && Boolean(await caches.match(new URL(address, SITE).href).catch(() => null));

/**
 * The parts with these names, and all that came with them. Who serves the site can see which parts are fetched, and so roughly which words were typed. Where no one may
 * learn of them, and wherever all parts are kept in the browser anyway, all are read at once.
 * @param {string} folder @param {string[]} names
 * @param {boolean} secret
 */
export async function fetchParts(folder, names, secret) {
  if (!secret && !(await kept(folder + ALL))) await Promise.all(names.map((name) => load(`${folder}${name}.js`))).catch(() => {});
  if (!names.every(come)) await load(folder + ALL);
  if (!names.every(come)) {
    // A host may answer with some page of its own. It may send the part another time.
    for (const name of [...names.map((name) => `${name}.js`), ALL]) asked.delete(new URL(folder + name, SITE).href);
    throw new Error(`${folder}: ${names.join(", ")}`);
  }
  const { parts = {} } = window.fingerpost ?? {};
  for (const name of Object.keys(parts)) taken.add(name);
  if (window.fingerpost) window.fingerpost.parts = {}; // the engine has them
  return Object.entries(parts);
}

/** Whether a part is here. @param {string} name */
const come = (name) => taken.has(name) || Boolean(window.fingerpost?.parts?.[name]);
