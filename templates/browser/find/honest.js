// Messages on what the directory has no service for, and on other wishes that no result fulfils.
import { href } from "../links.js";
import { element, link } from "./elements.js";
import { joinWords, lowerFirst } from "../text/formatting.js";
import { labelOf } from "./wording.js";

const MOST = 3; // the most words to name; with more, the query is quoted
const LONG = 60; // characters of a query that a headline repeats
/** The message for a wish that no result fulfils, by facet. @type {Record<string, (value: string, from: string) => string>} */
const LINES = {
  how: (value) => `None of these is listed with “${labelOf("how", value)}”.`,
  language: (value) => (value === "interpreter" ? "None of these is listed with interpreters. Ask before you send anyone." : `None of these is listed as working in ${labelOf("language", value)}. Ask whether they can arrange an interpreter.`),
  access: (value) => (value === "bsl" ? "None of these is listed with British Sign Language. Ask whether they can arrange an interpreter." : "None of these is listed as step-free. Ask before you send anyone."),
  way: (value) => `None of these is known to be one that ${lowerFirst(labelOf("way", value))}. Ask before you send anyone.`,
  open: (value, from) => (value === "now" ? "None of these is known to be open now or late." : `None of these is known to be open ${from}.`),
};

/** @param {string} text */
const quoted = (text) => `‘${text}’`;

/** The words that nothing is listed for, in quotation marks. @param {string[]} words @param {string} query */
function named(words, query) {
  const typed = query.trim();
  if (words.length && words.length <= MOST) return joinWords(words.map(quoted));
  return quoted(typed.length > LONG ? `${typed.slice(0, LONG).trimEnd()}…` : typed);
}

/** "We have nothing listed for ‘farmer’. These are guesses." @param {import("../engine/engine.js").Answer} answer @param {string} query */
export function nothingListed({ unlisted, results }, query) {
  return `We have nothing listed for ${named(unlisted.words, query)}.${results.length ? " These are guesses." : ""}`;
}

/** Who else to ask, and how to tell us. @param {import("../engine/engine.js").Answer} answer @param {import("./page.js").Around} around */
export function askInstead({ ways }, { root, report, engine }) {
  const ask = ways.find(({ kind }) => kind === "ask");
  const service = ask && engine.index.byId.get(ask.id)?.service;
  const made = element("div", "instead");
  if (service) made.append(element("p", "", "Ask ", link(href(root, `services/${service.id}/`), service.name), service.phone ? ` on ${service.phone}. ` : ". ", "It knows many more local services.", service.phone ? "" : " We have not confirmed its phone number."));
  made.append(element("p", "", "Know one, or missing something? ", link(report, "Tell us what you were looking for"), "."));
  return made;
}

/** "EN6: Hertsmere and Welwyn Hatfield." @param {import("../engine/postcodes.js").Postcode} postcode */
export function where({ code, areas, elsewhere, unsure }) {
  const parts = [`${code}: ${joinWords(areas.map(({ label }) => label))}.`];
  if (elsewhere.length) parts.push(`Parts of it may also be in ${joinWords(elsewhere)}.`);
  if (unsure) parts.push("We have not confirmed this.");
  return parts.join(" ");
}

/** Where each postcode lies, and a line for each wish that no result fulfils. @param {import("../engine/engine.js").Answer} answer */
export function saidLines({ understood, unmet, unlisted, unplaced, results }) {
  const lines = results.length ? unmet.map(({ facet, value, from }) => LINES[facet](value, /^(?:at|on) /i.test(from) || facet !== "open" ? from : `at ${from}`)) : [];
  if (unlisted.words.length && !unlisted.guesses) lines.unshift(`We have nothing listed for ${joinWords(unlisted.words.map(quoted))}. These are for the rest.`);
  if (unplaced) lines.unshift(`${unplaced.code} is not in our list of postcodes. These are for ${unplaced.near}.`);
  if (new Set(understood.areas.map(({ registered = false }) => registered)).size > 1) lines.unshift("Some services depend on where people live, and some on their practice. If a result says neither, ask.");
  lines.unshift(...understood.postcodes.map(where));
  return lines.map((line) => {
    const made = element("p", "said", line);
    made.dataset.said = "";
    return made;
  });
}
