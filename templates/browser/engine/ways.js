/**
 * Suggestions for a search without results: the nearest needs, the same need nationwide, choices to remove, and whom else to ask.
 *
 * @typedef {{kind: "widen" | "near" | "national" | "ask", id: string, label: string, count: number}} Way
 */
import { passes } from "./facets.js";

/**
 * @param {import("./understand.js").Understood} understood
 * @param {string[][]} failed For everything that fits the words: the choices it does not pass.
 * @param {import("./state.js").State} state
 * @param {import("./index.js").Index} index
 * @param {string | null} ask The service that knows the rest: HertsHelp in Hertfordshire.
 * @returns {Way[]}
 */
export function ways(understood, failed, state, index, ask) {
  const { vocabulary, byNeed, byId } = index;
  /** @type {Way[]} */
  const found = [];
  for (const facet of /** @type {const} */ (["open", "sure", "cost", "access", "refer", "how", "who", "age", "area", "gp", "need"])) {
    const set = Array.isArray(state[facet]) ? state[facet].length : state[facet] !== null && state[facet] !== "" && state[facet] !== false;
    if (!set) continue;
    const count = failed.filter((one) => passes(one, facet)).length;
    if (count) found.push({ kind: "widen", id: facet, label: facet, count });
  }
  const wanted = [...state.need, ...understood.needs.map(({ id }) => id)];
  const guesses = understood.could.map(({ id }) => id);
  const near = [...new Set([...guesses, ...wanted.flatMap((id) => vocabulary.needs.get(id)?.near ?? []), ...(wanted.length || guesses.length ? [] : ["talk-to-someone", "mh-general", "practical-help"])])];
  for (const id of near.filter((one) => !wanted.includes(one) && byNeed.get(one)?.length).slice(0, 3)) {
    found.push({ kind: "near", id, label: vocabulary.needs.get(id)?.label ?? id, count: byNeed.get(id)?.length ?? 0 });
  }
  for (const id of state.area || understood.areas.length ? wanted : []) {
    const count = index.table().helps(id).wide;
    if (count) found.push({ kind: "national", id, label: vocabulary.needs.get(id)?.label ?? id, count });
  }
  if (ask && byId.has(ask)) found.push({ kind: "ask", id: ask, label: byId.get(ask)?.service?.name ?? ask, count: 1 });
  return found;
}
