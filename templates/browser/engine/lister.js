/**
 * Whether the directory mentions a thing at all: whether any service has its words, consecutively, in its name or summary.
 */
import { once } from "./once.js";

/** @param {import("./documents.js").Doc[]} docs */
export function lister(docs) {
  const services = docs.filter(({ service }) => service);
  const spoken = once(() => spokenWords(services));
  /** @type {Map<string, boolean>} */
  const known = new Map();

  /** @param {string[]} stems The stems of the words, in order. */
  function has(stems) {
    const key = stems.join(" ");
    let found = known.get(key);
    if (found === undefined) {
      const words = stems.every((stem) => spoken().has(stem));
      found = words && (stems.length === 1 || services.some(({ texts: { name, other, summary } }) => [name, other, summary].some((text) => follows(text, stems))));
      known.set(key, found);
    }
    return found;
  }

  return { has, finish: () => void spoken() };
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
