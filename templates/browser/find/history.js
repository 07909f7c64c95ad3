// The address has the whole state of the search, except words about abuse, because browsers record addresses.
import { state as put, stated } from "../address.js";
import { read, write } from "../engine/state.js";

/** @returns {import("../engine/state.js").State} */
export const recall = () => read(new URLSearchParams(stated()));

/**
 * @param {import("../engine/state.js").State} state
 * @param {boolean} secret whether the state must not be in the browser's history
 * @param {"pushState" | "replaceState"} step
 */
export function remember(state, secret, step) {
  put(secret ? "" : write(state).toString(), step);
}
