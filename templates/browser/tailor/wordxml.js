// WordprocessingML in the browser: finding content controls and setting their words. Words are always text, never markup.

const W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

/** Elements below one, by their name in Word's own namespace. @param {Element | Document} node @param {string} name */
export function all(node, name) {
  return [...node.getElementsByTagNameNS(W, name)];
}

/** The first element of a name, or nothing. @param {Element | Document} node @param {string} name */
export function first(node, name) {
  /** @type {Element | undefined} */
  const found = node.getElementsByTagNameNS(W, name)[0];
  return found;
}

/** The first element of a name, where a Word file of ours has one. @param {Element | Document} node @param {string} name */
export function one(node, name) {
  return must(first(node, name), name);
}

/**
 * What a Word file of ours has.
 * @template Found
 * @param {Found | null | undefined} found
 * @param {string} what
 * @returns {Found}
 */
export function must(found, what) {
  if (found === undefined || found === null) throw new Error(`The Word file has no ${what}`);
  return found;
}

/** A copy of an element with everything in it. @param {Element} element */
export function copyOf(element) {
  return /** @type {Element} */ (element.cloneNode(true));
}

/** An attribute in Word's namespace. @param {Element | null | undefined} node @param {string} name */
export function attribute(node, name) {
  return node?.getAttributeNS(W, name) ?? "";
}

/** Set an attribute in Word's namespace. @param {Element} node @param {string} name @param {string} value */
export function setAttribute(node, name, value) {
  node.setAttributeNS(W, `w:${name}`, value);
}

/** The tag of a content control. @param {Element} control */
export function tagOf(control) {
  return attribute(first(control, "tag"), "val");
}

/**
 * Whether a control's tag is `wanted`. Word takes 64 characters: a longer tag is its first 56 and a sign of the rest.
 * @param {Element} control
 * @param {string} wanted
 */
export function isTagged(control, wanted) {
  const tag = tagOf(control);
  return wanted.length <= 64 ? tag === wanted : tag.startsWith(`${wanted.slice(0, 56)}~`);
}

/** The content control of a tag within an element. @param {Element} node @param {string} wanted */
export function control(node, wanted) {
  return all(node, "sdt").find((found) => isTagged(found, wanted));
}

/** The content control of a tag, where a Word file of ours has one. @param {Element} node @param {string} tag */
export function filled(node, tag) {
  return must(control(node, tag), tag);
}

/**
 * Give a copied control its own tag, with the title and the bookmark that go with it: a name may be in a file once only.
 * @param {Element} node what holds the control and its bookmark
 * @param {Element} found the control
 * @param {string} tag
 * @param {number} number no other control or bookmark has it
 */
export function rename(node, found, tag, number) {
  const properties = one(found, "sdtPr");
  const [kind, name] = tag.split(":");
  setAttribute(one(properties, "tag"), "val", tag.slice(0, 64));
  setAttribute(one(properties, "alias"), "val", `${kind[0].toUpperCase()}${kind.slice(1)}: ${name}`.slice(0, 64));
  setAttribute(one(properties, "id"), "val", String(number));
  const start = one(node, "bookmarkStart");
  setAttribute(start, "name", tag.replaceAll(/[^A-Za-z0-9]/g, "_").slice(0, 40));
  for (const mark of [start, one(node, "bookmarkEnd")]) setAttribute(mark, "id", String(number));
}

/** All words of an element. @param {Element} node */
export function wordsOf(node) {
  return all(node, "t").map(({ textContent }) => textContent).join("");
}

/** Put words in place of those of an element, in the look of its first. @param {Element} node @param {string} words */
export function setWords(node, words) {
  const [kept, ...others] = all(node, "t");
  kept.textContent = words;
  kept.setAttribute("xml:space", "preserve");
  for (const other of others) other.textContent = "";
}

/**
 * Fill a control in. Where nothing is known its placeholder says so, which typing replaces.
 * @param {Element} found
 * @param {string} words
 * @param {{tag?: string, title?: string, filled?: boolean}} [how]
 */
export function fillIn(found, words, { tag, title, filled = true } = {}) {
  const properties = one(found, "sdtPr");
  if (tag) setAttribute(one(properties, "tag"), "val", tag.slice(0, 64));
  if (title) setAttribute(one(properties, "alias"), "val", `${title}: ${tagOf(found).replace(/^\w+:/, "")}`.slice(0, 64));
  setWords(one(found, "sdtContent"), words);
  const shown = first(properties, "showingPlcHdr");
  if (filled) {
    shown?.remove();
    return;
  }
  if (!shown) properties.insertBefore(made(found, "showingPlcHdr"), first(properties, "text") ?? null);
  const run = one(found, "r");
  if (!first(run, "rPr")) run.prepend(made(found, "rPr"));
  one(run, "rPr").replaceChildren(made(found, "rStyle", "PlaceholderText"));
}

/** A new element of Word's, with its value. @param {Element} node @param {string} name @param {string} [value] */
export function made(node, name, value) {
  const element = node.ownerDocument.createElementNS(W, `w:${name}`);
  if (value !== undefined) setAttribute(element, "val", value);
  return element;
}

/** The style of a paragraph, by its id. @param {Element} paragraph */
export function styleOf(paragraph) {
  return attribute(first(paragraph, "pStyle"), "val");
}

/** What stands under the heading of a part, up to the next part: the elements of the body. @param {Element} body @param {string} id */
export function partOf(body, id) {
  const name = `_Toc_${id}`.replace(/-/g, "_").slice(0, 40);
  const blocks = [...body.children];
  const start = blocks.findIndex((block) => all(block, "bookmarkStart").some((mark) => attribute(mark, "name") === name));
  if (start === -1) return [];
  const end = blocks.findIndex((block, index) => index > start && (styleOf(block) === "Heading1" || block.localName === "sectPr"));
  return blocks.slice(start, end === -1 ? undefined : end);
}

/** The next content control's number. @param {Element} body */
export function freeNumber(body) {
  return 1 + Math.max(...all(body, "sdtPr").map((properties) => Number(attribute(first(properties, "id"), "val")) || 0));
}
