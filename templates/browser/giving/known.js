// The handout data of each service, and which of the requested ids may be on a handout.
import { href } from "../links.js";

/**
 * @typedef {{name: string, summary?: string, where?: string, ages?: string, phones?: string[][], texts?: string[][], web?: string,
 *   site?: string, email?: string, through?: string[][], places?: string[], open?: string[], start?: string, record?: string,
 *   cost?: string, alert?: string, checked?: string, copied?: string, unsure?: boolean, care?: boolean, gone?: string, next?: string[]}} Given
 *   Empty fields are left out. `gone` is why it may not be on a handout, and `next` has the services that replace it.
 * @typedef {{id: string, service: Given}} Shown A service that may be on a handout.
 * @typedef {{id: string, service?: Given}} Left A service that may not be, or an unknown id.
 * @typedef {{name: string, number: string, kind: string, word?: string}} Crisis
 * @typedef {{address: string, title: string, crisis: Crisis[], services: Record<string, Given>}} Giving
 */

/** @type {Giving} */
const NOTHING = { address: "", title: "", crisis: [], services: {} };

/** The handout data of the build. @returns {Giving} */
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
 * @returns {{shown: Shown[], left: Left[]}} those that may be on a handout, and the rest
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

/** Why a service may not be on a handout, as a sentence. @param {Left} left */
export function why({ id, service }) {
  if (!service) return `There is no service called “${id}”.`;
  return service.gone === "closed" ? `${service.name} has closed.` : `${service.name} is not shown, because no one has checked it for too long.`;
}

/**
 * The address of the handout for these services. For a page on a drive it is on the published site.
 * @param {string} root the relative path from this page to the root of the site
 * @param {string[]} ids
 * @returns {string} empty if the published address is not set
 */
export function sheetAddress(root, ids) {
  const state = `#ids=${ids.join(",")}`;
  if (location.protocol !== "file:") return new URL(`${root}handout/${state}`, location.href).href;
  const { address } = giving();
  // A placeholder address: see the settings.
  return !address || new URL(address).hostname.endsWith(".example") ? "" : `${address.replace(/\/$/, "")}/handout/${state}`;
}

/** A short code of an id: 32 bits of the FNV-1a hash, in letters and figures. @param {string} id */
export function codeOf(id) {
  let hash = 0x811c9dc5;
  for (const letter of id) hash = Math.imul(hash ^ letter.charCodeAt(0), 0x01000193);
  return (hash >>> 0).toString(36);
}

/** The ids of the services with these codes. A code that no service has stays, so that the sheet can say so. @param {string[]} codes */
export function decoded(codes) {
  const ids = new Map(Object.keys(giving().services).map((id) => [codeOf(id), id]));
  return codes.map((code) => ids.get(code) ?? code);
}

/**
 * The same address in short, for a QR code that an old phone can read; the long one where two services share a code.
 * @param {string} address of a handout
 * @param {string[]} ids
 */
export function shortened(address, ids) {
  const codes = ids.map(codeOf);
  const same = decoded(codes).every((id, i) => id === ids[i]);
  return address && same ? `${address.slice(0, address.indexOf("#"))}#s=${codes.join(".")}` : address;
}

/** A link to the handout on this site, which works on a drive too. @param {string} root @param {string[]} ids */
export function sheetLink(root, ids) {
  return href(root, `handout/#ids=${ids.join(",")}`);
}
