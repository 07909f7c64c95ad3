/**
 * A prefilter of patterns by concepts that must be in a text: of thousands of patterns, only the few that may match are tried. It does not
 * change the result: generator/knowledge/danger works without it.
 *
 * @typedef {import("./matcher.js").Pattern} Pattern
 */

/**
 * @template Owner
 * @param {{owner: Owner, pattern: Pattern}[]} all
 * @returns {(present: Set<string>) => Map<Owner, Pattern[]>} The patterns that may match a text with some concepts and words, by owner and in order.
 */
export function sieve(all) {
  const keys = keyed(all.map(({ pattern }) => parts(pattern)));
  const always = keys.get("") ?? [];
  return (present) => {
    const likely = new Set(always);
    for (const name of present) for (const place of keys.get(name) ?? []) likely.add(place);
    /** @type {Map<Owner, Pattern[]>} */
    const found = new Map();
    for (const place of [...likely].sort((a, b) => a - b)) {
      const { owner, pattern } = all[place];
      const list = found.get(owner);
      if (list) list.push(pattern);
      else found.set(owner, [pattern]);
    }
    return found;
  };
}

/** The required parts of a pattern, except the edges of the text, which are always there. @param {Pattern} pattern */
const parts = ({ runs }) => runs.flat().filter((part) => !part.includes("^") && !part.includes("$"));

/** The patterns by each alternative of their rarest part, which is the most selective; by "" if they have none. @param {string[][][]} all */
function keyed(all) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const own of all) for (const part of own) for (const choice of part) counts.set(choice, (counts.get(choice) ?? 0) + 1);
  /** @type {Map<string, number[]>} */
  const keys = new Map();
  all.forEach((own, place) => {
    for (const choice of rarest(own, counts)) {
      const places = keys.get(choice);
      if (places) places.push(place);
      else keys.set(choice, [place]);
    }
  });
  return keys;
}

/** @param {string[][]} own The parts of a pattern. @param {Map<string, number>} counts How often each choice stands in all patterns. */
function rarest(own, counts) {
  let [best, least] = [[""], Infinity];
  for (const part of own) {
    let common = 0;
    for (const choice of part) common += counts.get(choice) ?? 0;
    if (common < least) [best, least] = [part, common];
  }
  return best;
}
