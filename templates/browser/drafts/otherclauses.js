// The shared clauses that a pack has gained and lost since a Word file left. The same as `knowledge/drafts/newer_role.py` tells.
import { idOf } from "./names.js";
import { sentBlocks } from "./sent.js";

/**
 * A line for each.
 * @param {unknown} sent the words that the file keeps of that day
 * @param {string[]} today the ids of the clauses of the pack now
 * @param {Map<string, string>} headings those that we know, by id
 * @param {(text: string) => string} comparable
 */
export function otherClauses(sent, today, headings, comparable) {
  const known = [...headings.keys(), ...today];
  const blocks = sentBlocks(sent, comparable).filter(({ tag }) => tag.startsWith("clause:"));
  const then = new Map(blocks.map(({ tag, says }) => [idOf(tag, known), says]));
  const named = (/** @type {string} */ id) => headings.get(id) ?? id;
  return [
    ...today.filter((id) => then.size && !then.has(id)).map((id) => `The role now has the shared clause ‘${named(id)}’`),
    ...[...then].filter(([id]) => !today.includes(id)).map(([id, says]) => `The role no longer has the shared clause ‘${named(id)}’: ${says}`),
  ];
}
