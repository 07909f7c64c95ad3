// What people changed in a Word file, as a list: each change is taken or left, one by one or all, and nothing is taken without a tick.
import { select, selectAll } from "../select.js";
import { deepWords } from "../drafts/outline.js";
import { Taking } from "../drafts/taking.js";
import { counted, day, joinWords } from "../text/formatting.js";
import { conflictWith, sameDraft } from "./conflicts.js";
import { dialogOf, onShut, show, shut } from "./dialogs.js";
import { begun, overlayOf } from "./draft.js";
import { element } from "./elements.js";
import { saidIn } from "./remembered.js";
/** @import { Carried, Change, MarginNote, Returned } from "../drafts/types" */
/** @import { Said } from "./remembered.js" */
/** @import { Model, Network, Page } from "./types" */

/** @type {Record<Change["kind"], string>} */
const KINDS = { reworded: "reworded", added: "added", dropped: "left out", moved: "moved", level: "another level", assessed: "assessed in another way", field: "changed", text: "other words" };
const BESIDE = { ...KINDS, reworded: "other words", added: "only in the other draft", dropped: "only in your draft", moved: "in another place", field: "another answer" };
const PLACES = { statement: "Statement", criterion: "Criterion", clause: "Clause", field: "Answer", paragraph: "Paragraph" };
const BY_HAND = "Change this in your draft by hand, if you want it.";
const LEFT = "Your draft has no place for this. Copy the words that you need.";

/** What came home. @typedef {{network: Network, carried: Carried, returned: Returned}} CameHome */

/**
 * A function that shows what came home, and gives the draft that the reader chose, or nothing.
 * @param {Page} page
 * @returns {(name: string, home: CameHome) => Promise<{network: Network, said: Said} | null>}
 */
export function returning({ place, store }) {
  const dialog = dialogOf(place, "returned");
  const list = select(dialog, "[data-changes]");
  const TITLE = select(dialog, "h2").textContent;
  const ticks = () => selectAll(list, "input:not(:disabled)", HTMLInputElement);
  const base = selectAll(dialog, "[name=base]", HTMLInputElement);
  for (const [name, on] of /** @type {const} */ ([["all", true], ["none", false]])) {
    select(dialog, `[data-${name}]`).addEventListener("click", () => {
      for (const tick of ticks()) tick.checked = on;
      tell();
    });
  }
  const tell = () => {
    const count = ticks().filter(({ checked }) => checked).length;
    select(dialog, "[data-go]").textContent = count ? `Take ${counted(count, "change")}` : "Take none of them";
  };
  list.addEventListener("change", tell);
  select(dialog, "[data-close]").addEventListener("click", () => shut(dialog));

  return (name, { network, carried, returned }) =>
    new Promise((answer) => {
      const here = store.network;
      const asks = !sameDraft(here, begun(store.model.role), store.model) && !sameDraft(here, network, store.model);
      /** @type {{network: Network, said: Said} | null} */
      let chosen = null;
      const start = () => (asks && base[0].checked ? here : network);
      const fill = () => {
        const from = start();
        const conflict = (/** @type {Change} */ change) => (from === here && asks ? conflictWith(change, network, here, store.view) : "");
        const names = namesOf(carried, network, store.model);
        list.replaceChildren(...returned.changes.map((change, index) => line(change, index, new Taking(carried, from).takes(change), conflict(change), names, returned.against)));
        tell();
      };
      select(dialog, "h2").textContent = returned.against ? "How the two drafts differ" : TITLE;
      select(dialog, "h3").textContent = returned.against ? "Not in this list" : "Comments";
      select(dialog, "[data-about]").textContent = aboutOf(name, returned);
      select(dialog, "[data-bulk]").hidden = returned.changes.length < 2;
      select(dialog, "[data-base]").hidden = !asks;
      base[0].checked = true;
      for (const each of base) each.onchange = fill;
      notes(dialog, returned);
      fill();
      select(dialog, "[data-go]").onclick = () => {
        const taking = new Taking(carried, start());
        for (const tick of ticks()) if (tick.checked) taking.takes(returned.changes[Number(tick.value)]);
        const said = saidIn(carried.base);
        chosen = { network: taking.network, said: returned.own || start() === here ? { ...said, ...store.said() } : said };
        shut(dialog);
      };
      onShut(dialog, () => answer(chosen));
      show(dialog);
      dialog.scrollTop = 0;
    });
}

