// The facets: radio buttons and checkboxes with counts, in a `details` element whose summary says what is set.
import { element } from "./elements.js";
import { chosen } from "./chips.js";
import { figures, joinWords } from "../text/formatting.js";
import { outward } from "../engine/vocabulary.js";
import { labelOf } from "./wording.js";

const DISTRICT = 4; // how many areas there are from a district outwards: itself, its county, its nation, the kingdom
const FIRST = 6; // rows before "More"
const TITLES = { need: "Need", who: "Who it is for", how: "How help is given", refer: "Who can refer", cost: "Cost", access: "Language and access" };
/** @typedef {import("../engine/facets.js").Choice} Choice */

/**
 * Draws the facets anew and keeps the focus where it was.
 * @param {HTMLDetailsElement} place @param {import("../engine/engine.js").Answer} answer @param {import("./page.js").Around} around
 */
export function narrow(place, { facets, understood }, around) {
  const form = /** @type {HTMLFormElement} */ (place.querySelector("form"));
  const focused = form.contains(document.activeElement) ? document.activeElement?.id : "";
  const opened = [...form.querySelectorAll("details[open]")].map((one) => one.id);
  form.replaceChildren(
    areas(facets.area.map((choice) => (choice.value ? choice : { ...choice, label: unnarrowed(understood.areas.filter(({ registered }) => !registered)) })), around), practice(facets.area, around), listed("need", facets.need, around, opened), listed("who", facets.who, around, opened), age(around),
    listed("how", facets.how, around, opened), listed("refer", facets.refer, around, opened), listed("cost", facets.cost, around, opened), listed("access", facets.access, around, opened),
    group("Open", [check("open", { ...facets.open, label: "Open now" }, around)]),
    group("How sure we are", [check("sure", { ...facets.sure, label: "Confirmed only" }, around)]),
  );
  if (focused) document.getElementById(focused)?.focus({ preventScroll: true });
  const set = chosen(around).map(({ label }) => label);
  /** @type {HTMLElement} */ (place.querySelector("[data-set]")).textContent = set.length ? set.join(", ") : "Nothing set";
}

/** @param {string} title @param {HTMLElement[]} rows */
const group = (title, rows) => element("fieldset", "facet", element("legend", "", title), ...rows);

/** @param {string} type @param {string} name @param {Choice} choice @param {() => void} change */
function choiceRow(type, name, { value, label, count, chosen: on }, change) {
  const input = element("input");
  Object.assign(input, { type, name, value, checked: on, id: `${name}-${value || "any"}` });
  input.addEventListener("change", change);
  return element("label", count ? "check" : "check check--0", input, element("span", "", label), element("span", "n", figures(count)));
}

/** @param {"open" | "sure" | keyof typeof TITLES} facet @param {Choice} choice @param {import("./page.js").Around} around */
function check(facet, choice, { change }) {
  return choiceRow("checkbox", facet, choice, () => change((state) => {
    if (facet === "open" || facet === "sure") return { ...state, [facet]: !state[facet] };
    const kept = state[facet].filter((one) => one !== choice.value);
    return { ...state, [facet]: kept.length < state[facet].length ? kept : [...kept, choice.value] };
  }));
}

/** @param {keyof typeof TITLES} facet @param {Choice[]} choices @param {import("./page.js").Around} around @param {string[]} opened */
function listed(facet, choices, around, opened) {
  // Chosen values come first, then those with most results, because the whole list is long.
  const sorted = facet === "need" || facet === "who" ? [...choices].sort((a, b) => Number(b.chosen) - Number(a.chosen) || b.count - a.count) : choices;
  const rows = sorted.map((choice) => check(facet, { ...choice, label: labelOf(facet, choice.value, choice.label) }, around));
  const made = group(TITLES[facet], rows.slice(0, FIRST));
  if (rows.length > FIRST + 1) {
    const rest = element("details", "", element("summary", "", `More (${rows.length - FIRST})`), ...rows.slice(FIRST));
    rest.id = `more-${facet}`;
    rest.open = opened.includes(rest.id);
    made.append(rest);
  } else made.append(...rows.slice(FIRST));
  return made;
}

/** Not localeCompare: like toLocaleString, its first call is slow and delays the first result. @param {Choice} a @param {Choice} b */
const byLabel = (a, b) => (a.label < b.label ? -1 : 1);

/** What the list is of while no place is chosen here: the places that were typed, or anywhere. @param {import("../engine/near.js").Area[]} typed */
const unnarrowed = (typed) => (typed.length ? `As typed: ${joinWords([...new Set(typed.map(({ label }) => label))])}` : "Anywhere");

/** Radio buttons for anywhere, the home county, its district with most services and the chosen area; a list of all other areas. */
function areas(/** @type {Choice[]} */ choices, /** @type {import("./page.js").Around} */ { state, engine, change }) {
  const to = (/** @type {string} */ area) => change((s) => ({ ...s, area }));
  const [county] = engine.index.home;
  const near = choices.filter(({ value }) => ["", county, engine.index.district, state.area].includes(value));
  const rows = near.map((choice) => choiceRow("radio", "area", choice, () => to(choice.value)));
  const other = element("select", "in");
  other.id = "area-other";
  other.append(new Option("Another place", ""), ...choices.filter((choice) => !near.includes(choice)).sort(byLabel).map(({ label, value, count }) => new Option(`${label} (${count})`, value)));
  other.addEventListener("change", () => other.value && to(other.value));
  const name = element("label", "vh", "Another place");
  name.htmlFor = other.id;
  return group("Where they live", [...rows, name, other]);
}

/** Where they are registered, if that is elsewhere: some services go by the practice. Districts are enough. */
function practice(/** @type {Choice[]} */ choices, /** @type {import("./page.js").Around} */ { state, engine, change }) {
  const { vocabulary } = engine;
  const districts = choices.filter(({ value }) => value && (value === state.gp || outward(vocabulary, value).length === DISTRICT));
  const made = element("select", "in");
  made.id = "gp";
  made.append(new Option("Not said", ""), ...districts.sort(byLabel).map(({ label, value }) => new Option(label, value, false, value === state.gp)));
  made.addEventListener("change", () => change((s) => ({ ...s, gp: made.value })));
  const name = element("label", "vh", "District of their practice");
  name.htmlFor = made.id;
  return group("Where they are registered", [name, made]);
}

/** @param {import("./page.js").Around} around */
function age({ state, change }) {
  const input = element("input", "in w-s");
  Object.assign(input, { id: "age", name: "age", inputMode: "numeric", autocomplete: "off", value: state.age ?? "", maxLength: 3 });
  input.setAttribute("aria-describedby", "age-hint");
  input.addEventListener("change", () => {
    const years = input.value.trim();
    change((s) => ({ ...s, age: /^\d{1,3}$/.test(years) && Number(years) <= 120 ? Number(years) : null }));
  });
  const name = element("label", "vh", "Age in years");
  name.htmlFor = "age";
  const hint = element("span", "hint", "In years, if you know it");
  hint.id = "age-hint";
  return group("Age", [name, hint, input]);
}
