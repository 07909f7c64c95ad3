// What is wrong with one answer, told where it stands. The forms and their words are those of the schema.

/** The mistake of an answer, or nothing. `dataset` is the field's. */
export function wrongWith({ path = "", key = "", kind }, value, shared) {
  if (value === undefined) return "";
  const form = formAt(path ? path.split(".") : [], key, shared.schema);
  if (!form) return "";
  for (const text of Array.isArray(value) ? value.map((one) => one.name ?? one) : [value]) {
    const says = one(form.items ?? form, text, kind);
    if (says) return says;
  }
  return "";
}

function one(form, value, kind) {
  if (kind === "number" || form.type === "integer") return typeof value === "number" ? range(form, value) : "Write a whole number, such as 13420.";
  if (form.pattern && !new RegExp(form.pattern, "u").test(value)) return form.patternErrorMessage ?? "This is not written as it must be.";
  const length = [...String(value)].length;
  return form.maxLength && length > form.maxLength ? `This is ${length} characters. The most is ${form.maxLength}.` : "";
}

function range(form, value) {
  if (value < (form.minimum ?? value)) return `Write ${form.minimum} or more.`;
  return value > (form.maximum ?? value) ? `Write ${form.maximum} or less.` : "";
}

// The part of the schema that says how an answer is written.
function formAt(steps, key, schema) {
  const follow = (form) => (form?.$ref ? schema.$defs[form.$ref.split("/").pop()] : form);
  let form = steps[0] === "overlay" ? schema.$defs.Overlay : schema;
  for (const step of [...steps.filter((name) => name !== "overlay"), ...(key ? [0, key] : [])]) {
    form = follow(form);
    form = form?.items && /^[0-9]+$/.test(String(step)) ? form.items : form?.properties?.[step];
  }
  return follow(form);
}
