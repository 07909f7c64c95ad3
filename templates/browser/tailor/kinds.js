// How an answer is written in a field, and what of it is kept in the draft. A draft holds no hidden character and no line break in a text.
/** @import { Base, Kind, Model } from "./types" */

/** Functions to show a value in a field and to read it back, by the field's kind. @param {Pick<Model, "clean">} model @returns {Record<string, Kind>} */
export function kindsOf({ clean: { oneLine: clean, paragraphs } }) {
  /** @type {Kind} */
  const text = { show: (value) => String(value ?? ""), read: (field) => clean(field.value) || undefined };
  /** Several texts in one field. @param {string} join @param {RegExp} [parts] what also parts them @returns {Kind} */
  const many = (join, parts) => ({
    show: (value) => (Array.isArray(value) ? value.join(join) : ""),
    read: (field) => some(paragraphs(field.value).flatMap((text) => (parts ? text.split(parts).map(clean).filter(Boolean) : [text]))),
  });
  return {
    text,
    phone: text,
    email: text,
    date: text,
    code: { show: text.show, read: (field) => clean(field.value).toUpperCase().replace(/ /g, "") || undefined },
    number: { show: (value) => String(value ?? ""), read: (field) => whole(clean(field.value)) },
    paragraphs: many("\n\n"),
    list: many("\n", /;/),
    sentences: many("\n"),
    bases: { show: (value) => (Array.isArray(value) ? value.map(shownBase).join("; ") : ""), read: (field) => some(paragraphs(field.value).flatMap((text) => text.split(";")).map(clean).filter(Boolean).map(base)) },
    yes: { show: (value) => (value ? "yes" : ""), read: (field) => field.checked || undefined },
  };
}

/**
 * @template Item
 * @param {Item[]} list
 */
function some(list) {
  return list.length ? list : undefined;
}

/** Figures may be grouped: 13,420. What is no number stays as it was typed, and is told. @param {string} text */
function whole(text) {
  const figures = text.replace(/[, ]/g, "");
  return /^[0-9]{1,9}$/.test(figures) ? Number(figures) : text || undefined;
}

/** @param {Base} base */
function shownBase({ name, share }) {
  return share ? `${name} (${share})` : name;
}

/** `Northgate Surgery (three days a week)`: a place, and how much of the post is there. @param {string} text @returns {Base} */
function base(text) {
  const found = /^(.+?)\s*\(([^()]+)\)$/.exec(text);
  return found ? { name: found[1], share: found[2] } : { name: text };
}
