/**
 * Whether the directory mentions a thing at all: whether any service has its words, consecutively, in its name or summary.
 */
import { textsOf } from "./documents.js";
import { once } from "./once.js";

/** @param {import("./documents.js").Doc[]} docs @param {import("./shelf.js").Shelf | null} shelf @param {import("./words.js").Talk} talk */
export function lister(docs, shelf, talk) {
  const services = docs.filter(({ service }) => service);
  const spoken = once(() => spokenWords(services));
  /** @type {Map<string, boolean>} */
  const known = new Map();

  /** @param {string[]} stems The stems of the words, in order. */
  function has(stems) {
    const key = stems.join(" ");
    let found = known.get(key);
    if (found === undefined) {
      const words = stems.every((stem) => (shelf ?? spoken()).has(stem));
      found = words && (stems.length < 2 || (shelf ? fetched(stems, shelf) : services).some((doc) => saying(doc, stems)));
      known.set(key, found);
    }
    return found;
  }

  /** Whether a text of a service has these words one after the other. @param {import("./documents.js").Doc} doc @param {string[]} stems */
  const saying = ({ texts: { name, other, summary } }, stems) => [name, other, summary].some((text) => follows(text, stems));

  /** The services of a large directory that may have these words, with their texts. @param {string[]} stems @param {import("./shelf.js").Shelf} from */
  function fetched(stems, from) {
    const found = from.having(stems);
    from.meeting(found);
    for (const doc of found) if (doc.service && !doc.texts.name.length) doc.texts = textsOf(doc.service, talk);
    return found;
  }

  return { has, finish: () => void (shelf ?? spoken()) };
}

/** The stem of every word in names and summaries. @param {import("./documents.js").Doc[]} services */
function spokenWords(services) {
  /** @type {Set<string>} */
  const found = new Set();
  for (const { texts: { name, other, org, summary } } of services) for (const text of [name, other, org, summary]) for (const { stem, small } of text) if (!small) found.add(stem);
  return found;
}

/** Whether these stems are consecutive in a text, with only small talk between them. @param {import("./words.js").Read[]} text @param {string[]} stems */
function follows(text, stems) {
  for (let start = 0; start < text.length; start++) {
    let [at, next] = [start, 0];
    while (at < text.length && next < stems.length && (text[at].stem === stems[next] || (next && text[at].small))) if (text[at++].stem === stems[next]) next++;
    if (next === stems.length) return true;
  }
  return false;
}
