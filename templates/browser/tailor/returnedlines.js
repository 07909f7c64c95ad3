// The lines of a list of changes: what each says, and what is besides.
import { deepWords } from "../drafts/outline.js";
import { select } from "../select.js";
import { day, joinWords, upperFirst } from "../text/formatting.js";
import { overlayOf } from "./draft.js";
import { element } from "./elements.js";
/** @import { Carried, Change, Returned } from "../drafts/types" */
/** @import { Model, Network } from "./types" */

/** @type {Record<Change["kind"], string>} */
const KINDS = { reworded: "reworded", added: "added", dropped: "left out", moved: "moved", level: "another level", assessed: "assessed in another way", field: "changed", text: "other words" };
const BESIDE = { ...KINDS, reworded: "other words", added: "only in the other draft", dropped: "only in your draft", moved: "in another place", field: "another answer" };
const PLACES = { statement: "Statement", criterion: "Criterion", clause: "Clause", section: "Section", field: "Answer", paragraph: "Paragraph" };
const BY_HAND = "Change this in your draft by hand, if you want it.";
const LEFT = "Your draft has no place for this. Copy the words that you need.";

/** What each id says to a reader: the words of a sentence, the label of an answer, the heading of a section. @param {Carried} carried @param {Network} network @param {Model} model @param {Change[]} changes */
export function namesOf({ base }, network, { role, texts }, changes) {
  const sections = deepWords(base.sections);
  const { add = [], add_criteria = [], add_sections = [] } = overlayOf(network, role);
  const fresh = changes.flatMap(({ about, kind, id = "", after = "" }) => (about === "section" && kind === "added" ? [{ id, heading: after }] : []));
  const sentences = [...sections.flatMap(({ statements = [] }) => statements), ...base.categories.flatMap(({ criteria }) => criteria), ...add, ...add_criteria];
  const labels = [...role.facts, ...role.terms, ...role.dates];
  const headings = [...sections, ...role.categories, ...add_sections, ...fresh, ...role.clauses, ...role.other_clauses].map(({ id, heading }) => /** @type {const} */ ([id, heading]));
  return new Map([...Object.entries(texts), ...labels, ...headings, ...sentences.map(({ id, text }) => /** @type {const} */ ([id, text]))]);
}

/** @param {Change} change @param {number} index @param {boolean} fits @param {string} conflict what the draft here says instead @param {Map<string, string>} names @param {boolean} [against] whether two drafts are compared @param {(tick: HTMLInputElement) => HTMLElement} [place] makes the choice of where it goes */
export function line(change, index, fits, conflict, names, against = false, place = undefined) {
  const { kind, about, id = "", before = "", after = "", section = "", follows = "", by = [], certainty } = change;
  const head = element("strong", "", `${PLACES[about]}: ${(against ? BESIDE : KINDS)[kind]}`);
  const [old, now] = against ? ["Yours: ", "Theirs: "] : ["Was: ", "Now: "];
  head.id = `returned-${index}`;
  const said = [element("p", "", head, ...whoOf(by))];
  if (["level", "assessed", "field"].includes(kind)) said.push(element("p", "", names.get(id) ?? id.replace(/[_.]/g, " ")));
  if ((kind === "moved" || (kind === "added" && !place)) && about !== "clause") said.push(element("p", "meta", `${about === "section" ? "Among the sections" : `In “${names.get(section) ?? section}”`}, ${follows ? `after: ${names.get(follows) ?? follows}` : "first"}`));
  if (kind === "moved") said.push(element("p", "", before));
  else said.push(...(about === "clause" && against ? [[old, names.get(before) ?? ""], [now, names.get(after) ?? ""]] : [[old, before], [now, after]]).filter(([, words]) => words).map(([label, words]) => element("p", label === old ? "was" : "", label, words)));
  if (conflict) said.push(element("p", "effect--lost", `You changed this here too. Your draft says: ${conflict}`));
  if (certainty === "likely") said.push(element("p", "meta", "Likely. Check it."));
  if (kind === "added" && change.level) said.push(element("p", "meta", `${upperFirst(change.level)}. Assessed by ${joinWords(change.assessed_by ?? [])}.`));
  if (certainty === "ask" && fits) said.push(element("p", "meta", "It is not clear what is meant. Check it before you take it."));
  if (!fits && !place) return element("li", "", ...said, element("p", "meta", against ? BY_HAND : LEFT));
  const tick = element("input");
  Object.assign(tick, { type: "checkbox", value: String(index), checked: fits && certainty !== "ask" && !conflict && !against });
  tick.setAttribute("aria-describedby", head.id);
  tick.disabled = !fits;
  return element("li", "", ...said, ...(place ? [place(tick)] : []), element("label", "check", tick, element("span", "", against && kind === "dropped" ? "Leave it out of mine too" : "Take this change")));
}

/** The heading of a sort of changes, before the first of them. @param {Returned} returned @param {number} index @returns {HTMLElement[]} */
export function groupHead({ changes, groups = {} }, index) {
  const { kind } = changes[index];
  if (!groups[kind] || changes[index - 1]?.kind === kind) return [];
  return [element("li", "returned__head", element("h3", "", `${groups[kind]} (${changes.filter((each) => each.kind === kind).length})`))];
}

/** @param {NonNullable<Change["by"]>} by */
function whoOf(by) {
  const who = by.map(({ author, day: when }) => [author, dayOf(when)].filter(Boolean).join(", "));
  return who.length ? [element("span", "meta", ` by ${joinWords(who)}`)] : [];
}

/** @param {string | undefined} when */
function dayOf(when = "") {
  return /^\d{4}-\d\d-\d\d$/.test(when) && !Number.isNaN(Date.parse(when)) ? day(when) : "";
}

/** @param {HTMLElement} dialog @param {Returned} returned */
export function notes(dialog, { comments, unread, besides = [] }) {
  const shown = comments.map(({ beside, author, day: when, text = "" }) =>
    element("li", "", element("p", "", element("strong", "", [author || "Comment", dayOf(when)].filter(Boolean).join(", ")), ": ", text), ...(beside ? [element("p", "meta", `Beside: ${beside}`)] : [])));
  const box = select(dialog, "[data-comments]");
  const lists = besides.map(({ says, items }) => element("li", "", element("details", "", element("summary", "", says), element("ul", "", ...items.map((words) => element("li", "", words))))));
  box.hidden = !shown.length && !unread.length && !lists.length;
  select(box, "ul").replaceChildren(...shown, ...unread.map((words) => element("li", "", words)), ...lists);
}
