// What is wrong with one answer, told where it stands. The forms and their words are those of the schema.
import { followed } from "./forms.js";
/** @import { Schema, Shared } from "./types" */

/** Where a field stands, from its data attributes. @typedef {{path?: string, key?: string, kind?: string}} Asked */

/** The mistake of an answer, or nothing. `dataset` is the field's. @param {Asked} asked @param {unknown} value @param {Shared} shared */
export function wrongWith({ path = "", key = "", kind }, value, shared) {
  if (value === undefined) return "";
  const form = formAt(path ? path.split(".") : [], key, shared.schema);
  if (!form) return "";
  if (Array.isArray(value) && form.maxItems && value.length > form.maxItems) return `There are ${value.length} lines. The maximum is ${form.maxItems}.`;
  for (const text of Array.isArray(value) ? value.map((part) => part.name ?? part) : [value]) {
    const says = one(form.items ?? form, text, kind);
    if (says) return says;
  }
  return "";
}

/** Whether a question has an answer that can be used: the one rule by which a blank is filled. @param {Asked} asked @param {unknown} value @param {Shared} shared */
export function answered(asked, value, shared) {
  return value !== undefined && !wrongWith(asked, value, shared);
}

/** @param {Schema} form @param {unknown} value @param {string | undefined} kind */
function one(form, value, kind) {
  if (kind === "number" || form.type === "integer") return typeof value === "number" ? range(form, value) : "Write a whole number, such as 13420.";
  if (form.pattern && !new RegExp(form.pattern, "u").test(String(value))) return form.patternErrorMessage ?? "This is not in the right form.";
  const length = [...String(value)].length;
  return form.maxLength && length > form.maxLength ? `This is ${length} characters. The most is ${form.maxLength}.` : "";
}

/** @param {Schema} form @param {number} value */
function range(form, value) {
  if (value < (form.minimum ?? value)) return `Write ${form.minimum} or more.`;
  return value > (form.maximum ?? value) ? `Write ${form.maximum} or less.` : "";
}

/**
 * The part of the schema that says how an answer is written.
 * @param {string[]} steps
 * @param {string} key
 * @param {Schema} schema
 * @returns {Schema | undefined}
 */
function formAt(steps, key, schema) {
  let form = steps[0] === "overlay" ? schema.$defs?.Overlay : schema;
  for (const step of [...steps.filter((name) => name !== "overlay"), ...(key ? [0, key] : [])]) {
    form = followed(form, schema);
    form = form?.items && /^[0-9]+$/.test(String(step)) ? form.items : form?.properties?.[step];
  }
  return followed(form, schema);
}
