// A tree of elements walked without recursion, however deep it is: what begins, its words, what ends.

/**
 * @param {Node} root
 * @param {{begin: (element: Element) => boolean | void, text: (words: string) => void, end: (element: Element) => void}} taker `begin` answers false for an element whose inside is passed over
 */
export function walk(root, { begin, text, end }) {
  /** @type {Node | null} */
  let node = root;
  while (node) {
    const element = node instanceof Element ? node : null;
    const inside = element ? begin(element) !== false : true;
    if (!element && (node.nodeType === Node.TEXT_NODE || node.nodeType === Node.CDATA_SECTION_NODE)) text(node.nodeValue ?? "");
    if (inside && node.firstChild) {
      node = node.firstChild;
      continue;
    }
    while (node) {
      if (node instanceof Element) end(node);
      if (node === root) return;
      if (node.nextSibling) {
        node = node.nextSibling;
        break;
      }
      node = node.parentNode;
    }
  }
}
