// A document handed from one page to the next in this tab: in session storage, which the quick exit clears, and taken out where it arrives.
import { fromBase64, inBase64 } from "./drafts/packing.js";
import { named } from "./site.js";

const CARRIED = named("carried");

/** Keep a document for the next page. Returns false if the browser refuses: it is too large, or storage is per file, as for pages on a drive. @param {string} name @param {Uint8Array} bytes */
export function carry(name, bytes) {
  if (location.protocol === "file:") return false;
  try {
    sessionStorage.setItem(CARRIED, JSON.stringify([name, inBase64(bytes)]));
    return true;
  } catch {
    return false;
  }
}

/** Take the document of the page before; it is removed from storage. @returns {{name: string, bytes: Uint8Array} | null} */
export function carried() {
  try {
    const [name, content] = JSON.parse(sessionStorage.getItem(CARRIED) ?? "[]");
    sessionStorage.removeItem(CARRIED);
    return typeof name === "string" && typeof content === "string" ? { name, bytes: fromBase64(content) } : null;
  } catch {
    return null;
  }
}
