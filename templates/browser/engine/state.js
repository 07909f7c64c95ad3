/**
 * The state of a search, which is in its address, so that a link gives the same results.
 *
 * @typedef {import("./facets.js").Chosen & {q: string, without: string[]}} State
 *   `without` has what was understood and then removed: needs, areas, "age", wishes as "how-phone".
 */

const LISTS = /** @type {const} */ (["need", "who", "how", "refer", "cost", "access", "without"]);
/** The maximum length of a query, in characters. */
export const LONGEST = 400;
const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** @returns {State} */
export const blank = () => ({ q: "", need: [], area: "", gp: "", who: [], age: null, how: [], refer: [], cost: [], access: [], open: false, sure: false, without: [] });

/**
 * Read a state from an address. Invalid values are ignored, so that no address can break the page.
 * @param {URLSearchParams} params
 * @returns {State}
 */
export function read(params) {
  const state = blank();
  state.q = (params.get("q") ?? "").slice(0, LONGEST);
  for (const list of LISTS) state[list] = [...new Set(params.getAll(list).flatMap((value) => value.split(",")))].filter((value) => SLUG.test(value)).slice(0, 20);
  const area = params.get("area") ?? "";
  state.area = SLUG.test(area) ? area : "";
  const gp = params.get("gp") ?? "";
  state.gp = SLUG.test(gp) ? gp : "";
  const age = params.get("age") ?? "";
  state.age = /^\d{1,3}$/.test(age) && Number(age) <= 120 ? Number(age) : null;
  state.open = params.get("open") === "1";
  state.sure = params.get("sure") === "1";
  return state;
}

/**
 * Write a state to an address: only what is set, always in the same order.
 * @param {State} state
 * @returns {URLSearchParams}
 */
export function write(state) {
  const params = new URLSearchParams();
  if (state.q) params.set("q", state.q);
  if (state.need.length) params.set("need", state.need.join(","));
  if (state.area) params.set("area", state.area);
  if (state.gp) params.set("gp", state.gp);
  if (state.who.length) params.set("who", state.who.join(","));
  if (state.age !== null) params.set("age", String(state.age));
  for (const list of /** @type {const} */ (["how", "refer", "cost", "access"])) if (state[list].length) params.set(list, state[list].join(","));
  if (state.open) params.set("open", "1");
  if (state.sure) params.set("sure", "1");
  if (state.without.length) params.set("without", state.without.join(","));
  return params;
}
