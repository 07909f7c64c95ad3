// Chips for what was understood, with the words it was read from, and what was chosen: each can be removed. Guesses can be added.
import { button, element, mark, unseen } from "./elements.js";
import { labelOf } from "./wording.js";

/** @typedef {import("../engine/state.js").State} State */

/**
 * @param {HTMLElement} place
 * @param {import("../engine/engine.js").Answer} answer
 * @param {import("./page.js").Around} around
 */
export function chips(place, { understood }, around) {
  const rows = [row("Searching for", read(understood, around)), row("Narrowed to", narrowed(around)), row("Could also be", could(understood, around))];
  place.replaceChildren(...rows.filter(Boolean));
}

/** @param {string} name @param {HTMLElement[]} made */
function row(name, made) {
  if (!made.length) return "";
  const title = element("p", "", name);
  title.id = `row-${name.replace(/ /g, "-").toLowerCase()}`;
  const list = element("ul", "chips", ...made.map((one) => element("li", "", one)));
  list.setAttribute("aria-labelledby", title.id);
  return element("div", "read", title, list);
}

/** @param {string} label @param {string} from @param {() => void} press */
const taken = (label, from, press) => button("chip", press, element("span", "", label, from ? element("em", "", ` from “${from}”`) : ""), mark("cross"), unseen("remove"));

/** @param {import("../engine/understand.js").Understood} understood @param {import("./page.js").Around} around */
function read({ needs, areas, ages, wishes }, { change }) {
  const drop = (/** @type {string} */ id) => () => change((state) => ({ ...state, without: [...new Set([...state.without, id])] }));
  const age = ages && (ages.from === ages.to ? `Age ${ages.from}` : ages.to >= 110 ? `Age ${ages.from} and over` : ages.from ? `Age ${ages.from} to ${ages.to}` : `Under ${ages.to + 1}`);
  return [
    ...needs.map(({ id, label, from }) => taken(label, from, drop(id))),
    ...once(areas.map(({ id, label, from, registered }) => ({ id, label: registered ? `Registered in ${label}` : label, from }))).map(({ id, label, from }) => taken(label, from, drop(id))),
    ...(ages && age ? [taken(age, ages.said, drop("age"))] : []),
    ...once(wishes.map(({ facet, value, from }) => ({ id: `${facet}-${value}`, label: facet === "open" ? (value === "now" ? "Open now or late" : `Open ${from}`) : labelOf(facet, value), from }))).map(({ id, label, from }) => taken(label, from, drop(id))),
  ];
}

/** @template {{id: string}} One @param {One[]} all @returns {One[]} */
const once = (all) => [...new Map(all.map((one) => [one.id, one])).values()];

/** Everything chosen in the facets. @param {import("./page.js").Around} around */
export function chosen({ state, engine: { vocabulary } }) {
  const lists = /** @type {const} */ (["need", "who", "how", "refer", "cost", "access"]);
  const label = (/** @type {string} */ list, /** @type {string} */ value) => labelOf(list, value, (list === "need" ? vocabulary.needs : vocabulary.audiences).get(value)?.label);
  /** @type {{label: string, without: (state: State) => State}[]} */
  const made = lists.flatMap((list) => state[list].map((value) => ({ label: label(list, value), without: (/** @type {State} */ s) => ({ ...s, [list]: s[list].filter((one) => one !== value) }) })));
  if (state.area) made.unshift({ label: vocabulary.areas.get(state.area)?.label ?? state.area, without: (s) => ({ ...s, area: "" }) });
  if (state.gp) made.push({ label: `Registered in ${vocabulary.areas.get(state.gp)?.label ?? state.gp}`, without: (s) => ({ ...s, gp: "" }) });
  if (state.age !== null) made.push({ label: `Age ${state.age}`, without: (s) => ({ ...s, age: null }) });
  if (state.open) made.push({ label: "Open now", without: (s) => ({ ...s, open: false }) });
  if (state.sure) made.push({ label: "Confirmed only", without: (s) => ({ ...s, sure: false }) });
  return made;
}

/** @param {import("./page.js").Around} around */
const narrowed = (around) => chosen(around).map(({ label, without }) => taken(label, "", () => around.change(without)));

/** Guesses, and what was removed, so that a removal can be undone. @param {import("../engine/understand.js").Understood} understood @param {import("./page.js").Around} around */
function could({ could: guesses }, { state, change, engine: { vocabulary } }) {
  const plus = (/** @type {string} */ label, /** @type {(state: State) => State} */ next) => button("chip chip--add", () => change(next), mark("plus"), label, unseen("add"));
  const back = state.without.filter((id) => vocabulary.needs.has(id) || vocabulary.areas.has(id)).map((id) => ({ id, label: vocabulary.needs.get(id)?.label ?? vocabulary.areas.get(id)?.label ?? id }));
  return [
    ...guesses.filter(({ id }) => !state.need.includes(id)).slice(0, 3).map(({ id, label }) => plus(label, (s) => ({ ...s, need: [...s.need, id] }))),
    ...back.map(({ id, label }) => plus(label, (s) => ({ ...s, without: s.without.filter((one) => one !== id) }))),
  ];
}
