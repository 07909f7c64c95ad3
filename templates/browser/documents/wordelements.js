// The elements of a part of a Word file by name, and what their properties say.

const WORD = /^http:\/\/(?:schemas\.openxmlformats\.org\/wordprocessingml\/2006|purl\.oclc\.org\/ooxml\/wordprocessingml)\/main$/;
/** @type {[RegExp, string[]][]} */
const OTHERS = [
  [/markup-compatibility\/2006$/, ["Fallback"]],
  [/officeDocument\/2006\/math$/, ["t"]],
  [/drawingml\/(?:2006\/)?wordprocessingDrawing$/, ["extent"]],
  [/drawingml\/(?:2006\/)?picture$/, ["pic"]],
];
const OFF = ["0", "false", "off"];

/** The name of an element of Word’s, or of one beside them that matters; or nothing. @param {Element} element */
export function local({ namespaceURI, localName }) {
  const space = namespaceURI ?? "";
  if (WORD.test(space)) return localName;
  return OTHERS.some(([pattern, names]) => names.includes(localName) && pattern.test(space)) ? localName : "";
}

/** The value of an attribute that has a namespace. @param {Element} element @param {string} name */
export function named(element, name) {
  return [...element.attributes].find(({ localName, namespaceURI }) => namespaceURI && localName === name)?.value ?? "";
}

/** Whether a property says that it does not hold. @param {Element} element */
export const isOff = (element) => OFF.includes(named(element, "val"));
