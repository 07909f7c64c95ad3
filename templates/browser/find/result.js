// One result: what it is, why it was found, whom it is not for, and how to contact it.
import { outward, wide } from "../engine/vocabulary.js";
import { href } from "../links.js";
import { ages, joinWords, lowerFirst, sentence, shortDay } from "../text/formatting.js";
import { element, link } from "./elements.js";
import { reach } from "./reach.js";
import { labelOf } from "./wording.js";

const KINDS = { role: "Job pack", network: "Network", guide: "Guide" };
/** What it goes by, where its record says so. @type {Record<string, string>} */
const BASES = { home: "By home address", practice: "By the practice where people are registered" };
const MOST = 3; // badges, and needs that are named as reasons

/**
 * What was asked for: the labels of needs, and whether it named several places. A result that meets all needs does not say so again, nor one that covers the only place.
 * @typedef {{needs: string[], places: boolean}} Asked
 */

/**
 * @param {import("../engine/rank.js").Hit} hit
 * @param {import("./page.js").Around} around
 * @param {Asked} asked
 * @param {boolean} [guess] Whether it is only a guess, and must look like one.
 */
export function result(hit, around, asked, guess = false) {
  const { service, page } = hit.doc;
  const made = service ? serviceResult(hit, service, around, asked, guess) : pageResult(/** @type {import("../engine/documents.js").Page} */ (page), around);
  if (!guess) return made;
  made.classList.add("hit--guess");
  made.dataset.guess = "";
  made.querySelector(".hit__by")?.prepend(element("span", "badge badge--guess", "Guess"));
  return made;
}

/** @param {import("../engine/documents.js").Page} page @param {import("./page.js").Around} around */
function pageResult(page, { root }) {
  const made = element(
    "article", "hit hit--one",
    element("h3", "", link(href(root, page.path), page.title)),
    element("p", "hit__by", element("span", "badge", KINDS[/** @type {"role"} */ (page.kind)] ?? "Page")),
    element("p", "", page.summary),
  );
  made.dataset.page = page.path;
  return made;
}

/** @param {import("../engine/rank.js").Hit} hit @param {import("../engine/documents.js").Service} service @param {import("./page.js").Around} around @param {Asked} asked @param {boolean} guess */
function serviceResult(hit, service, around, asked, guess) {
  const by = element("p", "hit__by", service.org && service.org !== service.name ? `${service.org} ` : "", ...badges(hit, service, around));
  const about = element("div", "", element("h3", "", link(href(around.root, `services/${service.id}/`), service.name)), by);
  if (service.alert) about.append(element("p", "hit__alert", service.alert));
  about.append(element("p", "", service.summary));
  const terms = [labelOf("cost", service.cost ?? ""), service.refer.length === 1 ? labelOf("refer", service.refer[0]) : "", BASES[service.basis ?? ""]].filter(Boolean);
  if (terms.length) about.append(element("p", "meta", terms.map((term) => `${term}.`).join(" ")));
  const told = reasons(hit, service, asked, guess);
  if (told.childElementCount) about.append(told);
  const made = element("article", "hit", about, reach(service, around));
  made.dataset.serviceId = service.id;
  return made;
}

/** At most three badges: warnings, area and ages. */
function badges(/** @type {import("../engine/rank.js").Hit} */ { fits }, /** @type {import("../engine/documents.js").Service} */ service, /** @type {import("./page.js").Around} */ { engine: { vocabulary, index } }) {
  const made = [];
  const near = service.areas.filter((id) => !wide(vocabulary, id));
  const local = near.find((id) => outward(vocabulary, id).includes(index.home[0])) ?? near[0];
  const area = local ?? service.areas[0];
  if (service.status === "paused") made.push(element("span", "badge badge--old", [labelOf("state", "paused"), ...(service.until ? ["until", shortDay(service.until)] : [])].join(" ")));
  if (!fits) made.push(element("span", "badge badge--old", "May not take this person"));
  if (area) made.push(element("span", local ? "badge badge--local" : "badge", vocabulary.areas.get(area)?.label ?? area));
  if (!["high", "medium"].includes(service.confidence)) made.push(element("span", "badge badge--no", labelOf("state", "unconfirmed")));
  if (service.min !== null || service.max !== null) made.push(element("span", "badge", ages(service.min, service.max)));
  return made.slice(0, MOST);
}

/** @param {import("../engine/rank.js").Hit} hit @param {import("../engine/documents.js").Service} service @param {Asked} asked @param {boolean} guess */
function reasons(hit, service, asked, guess) {
  const made = element("dl", "why");
  const told = because(hit.why(), asked);
  if (told.length) made.append(element("dt", "", guess ? "A guess" : "Why this"), element("dd", "", ...told));
  if (service.not_for.length) made.append(element("dt", "", "Not for"), element("dd", "", service.not_for.map(sentence).join(" ")));
  return made;
}

/** The reasons as short sentences: those that are not the same for every result, and that no badge says. @param {import("../engine/rank.js").Why[]} why @param {Asked} asked */
function because(why, asked) {
  const of = (/** @type {string[]} */ ...kinds) => why.filter(({ kind }) => kinds.includes(kind));
  const made = [];
  const listed = of("need").map(({ label }) => label);
  const known = asked.needs.length && !of("aspect").length && asked.needs.every((label) => listed.includes(label));
  const needs = [...new Set(of("aspect", "need").map(({ label }) => lowerFirst(label)))].slice(0, known ? 0 : MOST);
  if (of("name").length) made.push("It has the name you asked for. ");
  if (needs.length) {
    made.push("Listed under ");
    for (const [i, need] of needs.entries()) made.push(i ? (i === needs.length - 1 ? " and " : ", ") : "", element("mark", "", need));
    made.push(". ");
  }
  if (!needs.length && !known && of("near").length) made.push("Listed under ", element("mark", "", lowerFirst(of("near")[0].label)), ", which is close to it. ");
  else if (!needs.length && !known && of("words").length) made.push("Mentions ", element("mark", "", of("words")[0].label), ". ");
  const ways = [...new Set(of("how", "refer", "cost", "language", "access", "way").map(({ kind, label }) => labelOf(kind, label)))];
  if (ways.length) made.push(`${joinWords(ways)}. `);
  if (of("open").length) made.push("Open when you need it. ");
  if (of("age").length) made.push(`Takes people aged ${of("age")[0].label}. `);
  const [place] = asked.places ? of("area") : [];
  if (place) made.push(`Covers ${place.label}.`);
  return made;
}
