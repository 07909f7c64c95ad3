// The sentence of a document that says most of what was looked for, with the words marked.
import { plain } from "./words.js";

export function sentence(text, terms) {
  let best = "";
  let most = 0;
  for (const one of text.split(/(?<=[.?!])\s+/)) {
    const low = plain(one);
    const count = terms.filter((term) => low.includes(term)).length;
    if (count > most && one.length < 400) [best, most] = [one, count];
  }
  return best;
}

// Text nodes and <mark> only: what the data says can never become markup.
export function marked(text, terms) {
  const made = document.createDocumentFragment();
  for (const bit of text.split(/([^\p{L}\p{N}'’]+)/u)) {
    const hit = terms.includes(plain(bit));
    const node = hit ? document.createElement("mark") : document.createTextNode(bit);
    if (hit) node.textContent = bit;
    made.append(node);
  }
  return made;
}
