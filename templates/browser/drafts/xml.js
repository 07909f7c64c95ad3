// Names in a Word file’s XML, the same for the usual namespaces and the Strict ones. The same as `knowledge/source_documents/word_names.py`.

/** @type {Record<string, string>} */
const ROOTS = {
  "http://purl.oclc.org/ooxml/wordprocessingml/main": "w",
  "http://schemas.openxmlformats.org/wordprocessingml/2006/main": "w",
  "http://schemas.openxmlformats.org/markup-compatibility/2006": "mc",
};

/** The name of an element with its usual prefix: `w:p`. Of other elements, their own name. @param {Element} element */
export function wordName(element) {
  const prefix = ROOTS[element.namespaceURI ?? ""];
  return prefix ? `${prefix}:${element.localName}` : element.localName;
}

/** An attribute by its bare name, in whichever namespace the file has it. @param {Element | undefined} element @param {string} name */
export function wordAttribute(element, name) {
  return [...(element?.attributes ?? [])].find(({ localName }) => localName === name)?.value ?? "";
}

/** The first element of a name right inside another. @param {Element | undefined} element @param {string} name */
export function childOf(element, name) {
  return [...(element?.children ?? [])].find((child) => wordName(child) === name);
}

/** Every element of a name inside another, at any depth. @param {Element} element @param {string} name */
export function inside(element, name) {
  return [...element.getElementsByTagName("*")].filter((found) => wordName(found) === name);
}

/** A sign by its code, or nothing where the code is none, or one of the private area that says nothing to a reader. @param {string} code */
export function signOf(code) {
  if (!/^[0-9A-CEFa-cef][0-9A-Fa-f]{3}$/.test(code)) return "";
  const sign = String.fromCharCode(Number.parseInt(code, 16));
  return sign >= "\uf000" && sign <= "\uf0ff" ? "" : sign;
}
