// Wording problems as somebody types: under the words of a row, and all of them in the panel with a way to each.
import { element } from "./elements.js";
import { overlayOf } from "./draft.js";
import { Wording } from "./wording.js";

const PAUSE = 250; // milliseconds without a change before the words are looked at
const SHOWN = 8; // in the panel at once

export function proofing({ place, store }) {
  const rules = window.fingerpost.wording;
  if (!rules) return;
  const wording = new Wording(rules);
  const known = new Map();
  const panel = place.querySelector("[data-wording]");
  let wait;

  const findingsIn = ({ text, scope, serves }, employer) => {
    const key = JSON.stringify([text, scope, serves, employer?.kind, employer?.disability_confident]);
    if (!known.has(key)) {
      const matches = wording.matches(text, scope, (rule) => !rule.counted && holds(rule, serves, employer));
      known.set(key, [...matches.map(told), ...wording.longSentences(text, scope)]);
    }
    return known.get(key);
  };

  const look = () => {
    const passages = passagesOf(store);
    const employer = store.view.employer;
    const found = passages.flatMap((passage) => findingsIn(passage, employer).filter((one) => !accepted(store.network, one)).map((one) => ({ ...one, passage })));
    for (const list of place.querySelectorAll(".wrong")) if (!list.hidden) list.replaceChildren(), (list.hidden = true);
    for (const one of found) under(one);
    const balance = wording.balance(passages);
    const lines = [...found.slice(0, SHOWN).map(line), ...(found.length > SHOWN ? [element("li", "", `And ${found.length - SHOWN} more.`)] : []), ...(balance ? [element("li", "", `${balance.says} ${balance.instead}`)] : [])];
    panel.hidden = !lines.length;
    panel.querySelector("ul").replaceChildren(...lines);
    place.dataset.proofed = String(found.length);
  };
  store.onChange(() => {
    clearTimeout(wait);
    wait = setTimeout(look, PAUSE);
  });
}

/** Whether a rule holds for whom the post serves and who employs: some words are right for a trust. */
export function holds(rule, serves, employer) {
  if (rule.serves.length && !rule.serves.includes(serves)) return false;
  const right = { trust: employer?.kind === "trust", "disability-confident": employer?.disability_confident };
  return !rule.rightFor.some((who) => right[who]);
}

function told({ code, quote, put, rule }) {
  const since = rule.since ? ` Since: ${rule.since}.` : "";
  return { code, quote, says: rule.why + since, instead: put && rule.family === "plain" ? `Write “${put}”.` : rule.instead };
}

function accepted(network, { code, quote }) {
  const folded = (text) => text.toLowerCase().split(/\s+/).join(" ");
  return (network.accept_wording ?? []).some((entry) => entry.rule === code && (!entry.quote || folded(quote).includes(folded(entry.quote))));
}

// Every text that the network wrote for this role, what it is, and the field it stands in.
function passagesOf({ network, model }) {
  const { serves } = model.role;
  const overlay = overlayOf(network, model.role);
  const rows = [
    ...(overlay.reword ?? []).filter(({ id, text }) => text !== model.texts[id]).map(({ id, text }) => ({ text, scope: "duties", serves, field: `w-${id}` })),
    ...(overlay.add ?? []).map(({ id, text }) => ({ text, scope: "duties", serves, field: `o-text-${id}` })),
    ...(overlay.add_criteria ?? []).map(({ id, text }) => ({ text, scope: "criteria", serves, field: `o-text-${id}` })),
  ];
  const advert = (text, path, own = true) => ({ text, scope: "advert", serves: own ? serves : null, field: `f-${path}` });
  const fill = Object.entries(overlay.fill ?? {}).flatMap(([name, value]) => {
    const texts = typeof value === "string" ? [value] : name === "checks" ? value : [];
    return texts.map((text) => advert(text, `overlay-fill-${name.replace(/_/g, "-")}`));
  });
  const boxes = ["overview", "main_duties", "about_us"].map((name) => advert(overlay[name], `overlay-${name.replace(/_/g, "-")}`));
  const whole = [...(network.profile ?? []).map((text) => advert(text, "profile", false)), advert(network.adjustments, "adjustments", false)];
  return [...whole, ...fill, ...rows, ...boxes].filter(({ text }) => text);
}

function under({ quote, says, instead, passage }) {
  const list = document.getElementById(passage.field)?.closest(".row__body")?.querySelector(".wrong");
  if (!list) return;
  list.append(element("li", "", ...(quote.length < 60 ? [element("strong", "", `“${quote}”. `)] : []), `${says} ${instead}`));
  list.hidden = false;
}

function line({ quote, says, instead, passage }) {
  const short = quote.length > 40 ? `${quote.slice(0, 38)}…` : quote;
  const link = element("a", "", `“${short}”`);
  link.href = `#${passage.field}`;
  link.addEventListener("click", () => document.getElementById(passage.field)?.focus());
  return element("li", "", link, ` ${says} ${instead}`);
}
