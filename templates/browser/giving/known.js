// What the build told about each service, and which of the asked ids may be on a sheet.
import { href } from "../links.js";

/**
 * @typedef {{name: string, summary?: string, where?: string, ages?: string, phones?: string[][], texts?: string[][], web?: string,
 *   site?: string, email?: string, through?: string[][], places?: string[], open?: string[], start?: string, record?: string,
 *   cost?: string, alert?: string, checked?: string, unsure?: boolean, care?: boolean, gone?: string, next?: string[]}} Given
 *   What is empty is left out. `gone` is why it may be on no sheet, and `next` has those that do its work now.
 * @typedef {{id: string, service: Given}} Shown A service that may be on a sheet.
 * @typedef {{id: string, service?: Given}} Left One that may not, or that we do not know.
 * @typedef {{name: string, number: string, kind: string, word?: string}} Crisis
 * @typedef {{address: string, title: string, crisis: Crisis[], services: Record<string, Given>}} Giving
 */

/** @type {Giving} */
const NOTHING = { address: "", title: "", crisis: [], services: {} };

/** What the build told. @returns {Giving} */
export function giving() {
  return window.fingerpost?.giving ?? NOTHING;
}

/** @param {string} id @returns {Given | undefined} */
export function known(id) {
  const services = giving().services;
  return Object.prototype.hasOwnProperty.call(services, id) ? services[id] : undefined;
}

/**
 * @param {string[]} ids
 * @returns {{shown: Shown[], left: Left[]}} those that may be given away, and the rest
 */
export function sorted(ids) {
  /** @type {{shown: Shown[], left: Left[]}} */
  const found = { shown: [], left: [] };
  for (const id of new Set(ids)) {
    const service = known(id);
    if (service && !service.gone) found.shown.push({ id, service });
    else found.left.push({ id, service });
  }
  return found;
}

/** Why a service is on no sheet, as a sentence. @param {Left} left */
export function why({ id, service }) {
  if (!service) return `We know no service called “${id}”.`;
  return service.gone === "closed" ? `${service.name} has closed.` : `${service.name} is not shown, because nobody has checked it for too long.`;
}

/**
 * The address of the sheet for these services. From a drive it is the address where the site is published.
 * @param {string} root the way from this page to the first one
 * @param {string[]} ids
 * @returns {string} empty where nobody has said where the site is published
 */
export function sheetAddress(root, ids) {
  const state = `#ids=${ids.join(",")}`;
  if (location.protocol !== "file:") return new URL(`${root}handout/${state}`, location.href).href;
  const { address } = giving();
  // A stand-in that leads nowhere: see the settings.
  return !address || new URL(address).hostname.endsWith(".example") ? "" : `${address.replace(/\/$/, "")}/handout/${state}`;
}

/** The sheet as a link on this site, also from a drive. @param {string} root @param {string[]} ids */
export function sheetLink(root, ids) {
  return href(root, `handout/#ids=${ids.join(",")}`);
}
