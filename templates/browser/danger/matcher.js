/**
 * Match patterns of concepts in words. generator/knowledge/danger/matcher.py does the same, and defines patterns.
 *
 * @typedef {Map<string, number[]>} Spans What stands at one place: each concept or word there, with the places where it ends.
 * @typedef {{runs: string[][][], gap: number, within: number}} Pattern
 */
const NUMBERS = Object.entries({ NUMBER: [0, 1e9], MANY: [8, 1e9], UNDER18: [1, 17], UNDER5: [1, 4] });

/** @param {string} text @param {number} gap @param {number} within @returns {Pattern} */
export const pattern = (text, gap, within) => ({ runs: text.split(" & ").map((run) => run.split(" ").map((part) => part.split("|"))), gap, within });

/**
 * The concepts at each position of a text.
 * @param {string[]} words
 * @param {import("./lexicon.js").Lexicon} lexicon
 * @returns {Spans[]}
 */
export function stands(words, { single, longer }) {
  return words.map((word, at) => {
    /** @type {Spans} */
    const here = new Map([[word, [at + 1]]]);
    const put = (/** @type {string} */ name, /** @type {number} */ end) => void (here.get(name)?.push(end) ?? here.set(name, [end]));
    for (const name of [...(single.get(word) ?? []), ...figures(word)]) put(name, at + 1);
    for (const { rest, names } of longer.get(word) ?? []) {
      if (rest.every((other, i) => words[at + 1 + i] === other)) for (const name of names) put(name, at + 1 + rest.length);
    }
    return here;
  });
}

/** @param {string} word */
const figures = (word) => (/^[0-9]+$/.test(word) ? NUMBERS.filter(([, [least, most]]) => least <= Number(word) && Number(word) <= most).map(([name]) => name) : []);

/**
 * Every match of a pattern in a text: the first for each start of its first run.
 * @param {Pattern} wanted
 * @param {Spans[]} at
 * @param {Set<string>} present All that stands anywhere.
 * @returns {number[][]} The positions of the matched words.
 */
export function find({ runs, gap, within }, at, present) {
  /** @type {number[][][]} */
  const found = [];
  for (const run of runs) {
    if (!run.every((part) => part.some((choice) => choice === "^" || choice === "$" || present.has(choice)))) return [];
  }
  for (const run of runs) {
    const places = at.map((_, start) => from(run, 0, start, start, gap, at)).filter((one) => one?.length);
    if (!places.length) return [];
    found.push(/** @type {number[][]} */ (places));
  }
  const [first, ...others] = found;
  return first.map((places) => others.reduce(joined, places)).filter((together) => runs.length === 1 || together[together.length - 1] - together[0] < within);
}

/** Extend a match with the nearest match of another run. @param {number[]} together @param {number[][]} run */
function joined(together, run) {
  const reach = (/** @type {number[]} */ other) => Math.max(together[together.length - 1], other[other.length - 1]) - Math.min(together[0], other[0]);
  let near = run[0];
  for (const other of run) if (reach(other) < reach(near)) near = other;
  return [...new Set([...together, ...near])].sort((a, b) => a - b);
}

/** The positions that the rest of a run matches, if its next part begins between two positions. @param {string[][]} run @param {number} part @param {number} low @param {number} high @param {number} gap @param {Spans[]} at @returns {number[] | null} */
function from(run, part, low, high, gap, at) {
  if (part === run.length) return [];
  if (run[part][0] === "^") return low ? null : from(run, part + 1, low, high, gap, at);
  if (run[part][0] === "$") return low === at.length ? [] : null;
  for (let start = low; start <= Math.min(high, at.length - 1); start++) {
    for (const choice of run[part]) {
      for (const end of at[start].get(choice) ?? []) {
        const rest = from(run, part + 1, end, end + gap, gap, at);
        if (rest) return [...Array.from({ length: end - start }, (_, i) => start + i), ...rest];
      }
    }
  }
  return null;
}
