// Lines of a document that say one sentence of a role between them, as one wording: the same as `knowledge/bringing/together.py`.
/** @import { SentenceMatch } from "./types" */

/**
 * For the place of the line that is most like a sentence: its words with those of the other lines that say the same.
 * @param {string[]} texts
 * @param {Map<number, SentenceMatch>} found
 * @returns {Map<number, string>}
 */
export function saidTogether(texts, found) {
  const places = [...found.keys()].sort((one, other) => one - other);
  const single = [...found].filter(([, { again }]) => !again);
  return new Map(single.map(([at, { id }]) => [at, joined(places.filter((other) => found.get(other)?.id === id).map((other) => texts[other]))]));
}

/** Lines with semicolons between them, each once. @param {string[]} lines */
function joined(lines) {
  if (lines.length === 1) return lines[0];
  const bare = lines.map((line, at) => line.replace(/^(?:or|and) /i, (lead) => (at ? lead.toLowerCase() : lead)).replace(/[\s.;,]+$/, ""));
  return [...new Set(bare)].join("; ") + (lines[0].endsWith(".") ? "." : "");
}
