// How to contact a service, in the side column of a result: a confirmed number, or why there is none and where to ask.
import { add, has, remove } from "../shortlist-store.js";
import { href } from "../links.js";
import { button, element, link, mark, unseen } from "./elements.js";
import { hoursLines, openNow } from "../text/opening-hours.js";
import { checked } from "./wording.js";

/** @param {import("../engine/documents.js").Service} service @param {import("./page.js").Around} around */
export function reach(service, around) {
  const made = element("div", "hit__act");
  if (service.phone) made.append(dial(`tel:${service.phone.replace(/\s/g, "")}`, service.phone, service));
  else if (service.text) made.append(...texting(service));
  else made.append(...without(service, around));
  const now = openNow(service.open, around.engine.clock());
  const hours = service.open.length ? `${hoursLines(service.open).join("; ")}.` : "";
  if (now) made.append(element("p", "meta", element("span", "open", now), ` ${hours}`));
  else if (hours) made.append(element("p", "meta", hours));
  if (checked(service)) made.append(element("p", "meta", checked(service)));
  made.append(shelving(service, around));
  return made;
}

/** @param {string} to @param {string} number @param {import("../engine/documents.js").Service} service */
function dial(to, number, service) {
  const made = link(to, number, unseen(`: ${service.name}`));
  made.className = "tel";
  return made;
}

/** "SHOUT 85258" is a word and the number to send it to. @param {import("../engine/documents.js").Service} service */
function texting(service) {
  const [, word, number] = /^(?:(\S*[A-Za-z]\S*) )?(.+)$/.exec(service.text ?? "") ?? [];
  return [element("span", "notel", word ? `Text ${word} to` : "Text"), dial(`sms:${number.replace(/\s/g, "")}${word ? `?body=${word}` : ""}`, number, service)];
}

/** @param {import("../engine/documents.js").Service} service @param {import("./page.js").Around} around */
function without(service, { root, engine }) {
  const site = service.url ? link(service.url, new URL(service.url).host.replace(/^www\./, "")) : null;
  if (["high", "medium"].includes(service.confidence)) return site ? [element("span", "notel", "Contact online"), element("p", "meta", site)] : [element("span", "notel", "See how to refer")];
  const made = [element("span", "notel", "No number shown"), element("p", "meta", "We could not confirm it.")];
  const other = service.through.map((id) => engine.index.byId.get(id)?.service).find(Boolean);
  if (other) made[1].append(" Ask ", link(href(root, `services/${other.id}/`), other.name), ".");
  else if (site) made[1].append(" Check first at ", site, ".");
  if (service.dated && !service.by) made.push(element("p", "meta", `Last source dated ${service.dated}`));
  return made;
}

/** The button that saves a service or removes it. */
function shelving(/** @type {import("../engine/documents.js").Service} */ service, /** @type {import("./page.js").Around} */ { say }) {
  const made = button("btn btn--2 btn--s", () => {
    if (has(service.id)) remove(service.id);
    else if (!add(service.id)) say("Your list is full. Remove a service first.");
  });
  made.dataset.shelve = service.id;
  made.dataset.name = service.name;
  draw(made);
  return made;
}

/** @param {HTMLElement} made */
function draw(made) {
  const on = has(made.dataset.shelve ?? "");
  made.setAttribute("aria-pressed", String(on));
  made.replaceChildren(mark(on ? "tick" : "plus"), on ? "Saved" : "Save", unseen(`: ${made.dataset.name}`));
}

/** After a change, here or in another tab. @param {HTMLElement} place */
export function redraw(place) {
  for (const made of place.querySelectorAll("[data-shelve]")) draw(/** @type {HTMLElement} */ (made));
}
