// What the form of a file cannot say: dates in order, practices once, somebody who can be reached. The check would stop at these.
import { day } from "./says.js";

const ORDER = ["opens", "closes", "interviews", "result_by"];
const NAMES = { opens: "The advert opens", closes: "It closes", interviews: "Interviews", result_by: "The result" };

/** Mistakes of sense as `{steps, says}`. */
export function meaningOf(value, role) {
  const index = value.roles.findIndex((found) => found.role === role.role);
  const vacancies = (value.roles[index].vacancies ?? []).flatMap((vacancy, at) => outOfOrder(vacancy, ["roles", index, "vacancies", at]));
  return [...vacancies, ...practicesTwice(value.practices), ...unreachable(value.contact)];
}

function outOfOrder(vacancy, steps) {
  const known = ORDER.filter((name) => vacancy[name]);
  return known.slice(1).flatMap((name, index) => {
    const before = known[index];
    if (vacancy[name] >= vacancy[before]) return [];
    return [{ steps: [...steps, name], says: `${NAMES[name]} (${day(vacancy[name])}) comes before: ${NAMES[before].toLowerCase()} (${day(vacancy[before])}).` }];
  });
}

function practicesTwice(practices) {
  const seen = new Set();
  return practices.flatMap(({ ods_code }, index) => {
    if (!ods_code || !seen.has(ods_code)) {
      seen.add(ods_code);
      return [];
    }
    return [{ steps: ["practices", index, "ods_code"], says: `The code ${ods_code} stands twice among the practices.` }];
  });
}

function unreachable(contact) {
  if (!contact || contact.phone || contact.email) return [];
  return [{ steps: ["contact", "email"], says: `${contact.name} can be reached by nobody. Add a phone number or an email address.` }];
}

/** The field on the page that a mistake of the file is about. */
export function fieldFor(place, steps, value, role) {
  const [first, index, ...rest] = steps;
  const own = first === "roles" && value.roles[index]?.role === role.role;
  const path = own ? ["overlay", ...rest] : steps;
  if (own && rest.length >= 2 && Array.isArray(value.roles[index][rest[0]])) {
    const id = value.roles[index][rest[0]][rest[1]]?.id;
    const found = id && document.getElementById(`s-${id}`)?.querySelector("textarea, input");
    if (found) return found;
  }
  for (let length = path.length; length > 0; length -= 1) {
    const names = path.slice(0, length);
    const field = place.querySelector(`[data-path="${names.join(".")}"]`) ?? document.getElementById(`f-${names.join("-")}`) ?? line(names);
    if (field) return field;
  }
  return null;
}

// A line is named by its list, its place in it and its field.
function line(names) {
  const at = names.findIndex((name) => typeof name === "number");
  return at === -1 ? null : document.getElementById(`f-${names.slice(0, at).join("-")}-${names[at]}-${names[at + 1]}`);
}
