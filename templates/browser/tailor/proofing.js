// Wording problems as somebody types: under the words of a row, and all of them in the panel with a way to each.
import { select, selectAll } from "../select.js";
import { element, hide, hold } from "./elements.js";
import { overlayOf } from "./draft.js";
import { following } from "./pause.js";
import { Wording } from "./wording.js";
/** @import { Employer, Finding, Network, Page, Passage, Rule } from "./types" */

const PAUSE = 250; // milliseconds without a change before the words are looked at
const SHOWN = 8; // in the panel at once

/** @param {Page} page */
export function proofing({ place, store }) {
  const rules = window.fingerpost?.wording;
  if (!rules) return;
  const wording = new Wording(rules);
  /** @type {Map<string, Finding[]>} */
  const known = new Map();
  const panel = select(place, "[data-wording]");
  /** @param {Passage} passage @param {Employer | undefined} employer */
  const findingsIn = ({ text, scope, serves }, employer) => {
    const key = JSON.stringify([text, scope, serves, employer?.kind, employer?.disability_confident]);
    let found = known.get(key);
    if (!found) {
      const matches = wording.matches(text, scope, (rule) => !rule.counted && holds(rule, serves, employer));
      found = [...matches.map(told), ...wording.longSentences(text, scope)];
      known.set(key, found);
    }
    return found;
  };

  const look = () => {
    const passages = passagesOf(store);
    const employer = store.view.employer;
    const found = passages.flatMap((passage) => findingsIn(passage, employer).filter((one) => !accepted(store.network, one)).map((one) => ({ ...one, passage })));
    showUnder(place, found);
    const balance = wording.balance(passages);
    const lines = [...found.slice(0, SHOWN).map(line), ...(found.length > SHOWN ? [element("li", "", `And ${found.length - SHOWN} more.`)] : []), ...(balance ? [element("li", "", `${balance.says} ${balance.instead}`)] : [])];
    hide(panel, !lines.length);
    hold(select(panel, "ul"), ...lines);
    place.dataset.proofed = String(found.length);
  };
  store.onChange(following(look, PAUSE, store.pause));
}

/**
 * Whether a rule holds for whom the post serves and who employs: some words are right for a trust.
 * @param {Rule} rule
 * @param {string | null} serves
 * @param {Employer | null | undefined} employer
 */
export function holds(rule, serves, employer) {
  if (rule.serves.length && !rule.serves.some((one) => one === serves)) return false;
  /** @type {Record<string, boolean | undefined>} */
  const right = { trust: employer?.kind === "trust", "disability-confident": employer?.disability_confident };
  return !rule.rightFor.some((who) => right[who]);
}

/** @param {import("./wording.js").Match} match @returns {Finding} */
function told({ code, quote, put, rule }) {
  const since = rule.since ? ` Since: ${rule.since}.` : "";
  return { code, quote, says: rule.why + since, instead: put && rule.family === "plain" ? `Write “${put}”.` : rule.instead };
}

/** @param {Network} network @param {Finding} finding */
function accepted(network, { code, quote }) {
  const folded = (/** @type {string} */ text) => text.toLowerCase().split(/\s+/).join(" ");
  return (network.accept_wording ?? []).some((entry) => entry.rule === code && (!entry.quote || folded(quote).includes(folded(entry.quote))));
}

/**
 * Every text that the network wrote for this role, what it is, and the field it stands in.
 * @param {import("./store.js").Store} store
 * @returns {Passage[]}
 */
function passagesOf({ network, model }) {
  const { serves } = model.role;
  const overlay = overlayOf(network, model.role);
  const rows = [
    ...(overlay.reword ?? []).filter(({ id, text }) => text !== model.texts[id]).map(({ id, text }) => ({ text, scope: "duties", serves, field: `w-${id}` })),
    ...[...(overlay.rename ?? []), ...(overlay.add_sections ?? [])].map(({ id, heading }) => ({ text: heading, scope: "duties", serves, field: `r-${id}` })),
    ...(overlay.add ?? []).map(({ id, text }) => ({ text, scope: "duties", serves, field: `o-text-${id}` })),
    ...(overlay.add_criteria ?? []).map(({ id, text }) => ({ text, scope: "criteria", serves, field: `o-text-${id}` })),
  ];
  /** @param {string | undefined} text @param {string} path @param {boolean} [own] whether this role alone says it */
  const advert = (text, path, own = true) => ({ text: text ?? "", scope: "advert", serves: own ? serves : null, field: `f-${path}` });
  const fill = Object.entries(overlay.fill ?? {}).flatMap(([name, value]) => {
    const texts = typeof value === "string" ? [value] : name === "checks" ? (overlay.fill?.checks ?? []) : [];
    return texts.map((text) => advert(text, `overlay-fill-${name.replace(/_/g, "-")}`));
  });
  const boxes = /** @type {const} */ (["overview", "main_duties", "about_us"]).map((name) => advert(overlay[name], `overlay-${name.replace(/_/g, "-")}`));
  const whole = [...(network.profile ?? []).map((text) => advert(text, "profile", false)), advert(network.adjustments, "adjustments", false)];
  return [...whole, ...fill, ...rows, ...boxes].filter(({ text }) => text);
}

/** Show findings under the words of their rows, and nothing under others. @param {HTMLElement} place @param {(Finding & {passage: Passage})[]} found */
function showUnder(place, found) {
  /** @type {Map<HTMLElement, HTMLElement[]>} */
  const wrong = new Map(selectAll(place, ".wrong:not([hidden])").map((list) => [list, []]));
  for (const { quote, says, instead, passage } of found) {
    const list = document.getElementById(passage.field)?.closest(".row__body")?.querySelector(".wrong");
    if (!(list instanceof HTMLElement)) continue;
    const said = element("li", "", ...(quote.length < 60 ? [element("strong", "", `“${quote}”. `)] : []), `${says} ${instead}`);
    wrong.set(list, [...(wrong.get(list) ?? []), said]);
  }
  for (const [list, lines] of wrong) {
    hold(list, ...lines);
    hide(list, !lines.length);
  }
}

/** @param {Finding & {passage: Passage}} finding */
function line({ quote, says, instead, passage }) {
  const short = quote.length > 40 ? `${quote.slice(0, 38)}…` : quote;
  const link = element("a", "", `“${short}”`);
  link.href = `#${passage.field}`;
  link.addEventListener("click", () => document.getElementById(passage.field)?.focus());
  return element("li", "", link, ` ${says} ${instead}`);
}
