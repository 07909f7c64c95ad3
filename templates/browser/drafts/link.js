// A draft as a link: its text stands behind `#`, which browsers never send. The page that it leads to opens it.
import { fromBase64, inBase64, packed, unpacked } from "./packing.js";
/** @import { Network } from "../tailor/types" */

const SIGN = "draft=";
/** Characters from which on some mail programs may cut a link. */
export const LONG = 8000;

/** @param {string} page the address of a role’s page @param {Network} network */
export function linkOf(page, network) {
  const code = inBase64(packed(JSON.stringify(network))).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  return `${page.replace(/[?#].*$/s, "")}#${SIGN}${code}`;
}

/** The text of the draft in the part of an address behind `#`, or nothing. Throws NotRead where it is damaged. @param {string} hash */
export function draftIn(hash) {
  if (!hash.startsWith(`#${SIGN}`)) return null;
  return unpacked(fromBase64(hash.slice(SIGN.length + 1).replace(/-/g, "+").replace(/_/g, "/")));
}
