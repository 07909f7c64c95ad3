// What prints where the screen has fields: facts, the network, terms, how to apply, document control. The same as `documents/packs/compose.py`.
import { select, selectAll } from "../select.js";
import { element, fact, gapRule, hide, hold, say } from "./elements.js";
import { filledIn } from "./labels.js";
import { day, figures, isoDay } from "../text/formatting.js";
import { yearOn } from "./saving.js";
import { bases, dates, how, linesOf } from "./terms.js";
/** @import { Employer, Fact, Labels, Network, Overlay, Page, Practice, Role, Shared, View } from "./types" */

/**
 * @typedef {Practice & {name: string}} NamedPractice
 * @typedef {Pick<import("./store.js").Store, "network" | "model">} Kept
 */

/** @param {Page} page */
export function paper({ place, store }) {
  const [brief, facts, about, shown, terms, apply, passed, control] = ["brief", "facts", "network", "preview", "terms", "apply", "passed", "control"].map((name) => select(place, `[data-${name}]`));
  const [name, notice] = ["name", "notice"].map((said) => select(place, `[data-said="${said}"]`));
  const howToApply = select(place, "#apply");
  const { role, shared } = store.model;
  store.onChange((view) => {
    const { network } = store;
    hold(name, network.name || gapRule());
    say(notice, noticeOf(network, view.overlay, shared));
    hide(notice, !notice.textContent);
    hold(brief, ...linesOf(view).map((line) => element("li", "", line)));
    hold(facts, ...view.facts.map(([id, label, value, filled]) => (filled ? fact(id, label, value) : fact("", label, gapRule()))));
    hold(about, ...aboutOf(network, shared.labels));
    hold(shown, ...preview(view, network));
    hold(terms, ...view.terms.map(([id, label, value]) => fact(view.facts.some(([other]) => other === id) ? "" : id, label, value)));
    hold(apply, ...applying(view, role, shared));
    howToApply.classList.toggle("no-print", !view.vacancy && !network.contact?.name && !network.adjustments);
    hide(passed, Boolean(view.vacancy) || !view.overlay.vacancies?.some(({ closes }) => closes));
    hold(control, ...controlOf(view, store).map(([id, label, value]) => fact(id, label, value)));
    promise(place, view.employer);
  });
}

/** Print only what the employer promises. @param {HTMLElement} place @param {Employer | undefined} employer */
function promise(place, { shortlisting_promise: promised, disability_confident: confident } = {}) {
  for (const line of selectAll(place, "[data-promised]")) line.classList.toggle("no-print", !promised);
  hide(select(place, "[data-confident]"), !confident);
  select(place, "#promise").classList.toggle("no-print", !promised && !confident);
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
    revision: model.role.base.revision,
    owner: network.name || model.shared.blanks.name,
  };
  return model.role.control.map(([name, label, value]) => [name, label, values[name] ?? value]);
}

/** Network, version and day of a draft, in one line. @param {Kept & {view: View}} store */
export function issueOf(store) {
  const [version, date] = ["version", "date"].map((name) => controlOf(store.view, store).find(([other]) => other === name)?.[2] ?? "");
  return filledIn(store.model.shared.labels.network_issue, { network: store.view.network.name, version, date });
}

/** The practices that have a name so far. @param {Practice[] | undefined} practices @returns {NamedPractice[]} */
export function named(practices) {
  return (practices ?? []).flatMap((practice) => (practice.name ? [{ ...practice, name: practice.name }] : []));
}

/** The facts that an applicant wants first: `[name, label, value]`. @param {View} view @param {Kept} store @returns {Fact[]} */
export function coverOf(view, store) {
  const { role, shared } = store.model;
  /** @param {Fact[]} facts @param {...string} names */
  const pick = (facts, ...names) => names.flatMap((name) => facts.filter(([other]) => other === name));
  /** @type {Fact[]} */
  const known = view.facts.map(([name, label, value]) => [name, label, value]);
  if (view.vacancy) return [...pick(known, "salary", "hours"), ...pick(dates(role, view.vacancy, shared.labels), "closes")];
  return [...pick(known, "salary"), ...pick(controlOf(view, store), "version", "date")];
}

/** @param {Network} network @param {Labels} labels */
function aboutOf(network, { practices: words }) {
  const profile = network.profile ?? [];
  const paragraphs = profile.length ? profile.map((said) => element("p", "", said)) : [element("p", "", gapRule())];
  const practices = named(network.practices);
  return practices.length ? [...paragraphs, element("h3", "", words.our_practices), table(practices, words), element("p", "meta", counted(network, words))] : paragraphs;
}

/** @param {NamedPractice[]} practices @param {Labels["practices"]} words */
function table(practices, words) {
  const areas = practices.some(({ area }) => area);
  const head = [words.practice, ...(areas ? [words.area] : []), words.ods_code, words.patients];
  const line = (/** @type {NamedPractice} */ { name, area, ods_code, population }) => [name, ...(areas ? [area ?? ""] : []), ods_code ?? "", population ? figures(population) : ""];
  const rows = practices.map((found) => element("tr", "", ...line(found).map((said) => element("td", "", said))));
  return element("table", "", element("thead", "", element("tr", "", ...head.map((said) => element("th", "", said)))), element("tbody", "", ...rows));
}

/** When the patients were counted, and the network's code: what is known of both. @param {Network} network @param {Labels["practices"]} words */
export function counted({ populations_as_of: when, ods_code: code }, words) {
  return [when && filledIn(words.counted, { when }), code && filledIn(words.network_code, { code })].filter(Boolean).join(" ");
}

/** The post in sentences, as far as it is known. @param {View} view @param {Network} network */
function preview({ fill, employer }, network) {
  const known = (/** @type {string | undefined} */ said) => (said ? [element("strong", "", said)] : [gapRule()]);
  /** @param {string} before @param {string | undefined} said */
  const words = (before, said) => [before, ...known(said)];
  return [
    ...words("You will work for ", network.name), ...words(", based at ", bases(fill.bases)), ...words(". Your employer is ", employer?.name),
    ...words(". Hours: ", fill.hours), ...words(". Contract: ", fill.contract), ...words(". Clinical supervision: ", fill.supervision), ".",
  ];
}

/** A sentence with a line to write on where a blank stands in it. @param {string} said @param {string} blank */
function ruled(said, blank) {
  return said.split(blank).flatMap((words, index) => (index ? [gapRule(), words] : [words]));
}

/** @param {View} view @param {Role} role @param {Shared} shared */
function applying(view, role, { labels, blanks }) {
  const { vacancy, network } = view;
  /** @type {HTMLElement[]} */
  const found = [];
  if (vacancy) {
    found.push(element("p", "", ...ruled(how(role, vacancy, labels), blanks.reference)));
    found.push(element("dl", "facts", ...dates(role, vacancy, labels).map(([name, label, value]) => fact(name, label, value))));
  }
  const contact = vacancy?.contact ?? network.contact;
  if (contact?.name) {
    const { apply } = labels;
    const { phone, email } = contact;
    const reach = [phone && filledIn(apply.phone, { phone }), email && filledIn(apply.email, { email })].filter(Boolean).join(" ");
    const name = contact.job ? `${contact.name}, ${contact.job}` : contact.name;
    found.push(element("p", "", `${filledIn(apply.contact, { name })} ${reach}`));
  }
  if (network.adjustments) found.push(element("p", "", network.adjustments));
  return found;
}
