// The address is the whole state, except where words tell of abuse: those stand in no address, because browsers list addresses.
import { state as put, stated } from "../address.js";
import { read, write } from "../engine/state.js";

/** @returns {import("../engine/state.js").State} */
export const recall = () => read(new URLSearchParams(stated()));

/**
 * @param {import("../engine/state.js").State} state
 * @param {boolean} secret whether nobody who looks at the browser's list may see it
 * @param {"pushState" | "replaceState"} step
 */
export function remember(state, secret, step) {
  put(secret ? "" : write(state).toString(), step);
}
