// The draft in a link: read from the part of an address that begins with `#`, which is taken away from the address then.
import { draftIn } from "../drafts/link.js";
import { NotRead } from "../drafts/packing.js";
import { opened } from "./opening.js";
import { refused } from "./reading.js";
/** @import { Opened } from "./opening.js" */
/** @import { Model } from "./types" */

/** The draft of a link, from the part of its address that begins with `#`, or why not. @param {string} hash @param {Model} model @returns {Opened} */
export function readLink(hash, model) {
  try {
    const text = draftIn(hash);
    return text === null ? refused(1, "It is not a link to a draft. A link to a draft has #draft= in it.") : opened(text, model);
  } catch (error) {
    if (error instanceof NotRead) return refused(1, "It was cut off or changed on the way. Ask for it again, or for the saved file (.yaml).");
    throw error;
  }
}

/** Opening the address again, or a bookmark of it, must not open the draft again. */
export function plainAddress() {
  try {
    history.replaceState(history.state, "", location.pathname + location.search);
  } catch {
    // A browser may refuse this for a page on a drive. Then the draft is offered again, and asked about.
  }
}
