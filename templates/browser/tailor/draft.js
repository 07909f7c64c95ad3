// A draft is the network's file as it will be saved, so that nothing is kept in two forms. These functions read it and change copies.
import { coverage } from "./coverage.js";
import { fittingOf } from "./fitting.js";
import { laidCategories, laidClauses, laidSections, numbersOf } from "./laying.js";
import { isoDay } from "../text/formatting.js";
import { valueAt } from "./steps.js";
import { currentVacancy, facts, terms } from "./terms.js";
/** @import { Open } from "./steps.js" */
/** @import { Fill, Line, Meant, Network, Overlay, Role, Shared, Steps, Texts, View, WholeFill } from "./types" */

/** The draft that somebody begins with. @param {Role} role @returns {Network} */
export function begun(role) {
  return { status: "current", roles: [{ role: role.role }] };
}

/** What the network says of this role. @param {Network} network @param {Role} role */
export function overlayOf(network, role) {
  const found = network.roles.find((overlay) => overlay.role === role.role);
  if (!found) throw new Error(`The draft has no role ${role.role}`);
  return found;
}

/**
 * The steps to a field: `name`, or `overlay.fill.hours` for one of this role's own.
 * @param {Network} network
 * @param {Role} role
 * @param {string} path
 * @returns {Steps}
 */
export function stepsTo(network, role, path) {
  const steps = path.split(".").map((step) => (/^[0-9]+$/.test(step) ? Number(step) : step));
  const overlay = overlayOf(network, role);
  const own = ["roles", network.roles.indexOf(overlay)];
  if (steps[0] === "overlay") return [...own, ...steps.slice(1)];
  // Where this role has an employer, or its vacancy a contact, of its own, that is the one that the pack shows.
  if (steps[0] === "employer" && overlay.employer) return [...own, ...steps];
  return steps[0] === "contact" && overlay.vacancies?.[0]?.contact ? [...own, "vacancies", 0, ...steps] : steps;
}

/** The value at a path, or nothing. @param {Network} network @param {Role} role @param {string} path */
export function read(network, role, path) {
  return valueAt(network, stepsTo(network, role, path));
}

/**
 * A copy of the draft with a value at a path. Nothing, an empty text and an empty list take the field away.
 * @param {Network} network
 * @param {Role} role
 * @param {string} path
 * @param {unknown} value
 */
export function written(network, role, path, value) {
  const copy = structuredCopy(network);
  const steps = stepsTo(copy, role, path);
  const last = steps[steps.length - 1];
  let place = /** @type {Open} */ (/** @type {unknown} */ (copy));
  for (const [index, step] of steps.slice(0, -1).entries()) {
    place[step] ??= typeof steps[index + 1] === "number" ? [] : {};
    place = /** @type {Open} */ (place[step]);
  }
  if (value === undefined || value === "" || value === null) delete place[last];
  else place[last] = value;
  return copy;
}

/**
 * A deep copy. Everything in a draft can stand in JSON.
 * @template Value
 * @param {Value} value
 * @returns {Value}
 */
export function structuredCopy(value) {
  return JSON.parse(JSON.stringify(value));
}

/**
 * The overlay without what says nothing yet: words that are the role's own, an addition without words, a section with nothing in it, a reason without its change.
 * @param {Overlay} overlay
 * @param {Texts} texts
 * @returns {Meant}
 */
export function meant(overlay, texts) {
  const add = spoken(overlay.add ?? [], ({ text }) => Boolean(text));
  const filled = new Set([...add.map(({ section }) => section), ...(overlay.move ?? []).map(({ to }) => to)]);
  return {
    ...overlay,
    add_sections: spoken(overlay.add_sections ?? [], ({ id }) => filled.has(id)),
    reword: (overlay.reword ?? []).filter(({ id, text }) => text && text !== texts[id]),
    rename: (overlay.rename ?? []).filter(({ heading }) => heading),
    add,
    add_criteria: (overlay.add_criteria ?? []).filter(({ text }) => Boolean(text)),
    accept: (overlay.accept ?? []).filter(({ because }) => because),
  };
}

/**
 * What stood beside an addition that says nothing stands where that stood.
 * @template {{id: string, after?: string, before?: string}} Added
 * @param {Added[]} added
 * @param {(found: Added) => boolean} says
 * @returns {Added[]}
 */
function spoken(added, says) {
  /** @type {Map<string | undefined, {after?: string, before?: string}>} */
  const sides = new Map();
  return added.flatMap((found) => {
    const { after, before, ...rest } = found;
    const side = sides.get(after ?? before) ?? { ...(after && { after }), ...(before && { before }) };
    if (says(found)) return [/** @type {Added} */ ({ ...rest, ...side })];
    sides.set(found.id, side);
    return [];
  });
}

/**
 * The blanks with every line whole, of the chart and of those who have a part in the post: what is still to be written says so. Nobody above is what the base role says.
 * @param {Fill} fill
 * @param {Record<string, string>} blanks
 * @returns {WholeFill}
 */
export function lined(fill, blanks) {
  const whole = (/** @type {Line} */ line) => ({ ...line, kind: line.kind ?? "manages", who: line.who || blanks.who });
  const above = (/** @type {Line} */ line) => ({ ...whole(line), where: line.where || blanks.where });
  const below = (/** @type {Line} */ line) => ({ ...whole(line), detail: line.detail || blanks.detail });
  const { reports_to, manages, partners, ...rest } = fill;
  return {
    ...rest,
    ...(reports_to?.length && { reports_to: reports_to.map(above) }),
    ...(manages && { manages: manages.map(below) }),
    ...(partners && { partners: partners.map(({ name, does }) => ({ name: name || blanks.partner, does: does ?? "employs" })) }),
  };
}

/**
 * Everything that the page, the panel and the files show of a draft.
 * @param {Network} network
 * @param {Role} role
 * @param {Texts} texts
 * @param {Shared} shared
 * @param {string} [today]
 * @returns {View}
 */
export function viewOf(network, role, texts, shared, today = isoDay(new Date())) {
  const overlay = meant(fittingOf(overlayOf(network, role), { role, texts }), texts);
  const fill = lined({ ...network.defaults, ...overlay.fill }, shared.blanks);
  const employer = overlay.employer ?? network.employer;
  const sections = laidSections(role, texts, overlay);
  const advertised = currentVacancy(overlay.vacancies, today);
  const vacancy = advertised && { ...advertised, reference: advertised.reference || shared.blanks.reference };
  const named = { ...network, name: network.name || shared.blanks.name, profile: network.profile ?? [shared.blanks.profile] };
  return {
    role, texts, overlay, fill, employer, sections, vacancy,
    network: named,
    numbers: numbersOf(sections),
    categories: laidCategories(role, texts, overlay),
    clauses: laidClauses(role, texts, overlay),
    coverage: coverage(role, sections, overlay),
    facts: facts({ role, fill, employer }, shared.open),
    terms: terms({ role, fill, employer }),
  };
}
