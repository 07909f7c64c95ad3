// Whether a value has the form of a network's file, by the schema that editors use, told in plain words with the way to each mistake.
import { Validator } from "@cfworker/json-schema";
import { valueAt } from "./steps.js";
/** @import { Mistake, Schema, Steps } from "./types" */

const LEAVES = new Set(["type", "enum", "pattern", "minLength", "maxLength", "minimum", "maximum", "minItems", "maxItems", "required", "additionalProperties", "format"]);
/** @type {Record<string, string>} */
const KINDS = { string: "text", integer: "a whole number", boolean: "true or false", array: "a list", object: "a group of fields" };

/**
 * A function that gives every mistake of a value as `{steps, says, code}`.
 * @param {Schema} schema
 * @returns {(value: unknown) => Mistake[]}
 */
export function formsOf(schema) {
  const validator = new Validator(/** @type {import("@cfworker/json-schema").Schema} */ (schema), "2020-12", false);
  return (value) => {
    const { errors } = validator.validate(value);
    const found = errors.filter(({ keyword }) => LEAVES.has(keyword)).map((error) => mistake(error, schema, value));
    return [...new Map(found.map((one) => [JSON.stringify([one.steps, one.says]), one])).values()];
  };
}

/** @param {import("@cfworker/json-schema").OutputUnit} error @param {Schema} schema @param {unknown} value @returns {Mistake} */
function mistake({ keyword, keywordLocation, instanceLocation, error }, schema, value) {
  // What is missing, or not known, is named in the error of the group that it belongs to.
  const named = ["required", "additionalProperties"].includes(keyword) ? /"([^"]*)"/.exec(error)?.[1] : undefined;
  const steps = named ? [...stepsOf(instanceLocation), named] : stepsOf(instanceLocation);
  const wrong = valueAt(value, steps);
  const name = steps.filter((step) => typeof step === "string").pop() ?? "the file";
  return { code: keyword, steps, says: SAYS[keyword](`‘${name}’`, at(schema, keywordLocation), wrong) };
}

/** What is wrong, by the keyword of the schema. @type {Record<string, (name: string, form: Schema, wrong: unknown) => string>} */
const SAYS = {
  type: (name, form) => `${name} must be ${KINDS[form.type ?? ""] ?? form.type}.`,
  enum: (name, form) => `${name} must be one of: ${form.enum?.join(", ")}.`,
  pattern: (name, form) => form.patternErrorMessage ?? `${name} is not in the right form.`,
  minLength: (name) => `${name} has no words.`,
  maxLength: (name, form, wrong) => `${name} has ${[...String(wrong)].length} characters. The limit is ${form.maxLength}.`,
  minimum: (name, form) => `${name} must be ${form.minimum} or more.`,
  maximum: (name, form) => `${name} must be ${form.maximum} or less.`,
  minItems: (name) => `${name} must have at least one.`,
  maxItems: (name, form) => `${name} can have at most ${form.maxItems}.`,
  required: () => "This is missing.",
  additionalProperties: (name) => `${name} is not a field that a network’s file has.`,
  format: (name) => `${name} must be a day, written 2026-04-01.`,
};

/** @param {string} pointer @returns {Steps} */
function stepsOf(pointer) {
  const parts = pointer.split("/").slice(1).map((part) => decodeURIComponent(part).replace(/~1/g, "/").replace(/~0/g, "~"));
  return parts.map((part) => (/^[0-9]+$/.test(part) ? Number(part) : part));
}

/**
 * The part of the schema that a keyword stands in. A location goes through `$ref`, which leads to a definition.
 * @param {Schema} schema
 * @param {string} location
 */
function at(schema, location) {
  /** @type {Schema | undefined} */
  let form = schema;
  for (const part of stepsOf(location).slice(0, -1)) {
    form = part === "$ref" ? followed(form, schema) : /** @type {Schema | undefined} */ (valueAt(form, [part]));
  }
  return followed(form, schema) ?? {};
}

/** A part of the schema, or the definition that it refers to. @param {Schema | undefined} form @param {Schema} schema */
export function followed(form, schema) {
  return form?.$ref ? schema.$defs?.[form.$ref.split("/").pop() ?? ""] : form;
}
