/**
 * Places of a query where somebody is registered with a practice, beside those where they live: "lives in Potters Bar, registered in Barnet".
 */

/** Words before a place or a practice that say so: "registered with a GP in", "her surgery is in". */
const BEFORE = /\b(?:registered|(?:his|her|their|my|the|whose|with|a|with a|is) (?:gp|doctor|doctors|surgery|practice)|gp|surgery|practice)(?: (?:patient|is|are|at|in|with|near|a|an|the|gp|doctor|doctors|surgery|practice))* *$/i;
/** Words before a home. */
const HOME = /\b(?:lives?|living|resident) (?:in|at|near) *$/i;
/** Names of practices end like this. */
const PRACTICE = /\b(?:surgery|practice|medical centre|health centre|doctors|gp)$/i;

/**
 * Whether a place of a query is that of the practice, and where the words begin and end that say so, or that it is a home.
 * @param {string} text
 * @param {number} at Where the place begins.
 * @param {number} end
 * @returns {{registered: boolean, since: number, until: number}}
 */
export function registeredAt(text, at, end) {
  const before = text.slice(0, at);
  const found = BEFORE.exec(before);
  return { registered: found !== null || PRACTICE.test(text.slice(at, end)), since: (found ?? HOME.exec(before))?.index ?? at, until: at };
}
