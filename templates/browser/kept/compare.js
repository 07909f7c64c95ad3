// How a cached copy and the current page are compared, in the service worker and on the page.
const NUMBERS = /\shref="((?:tel|sms):[^"\s]*)"/g;

/** The `tel:` and `sms:` addresses in a page. @param {string} html */
export function numbersIn(html) {
  return [...new Set([...html.matchAll(NUMBERS)].map(([, number]) => number))];
}

/** The SHA-256 digest of a text, in hexadecimal. @param {string} text */
export async function digestOf(text) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
