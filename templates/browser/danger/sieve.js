/**
 * Patterns by what must stand in a text for them to stand in it: of thousands, only the few that may are looked for. Nothing else is told by it:
 * generator/knowledge/danger does without.
 *
 * @typedef {import("./matcher.js").Pattern} Pattern
 */

/**
 * @template Owner
 * @param {{owner: Owner, pattern: Pattern}[]} all
 * @returns {(present: Set<string>) => Map<Owner, Pattern[]>} The patterns that may stand among some concepts and words, by their owners and in their order.
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

/** The parts of a pattern, of each of which something must stand in the text: the edges of a text are always there. @param {Pattern} pattern */
const parts = ({ runs }) => runs.flat().filter((part) => !part.includes("^") && !part.includes("$"));

/** The patterns by each choice of the part that is rarest among all patterns, and so says most; by "" where they have none. @param {string[][][]} all */
function keyed(all) {
  /** @type {Map<string, number>} */
  const counts = new Map();
  for (const choice of all.flat(2)) counts.set(choice, (counts.get(choice) ?? 0) + 1);
  const common = (/** @type {string[]} */ part) => part.reduce((sum, choice) => sum + (counts.get(choice) ?? 0), 0);
  /** @type {Map<string, number[]>} */
  const keys = new Map();
  all.forEach((own, place) => {
    const rarest = own.length ? own.reduce((best, part) => (common(part) < common(best) ? part : best)) : [""];
    for (const choice of new Set(rarest)) keys.set(choice, [...(keys.get(choice) ?? []), place]);
  });
  return keys;
}
