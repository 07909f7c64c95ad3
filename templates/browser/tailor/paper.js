// What prints where the screen has fields: facts, who works with whom, the network, terms, how to apply, document control.
import { select, selectIfThere } from "../select.js";
import { element, fact, gapRule } from "./elements.js";
import { day, figures, isoDay } from "../text/formatting.js";
import { yearOn } from "./saving.js";
import { closing, dates, how, told } from "./terms.js";
/** @import { Fact, Network, Overlay, Page, Practice, Role, Shared, View } from "./types" */

/**
 * @typedef {Practice & {name: string}} NamedPractice
 * @typedef {Pick<import("./store.js").Store, "network" | "model">} Kept
 */

/** @param {Page} page */
export function paper({ place, store }) {
  const get = (/** @type {string} */ name) => select(place, `[data-${name}]`);
  const { role, shared } = store.model;
  store.onChange((view) => {
    const { network } = store;
    select(place, '[data-said="name"]').replaceChildren(network.name || gapRule());
    const notice = select(place, '[data-said="notice"]');
    notice.textContent = noticeOf(network, view.overlay, shared);
    notice.hidden = !notice.textContent;
    get("facts").replaceChildren(...view.facts.map(([name, label, value, filled]) => (filled ? fact(name, label, value) : fact("", label, gapRule()))));
    // The chart shows the base role's lines. A network's own are told in sentences.
    const drawn = !view.fill.reports_to && !view.fill.manages && !view.fill.works_with;
    get("chart").classList.toggle("no-print", !drawn);
    get("told").classList.toggle("no-print", drawn);
    get("told").replaceChildren(...told(role, view.fill, shared.tells).map((line) => element("p", "", line)));
    get("network").replaceChildren(...about(network));
    get("terms").replaceChildren(...view.terms.map(([name, label, value]) => fact(view.facts.some(([other]) => other === name) ? "" : name, label, value)));
    get("apply").replaceChildren(...applying(view, role));
    select(place, "#apply").classList.toggle("no-print", !view.vacancy && !network.contact?.name && !network.adjustments);
    get("passed").hidden = Boolean(view.vacancy) || !view.overlay.vacancies?.some(({ closes }) => closes);
    get("control").replaceChildren(...controlOf(view, store).map(([name, label, value]) => fact(name, label, value)));
    const confident = selectIfThere(place, "[data-confident]");
    if (confident) confident.hidden = !view.employer?.disability_confident;
  });
}

/**
 * What a pack of a network that is not of today says of itself.
 * @param {Network} network
 * @param {Overlay} overlay
 * @param {Shared} shared
 */
export function noticeOf(network, overlay, shared) {
  return [shared.notices[network.status ?? ""] ?? "", overlay.note ?? ""].filter(Boolean).join(" ");
}

/**
 * Version, dates and what the pack was made from: `[name, label, value]`.
 * @param {View} view
 * @param {Kept} store
 * @param {Date} [today]
 * @returns {Fact[]}
 */
export function controlOf(view, { network, model }, today = new Date()) {
  /** @type {Record<string, string>} */
  const values = {
    version: view.overlay.version || "1.0",
    date: day(isoDay(today)),
    review_by: day(view.overlay.review_by || isoDay(yearOn(today))),
    revision: `${model.role.base.revision}, of the base role`,
    owner: network.name || model.shared.blanks.name,
  };
  return model.role.control.map(([name, label, value]) => [name, label, values[name] ?? value]);
}

/** The practices that have a name so far. @param {Practice[] | undefined} practices @returns {NamedPractice[]} */
export function named(practices) {
  return (practices ?? []).flatMap((practice) => (practice.name ? [{ ...practice, name: practice.name }] : []));
}

/** The facts that an applicant wants first: `[name, label, value]`. @param {View} view @param {Kept} store @returns {Fact[]} */
export function coverOf(view, store) {
  const value = (/** @type {string} */ name) => view.facts.find(([other]) => other === name)?.[2] ?? "";
  /** @type {Fact} */
  const paid = ["salary", "Salary", value("salary")];
  if (view.vacancy) return [paid, ["hours", "Hours", value("hours")], ["closes", "Closing date", closing(view.vacancy)]];
  const control = controlOf(view, store);
  return [paid, ...["version", "date"].flatMap((name) => control.filter(([other]) => other === name))];
}

/** @param {Network} network */
function about(network) {
  const profile = network.profile ?? [];
  const paragraphs = profile.length ? profile.map((words) => element("p", "", words)) : [element("p", "", gapRule())];
  const practices = named(network.practices);
  return practices.length ? [...paragraphs, element("h3", "", "Our practices"), table(practices), counted(network)] : paragraphs;
}

/** @param {NamedPractice[]} practices */
function table(practices) {
  const areas = practices.some(({ area }) => area);
  const head = ["Practice", ...(areas ? ["Area"] : []), "ODS code", "Patients"];
  const line = (/** @type {NamedPractice} */ { name, area, ods_code, population }) => [name, ...(areas ? [area ?? ""] : []), ods_code ?? "", population ? figures(population) : ""];
  const rows = practices.map((found) => element("tr", "", ...line(found).map((words) => element("td", "", words))));
  return element("table", "", element("thead", "", element("tr", "", ...head.map((words) => element("th", "", words)))), element("tbody", "", ...rows));
}

/** @param {Network} network */
function counted(network) {
  const when = network.populations_as_of ? `Registered patients, counted ${network.populations_as_of}.` : "";
  return element("p", "meta", [when, network.ods_code ? `ODS code of the network: ${network.ods_code}.` : ""].filter(Boolean).join(" "));
}

/** @param {View} view @param {Role} role */
function applying(view, role) {
  const { vacancy, network } = view;
  /** @type {HTMLElement[]} */
  const found = [];
  if (vacancy) {
    found.push(element("p", "", how(role, vacancy)));
    found.push(element("dl", "facts", ...dates(role, vacancy).map(([name, label, value]) => fact(name, label, value))));
  }
  const contact = vacancy?.contact ?? network.contact;
  if (contact?.name) {
    const reach = [contact.phone && `Phone ${contact.phone}.`, contact.email && `Email ${contact.email}.`].filter(Boolean).join(" ");
    const name = contact.job ? `${contact.name}, ${contact.job}` : contact.name;
    found.push(element("p", "", `For an informal talk, or to arrange a visit, contact ${name}. ${reach}`));
  }
  if (network.adjustments) found.push(element("p", "", network.adjustments));
  return found;
}
