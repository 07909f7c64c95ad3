// What the schema of a file cannot say: dates in order, practices once, a contact who can be reached. The same as `checks/networks.py`
// and `checks/vacancies.py`, which would stop at these.
import { fieldsIn } from "./fields.js";
import { day } from "../text/formatting.js";
import { valueAt } from "./steps.js";
/** @import { FileValue } from "./saving.js" */
/** @import { Contact, Field, Mistake, Practice, Role, Steps, Vacancy } from "./types" */

/** The days of a vacancy, in the order that they must have. */
const ORDER = /** @type {const} */ (["opens", "closes", "interviews", "result_by"]);
const NAMES = { opens: "The advert opens", closes: "It closes", interviews: "Interviews", result_by: "The result" };

/** Mistakes of sense as `{steps, says}`. @param {FileValue} value @param {Role} role @returns {Mistake[]} */
export function meaningOf(value, role) {
  const index = value.roles.findIndex((found) => found.role === role.role);
  const vacancies = (value.roles[index].vacancies ?? []).flatMap((vacancy, at) => outOfOrder(vacancy, ["roles", index, "vacancies", at]));
  return [...vacancies, ...practicesTwice(value.practices), ...unreachable(value.contact)];
}

/** @param {Vacancy} vacancy @param {Steps} steps @returns {Mistake[]} */
export function outOfOrder(vacancy, steps) {
  const known = ORDER.filter((name) => vacancy[name]);
  return known.slice(1).flatMap((name, index) => {
    const before = known[index];
    const [late, early] = [vacancy[name] ?? "", vacancy[before] ?? ""];
    if (late >= early) return [];
    return [{ steps: [...steps, name], says: `${NAMES[name]} (${day(late)}) comes before: ${NAMES[before].toLowerCase()} (${day(early)}).` }];
  });
}

/** @param {Practice[]} practices @returns {Mistake[]} */
function practicesTwice(practices) {
  const seen = new Set();
  return practices.flatMap(({ ods_code }, index) => {
    if (!ods_code || !seen.has(ods_code)) {
      seen.add(ods_code);
      return [];
    }
    return [{ steps: ["practices", index, "ods_code"], says: `The code ${ods_code} appears twice among the practices.` }];
  });
}

/** @param {Contact | undefined} contact @returns {Mistake[]} */
function unreachable(contact) {
  if (!contact || contact.phone || contact.email) return [];
  return [{ steps: ["contact", "email"], says: `${contact.name} has no phone number and no email address. Add one of them.` }];
}

/**
 * The field on the page that a mistake of the file is about.
 * @param {HTMLElement} place
 * @param {Steps} steps
 * @param {FileValue} value
 * @param {Role} role
 * @returns {Field | null}
 */
export function fieldFor(place, steps, value, role) {
  const [first, index, ...rest] = steps;
  const own = first === "roles" && value.roles[Number(index)]?.role === role.role;
  const path = own ? ["overlay", ...rest] : steps;
  if (own && rest.length >= 2) {
    const id = valueAt(value, [...steps.slice(0, 4), "id"]);
    const row = typeof id === "string" ? document.getElementById(`s-${id}`) : null;
    const [found] = row ? fieldsIn(row, "textarea, input") : [];
    if (found) return found;
  }
  for (let length = path.length; length > 0; length -= 1) {
    const names = path.slice(0, length);
    const field = place.querySelector(`[data-path="${names.join(".")}"]`) ?? document.getElementById(`f-${names.join("-")}`) ?? line(names);
    if (field) return /** @type {Field} */ (field);
  }
  return null;
}

/** A line is named by its list, its place in it and its field. @param {Steps} names */
function line(names) {
  const at = names.findIndex((name) => typeof name === "number");
  return at === -1 ? null : document.getElementById(`f-${names.slice(0, at).join("-")}-${names[at]}-${names[at + 1]}`);
}
