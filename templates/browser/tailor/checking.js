// Check your answers: what the pack will say, gathered in one place, before it is downloaded or printed.
import { select } from "../select.js";
import { dayInFull } from "./days.js";
import { dialogOf, onShut, show, shut } from "./dialogs.js";
import { overlayOf } from "./draft.js";
import { element } from "./elements.js";
import { goTo } from "./folding.js";
import { gapsOf } from "./gaps.js";
import { matching } from "./matching.js";
import { counted, figures, joinWords, requirementName } from "../text/formatting.js";
import { outOfOrder } from "./sense.js";
/** @import { Field, Vacancy } from "./types" */
/** @import { Store } from "./store.js" */
/** @import { Box } from "./boxes.js" */

/** A group of answers: its heading, and a line for each. @typedef {{heading: string, lines: (string | HTMLElement)[], bad?: boolean}} Group */

/** What a vacancy has as a day, and not as words. */
const DAYS = /** @type {const} */ (["opens", "closes", "interviews", "result_by"]);

/**
 * A function that shows the answers, and tells whether the reader goes on. `go` is what the button says, `note` what to know of what comes.
 * @param {HTMLElement} place
 * @param {Store} store
 * @returns {(go: string, note?: string) => Promise<boolean>}
 */
export function checking(place, store) {
  const dialog = dialogOf(place, "check");
  const [go, back] = [select(dialog, "[data-go]"), select(dialog, "[data-close]")];
  /** @param {Field} field */
  const lead = (field) => {
    shut(dialog);
    goTo(field);
  };
  back.addEventListener("click", () => shut(dialog));
  return (words, note = "") =>
    new Promise((answer) => {
      let sure = false;
      go.textContent = words;
      go.onclick = () => {
        sure = true;
        shut(dialog);
      };
      select(dialog, "[data-answers]").replaceChildren(...groupsOf(place, store, lead).map(shown));
      const told = select(dialog, "[data-note-on-go]");
      told.textContent = note;
      told.hidden = !note;
      onShut(dialog, () => answer(sure));
      show(dialog);
      dialog.scrollTop = 0;
    });
}

/** @param {Group} group */
function shown({ heading, lines, bad }) {
  return element("section", bad ? "answers answers--bad" : "answers", element("h3", "", heading), element("ul", "", ...lines.map((line) => element("li", "", line))));
}

/** @param {HTMLElement} place @param {Store} store @param {(field: Field) => void} lead @returns {Group[]} */
function groupsOf(place, store, lead) {
  return [dates(store), blanks(place, store, lead), boxes(store), requirements(store), words(place), banding(store), clauses(store)].filter(({ lines }) => lines.length);
}

/** @param {Store} store @returns {Group} */
function dates(store) {
  /** @type {Vacancy} */
  const vacancy = overlayOf(store.network, store.model.role).vacancies?.[0] ?? {};
  const wrong = outOfOrder(vacancy, []).map(({ says }) => says);
  const labels = Object.fromEntries(store.model.role.dates);
  const known = DAYS.flatMap((name) => (vacancy[name] ? [`${labels[name]}: ${dayInFull(vacancy[name])}`] : []));
  const passed = known.length && !store.view.vacancy ? ["A date is missing or has passed: the pack does not say how to apply."] : [];
  const none = known.length ? [] : ["No dates: the pack does not say how to apply."];
  return { heading: "Dates", lines: [...wrong, ...passed, ...none, ...known], bad: wrong.length > 0 };
}

/** @param {HTMLElement} place @param {Store} store @param {(field: Field) => void} lead @returns {Group} */
function blanks(place, store, lead) {
  const open = gapsOf(place, store).filter(({ filled }) => !filled);
  const lines = open.map(({ field }) => {
    const link = element("a", "", nameOf(field));
    link.href = `#${field.id}`;
    link.addEventListener("click", (event) => {
      event.preventDefault();
      lead(/** @type {Field} */ (field));
    });
    return link;
  });
  return { heading: open.length ? `${counted(open.length, "blank")}: left out, or a line to write on` : "Blanks", lines: lines.length ? lines : ["Everything is filled in."], bad: open.length > 0 };
}

/** @param {HTMLElement} field */
function nameOf(field) {
  const said = field.dataset.name ?? /** @type {Field} */ (field).labels?.[0]?.textContent.trim() ?? "";
  const line = field.closest("fieldset.line")?.querySelector("legend")?.textContent;
  const number = field.closest(".row")?.querySelector(".n")?.textContent;
  return [line, said, number].filter(Boolean).join(", ");
}

/** @param {Store} store @returns {Group} */
function boxes(store) {
  const all = store.boxes;
  const lines = all.flatMap((box) => {
    const says = unwritten(box, store) ? "still to be written" : boxSays(box);
    return says ? [`${box.name}: ${says}`] : [];
  });
  return { heading: "NHS Jobs", lines: all.length && !lines.length ? ["Fits every character limit."] : lines };
}

/** Only the network can say who it is. Until it has, nothing is too short. @param {Box} box @param {Store} store */
export function unwritten({ id }, { network, view }) {
  return id === "about-us" && !network.profile && !view.overlay.about_us;
}

/** Whether a text does not fit its box: too long, too short, or cut at a statement. @param {Box} box */
export function faultOf({ count, least, most, left }) {
  if (most !== null && count > most) return "long";
  if (count < least) return "short";
  return left ? "cut" : "";
}

/** What is wrong with the text of a box, or was left out of it. @param {Box} box */
export function boxSays(box) {
  const { count, least, most, left, restIn } = box;
  const fault = faultOf(box);
  if (fault === "long") return `${figures(count - (most ?? 0))} characters too long`;
  if (fault === "short") return `${figures(least - count)} characters too short`;
  return fault ? `${counted(left, "statement")} left out${restIn ? `: ${left === 1 ? "it is" : "they are"} ${restIn}` : ""}` : "";
}

/** @param {Store} store @returns {Group} */
function requirements({ model, view: { coverage } }) {
  const missing = coverage.filter(({ state }) => state === "missing" || state === "part");
  const lines = missing.map(({ state, requirement }) => `${model.shared.states[state]}: ${requirement.title} (${requirementName(requirement.id)})`);
  return { heading: "Contract requirements", lines: coverage.length && !lines.length ? ["All of them are met."] : lines, bad: missing.some(({ state }) => state === "missing") };
}

/** Clauses that rest on law and are left out, as the command warns of them. @param {Store} store @returns {Group} */
function clauses({ network, model: { role } }) {
  const out = new Set((overlayOf(network, role).drop_clauses ?? []).map(({ id }) => id));
  const lost = role.clauses.filter(({ id, law }) => out.has(id) && law.length);
  return { heading: "Shared clauses left out that rest on law", lines: lost.map(({ heading, law }) => `${heading}: ${joinWords(law)}. The law still applies.`), bad: lost.length > 0 };
}

/** @param {HTMLElement} place @returns {Group} */
function words(place) {
  const found = [...place.querySelectorAll("[data-wording]:not([hidden]) li")].map(({ textContent }) => textContent);
  return { heading: "Words to look at", lines: found };
}

/** @param {Store} store @returns {Group} */
function banding({ view, model }) {
  const says = matching(view, model);
  return { heading: "Banding", lines: says ? [says] : [] };
}
