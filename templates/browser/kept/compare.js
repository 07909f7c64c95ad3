// What a kept copy and the page as it is now are compared by, in the service worker and on the page alike.
const NUMBERS = /\shref="((?:tel|sms):[^"\s]*)"/g;

/** The numbers to call or text that stand in a page, as addresses. @param {string} html */
export function numbersIn(html) {
  return [...new Set([...html.matchAll(NUMBERS)].map(([, number]) => number))];
}

/** A digest of a text. @param {string} text */
export async function digestOf(text) {
  const bytes = new Uint8Array(await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text)));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
