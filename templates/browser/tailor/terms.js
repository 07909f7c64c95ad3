// The facts and terms of the post, as a pack prints them. The same as `documents/packs/terms.py`; labels and their order come from it as data.
import { filledIn } from "./labels.js";
import { day, joinWords, sentence } from "../text/formatting.js";
/** @import { Advertised, Base, Fact, KeyFact, Label, Labels, LineAbove, Role, Shared, Vacancy, View, WholeFill } from "./types" */

/** A post: its role, its blanks and who employs. @typedef {Pick<View, "role" | "fill" | "employer">} Post */

/**
 * Facts in the order of their labels, without those that have no value.
 * @param {Label[]} labels
 * @param {Record<string, string>} values
 * @returns {Fact[]}
 */
function labelled(labels, values) {
  return labels.flatMap(([name, label]) => (values[name] ? [[name, label, values[name]]] : []));
}

/** Places of work, with their shares where a post has several. @param {Base[] | undefined} found */
export function bases(found) {
  return joinWords((found ?? []).map(({ name, share }) => (share ? `${name} (${share})` : name)));
}

/** The line that manages the post, or the first where none is called that. @param {LineAbove[]} lines */
export function manager(lines) {
  return lines.find(({ kind }) => kind === "manages") ?? lines[0];
}

/**
 * The key facts: `[name, label, value, filled]`. What only a network can say, and has not, says so.
 * @param {Post} post
 * @param {string} open
 * @returns {KeyFact[]}
 */
export function facts({ role, fill, employer }, open) {
  /** @type {Record<string, string>} */
  const values = {
    ...role.fixed,
    employer: employer?.name ?? "",
    ...partners(fill),
    hours: fill.hours ?? role.hours,
    reports_to: manager(fill.reports_to ?? role.reports_to).who,
    bases: bases(fill.bases ?? role.bases),
    contract: fill.contract ?? "",
    supervision: fill.supervision ?? "",
    responsible_for: fill.responsible_for ?? "",
  };
  const needed = ["employer", "hours", "bases"];
  return role.facts
    .filter(([name]) => values[name] || needed.includes(name))
    .map(([name, label]) => [name, label, values[name] || open, Boolean(values[name])]);
}

/** Who else employs, funds or hosts: all the names of each. @param {WholeFill} fill @returns {Record<string, string>} */
function partners(fill) {
  const names = (/** @type {string} */ part) => joinWords((fill.partners ?? []).filter(({ does }) => does === part).map(({ name }) => name));
  return { employs: names("employs"), funds: names("funds"), hosts: names("hosts") };
}

/** The lines that say the post on a page. @param {Pick<View, "role" | "fill">} view */
export function linesOf({ role, fill }) {
  return fill.in_three_lines ?? role.in_three_lines;
}

/** Pay and terms: `[name, label, value]`. What the network has not said is left out. @param {Post} post @returns {Fact[]} */
export function terms({ role, fill, employer }) {
  const values = {
    salary: role.salary,
    high_cost_area: fill.high_cost_area ? role.supplements[fill.high_cost_area] : "",
    hours: sentence(fill.hours ?? role.hours),
    pattern: fill.pattern ?? "",
    contract: sentence(fill.contract ?? ""),
    bases: sentence(bases(fill.bases ?? role.bases)),
    supervision: sentence(fill.supervision ?? ""),
    holiday: fill.holiday ?? "",
    pension: fill.pension ?? "",
    probation: sentence(fill.probation ?? ""),
    learning: fill.learning ?? "",
    travel: fill.travel ?? "",
    checks: sentence(joinWords(fill.checks ?? [])),
    agreement: employer?.agreement ? `${sentence(employer.name ?? "")} ${employer.agreement}` : "",
    sponsorship: employer?.sponsors ? role.sponsorship : "",
  };
  return labelled(role.terms, values);
}

/**
 * The vacancy that is open on a day, or else the next to open. A closed one is never advertised.
 * @param {Vacancy[] | undefined} vacancies
 * @param {string} today
 * @returns {Advertised | undefined}
 */
export function currentVacancy(vacancies, today) {
  const found = (vacancies ?? []).flatMap((vacancy) => {
    const { opens, closes } = vacancy;
    return opens && closes && closes >= today ? [{ ...vacancy, opens, closes }] : [];
  });
  return found.sort((a, b) => (a.opens < b.opens ? -1 : Number(a.opens > b.opens)))[0];
}

/** The dates of a vacancy: `[name, label, value]`. @param {Role} role @param {Advertised} vacancy @param {Labels} labels @returns {Fact[]} */
export function dates(role, vacancy, labels) {
  const values = {
    opens: day(vacancy.opens),
    visits: vacancy.visits ?? "",
    closes: closing(vacancy),
    interviews: day(vacancy.interviews),
    result_by: vacancy.result_by ? filledIn(labels.apply.by, { day: day(vacancy.result_by) }) : "",
    starts: vacancy.starts ?? "",
  };
  return labelled(role.dates, values);
}

/** `14 December 2026, 11:59pm`. @param {Vacancy} vacancy */
export function closing(vacancy) {
  return `${day(vacancy.closes)}, ${vacancy.closes_at ?? "11:59pm"}`;
}

/** Where to apply, then how. @param {Role} role @param {Vacancy} vacancy @param {Labels} labels */
export function how(role, vacancy, { apply }) {
  const where = vacancy.apply_at ? filledIn(apply.at, { where: vacancy.apply_at }) : filledIn(apply.on_nhs_jobs, { reference: String(vacancy.reference) });
  return [where, ...role.how].join(" ");
}

/** The people around the post, a sentence for each line. @param {Role} role @param {WholeFill} fill @param {Pick<Shared, "tells" | "labels">} shared */
export function told(role, fill, { tells, labels: { chart } }) {
  const over = (fill.reports_to ?? role.reports_to).map(({ kind, who, where }) => `${who} (${where}) ${tells[kind]}.`);
  const below = fill.manages ?? role.manages;
  const under = /** @type {const} */ (["manages", "supervises"]).flatMap((kind) => {
    const named = below.filter((found) => (found.kind ?? "manages") === kind).map((found) => `${lower(found.who)} (${lower(found.detail)})`);
    return named.length ? [filledIn(chart[kind], { whom: joinWords(named) })] : [];
  });
  return [...over, ...under, fill.works_with ?? role.works_with];
}

/** A name inside a sentence: its first letter small, unless it is an abbreviation such as GP. @param {string} words */
function lower(words) {
  const start = words.slice(0, 2);
  const cased = /\p{L}/u.test(start) && start === start.toUpperCase() && start !== start.toLowerCase();
  return cased ? words : words.slice(0, 1).toLowerCase() + words.slice(1);
}
