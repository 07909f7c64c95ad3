// A draft is the network's file as it will be saved, so that nothing is kept in two forms. These functions read it and change copies.
import { coverage } from "./coverage.js";
import { laidCategories, laidSections, numbersOf } from "./laying.js";
import { isoDay } from "./says.js";
import { currentVacancy, facts, terms } from "./terms.js";

/** The draft that somebody begins with. */
export function begun(role) {
  return { status: "current", roles: [{ role: role.role }] };
}

/** What the network says of this role. */
export function overlayOf(network, role) {
  return network.roles.find((found) => found.role === role.role);
}

/** The steps to a field: `name`, or `overlay.fill.hours` for one of this role's own. */
export function stepsTo(network, role, path) {
  const steps = path.split(".").map((step) => (/^[0-9]+$/.test(step) ? Number(step) : step));
  if (steps[0] !== "overlay") return steps;
  return ["roles", network.roles.indexOf(overlayOf(network, role)), ...steps.slice(1)];
}

/** The value at a path, or nothing. */
export function read(network, role, path) {
  return stepsTo(network, role, path).reduce((value, step) => value?.[step], network);
}

/** A copy of the draft with a value at a path. Nothing, an empty text and an empty list take the field away. */
export function written(network, role, path, value) {
  const copy = structuredCopy(network);
  const steps = stepsTo(copy, role, path);
  const last = steps.pop();
  let place = copy;
  steps.forEach((step, index) => {
    place[step] ??= typeof (steps[index + 1] ?? last) === "number" ? [] : {};
    place = place[step];
  });
  if (value === undefined || value === "" || value === null) delete place[last];
  else place[last] = value;
  return copy;
}

/** A deep copy. Everything in a draft can stand in JSON. */
export function structuredCopy(value) {
  return JSON.parse(JSON.stringify(value));
}

/** The overlay without what says nothing yet: words that are the role's own, an addition without words, a reason without its change. */
export function meant(overlay, texts) {
  const filled = ({ text }) => Boolean(text);
  return {
    ...overlay,
    reword: (overlay.reword ?? []).filter(({ id, text }) => text && text !== texts[id]),
    add: spoken(overlay.add ?? []),
    add_criteria: (overlay.add_criteria ?? []).filter(filled),
    accept: (overlay.accept ?? []).filter(({ because }) => because),
  };
}

// What stood beside an addition without words stands where that stood.
function spoken(added) {
  const sides = new Map();
  return added.flatMap((found) => {
    const { after, before, ...rest } = found;
    const side = sides.get(after ?? before) ?? { ...(after && { after }), ...(before && { before }) };
    if (found.text) return [{ ...rest, ...side }];
    sides.set(found.id, side);
    return [];
  });
}

/** Everything that the page, the panel and the files show of a draft. */
export function viewOf(network, role, texts, shared, today = isoDay(new Date())) {
  const overlay = meant(overlayOf(network, role), texts);
  const fill = { ...network.defaults, ...overlay.fill };
  const employer = overlay.employer ?? network.employer;
  const sections = laidSections(role, texts, overlay);
  const vacancy = currentVacancy(overlay.vacancies, today);
  const named = { ...network, name: network.name || shared.blanks.name, profile: network.profile ?? [shared.blanks.profile] };
  return {
    role, texts, overlay, fill, employer, sections, vacancy,
    network: named,
    numbers: numbersOf(sections),
    categories: laidCategories(role, texts, overlay),
    coverage: coverage(role, sections, overlay),
    facts: facts({ role, fill, employer }, shared.open),
    terms: terms({ role, fill, employer }),
  };
}