/** @param {string} name @param {Returned} returned */
function aboutOf(name, { changes, comments, own, against }) {
  if (own) return `${name} is no pack of ours. Its sentences were matched to this role by their words. Levels of criteria, and answers such as hours, were not read. Choose what to take into your draft. The file itself stays as it is.`;
  if (against) return `${name} differs from your draft in ${counted(changes.length, "place")}. Choose what to take into your draft. The other draft stays as it is.`;
  const noted = comments.length ? ` and ${counted(comments.length, "comment")}` : "";
  return `${name} has ${counted(changes.length, "change")}${noted}. Choose what to take into your draft. The file itself stays as it is.`;
}

/** What each id says to a reader: the words of a sentence, the label of an answer, the heading of a section. @param {Carried} carried @param {Network} network @param {Model} model */
function namesOf({ base }, network, { role, texts }) {
  const sections = deepWords(base.sections);
  const { add = [], add_criteria = [] } = overlayOf(network, role);
  const sentences = [...sections.flatMap(({ statements = [] }) => statements), ...base.categories.flatMap(({ criteria }) => criteria), ...add, ...add_criteria];
  const labels = [...role.facts, ...role.terms, ...role.dates];
  const headings = [...sections, ...role.categories].map(({ id, heading }) => /** @type {const} */ ([id, heading]));
  return new Map([...Object.entries(texts), ...labels, ...headings, ...sentences.map(({ id, text }) => /** @type {const} */ ([id, text]))]);
}

/** @param {Change} change @param {number} index @param {boolean} fits @param {string} conflict what the draft here says instead @param {Map<string, string>} names @param {boolean} [against] whether two drafts are compared */
function line(change, index, fits, conflict, names, against = false) {
  const { kind, about, id = "", before = "", after = "", section = "", follows = "", by = [], certainty } = change;
  const head = element("strong", "", `${PLACES[about]}: ${(against ? BESIDE : KINDS)[kind]}`);
  const [old, now] = against ? ["Yours: ", "Theirs: "] : ["Was: ", "Now: "];
  head.id = `returned-${index}`;
  const said = [element("p", "", head, ...whoOf(by))];
  if (["level", "assessed", "field"].includes(kind)) said.push(element("p", "", names.get(id) ?? id.replace(/[_.]/g, " ")));
  if (kind === "moved" || kind === "added") said.push(element("p", "meta", `In “${names.get(section) ?? section}”, ${follows ? `after: ${names.get(follows) ?? follows}` : "first"}`));
  if (kind === "moved") said.push(element("p", "", before));
  else said.push(...[[old, before], [now, after]].filter(([, words]) => words).map(([label, words]) => element("p", label === old ? "was" : "", label, words)));
  if (conflict) said.push(element("p", "effect--lost", `You changed this here too. Your draft says: ${conflict}`));
  if (certainty === "likely") said.push(element("p", "meta", "Likely: look at it."));
  if (certainty === "ask" && fits) said.push(element("p", "meta", "It is not certain what is meant. Look at it before you take it."));
  if (!fits) return element("li", "", ...said, element("p", "meta", against ? BY_HAND : LEFT));
  const tick = element("input");
  Object.assign(tick, { type: "checkbox", value: String(index), checked: certainty !== "ask" && !conflict && !against });
  tick.setAttribute("aria-describedby", head.id);
  return element("li", "", ...said, element("label", "check", tick, element("span", "", against && kind === "dropped" ? "Leave it out of mine too" : "Take this change")));
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
function notes(dialog, { comments, unread }) {
  const shown = comments.map(({ beside, author, day: when, text = "" }) =>
    element("li", "", element("p", "", element("strong", "", [author || "Comment", dayOf(when)].filter(Boolean).join(", ")), ": ", text), ...(beside ? [element("p", "meta", `Beside: ${beside}`)] : [])));
  const box = select(dialog, "[data-comments]");
  box.hidden = !shown.length && !unread.length;
  select(box, "ul").replaceChildren(...shown, ...unread.map((words) => element("li", "", words)));
}
