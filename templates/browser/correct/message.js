// The correction as a text that people and `fingerpost services import` read, and the links that send it.
/** @import { Correcting, Shown } from "./types" */

/** The longest link that mail programs on Windows take, in characters. */
export const LONGEST_LINK = 2000;

/**
 * @typedef {object} Correction
 * @property {string} id @property {string} name of the service @property {Shown} was @property {Shown} now only what differs
 * @property {string} known how they know @property {string} by who says so @property {string} note
 */

/** The text: YAML, with JSON for each value. @param {Correction} correction @param {Correcting} site @param {Date} today */
export function messageOf({ id, name, was, now, known, by, note }, site, today) {
  const lines = [
    `# A correction of ‘${name}’, checked by no one yet`,
    `correction_of: ${id}`,
    `page: ${JSON.stringify(`${site.address.replace(/\/$/, "")}/services/${id}/`)}`,
    `made_on: ${today.toISOString().slice(0, 10)}`,
    `how_known: ${JSON.stringify(known)}`,
    ...(by ? [`sent_by: ${JSON.stringify(by)}`] : []),
    ...(note ? [`note: ${JSON.stringify(note)}`] : []),
    ...fields("was", was),
    ...fields("now", now),
    "# The correction ends here",
  ];
  return `${lines.join("\n")}\n`;
}

/** @param {string} title @param {Shown} shown */
const fields = (title, shown) => (Object.keys(shown).length ? [`${title}:`, ...Object.entries(shown).map(([field, value]) => `  ${field}: ${JSON.stringify(value)}`)] : []);

/** The link that begins a mail, or opens the form where problems are reported. @param {string} report @param {string} name @param {string} text */
export function reportLink(report, name, text) {
  const mail = report.startsWith("mailto:");
  const body = encodeURIComponent(mail ? text.replace(/\n/g, "\r\n") : text);
  return `${report}${report.includes("?") ? "&" : "?"}${mail ? "subject" : "title"}=${encodeURIComponent(titleOf(name))}&body=${body}`;
}

/** The link to a new issue, where the repository is on GitHub. @param {string} repository @param {string} name @param {string} text */
export function issueLink(repository, name, text) {
  if (!/^https:\/\/github\.com\/[^/]+\/[^/]+\/?$/.test(repository)) return "";
  const body = `\`\`\`yaml\n${text}\`\`\`\n`;
  return `${repository.replace(/\/$/, "")}/issues/new?title=${encodeURIComponent(titleOf(name))}&body=${encodeURIComponent(body)}`;
}

/** @param {string} name */
const titleOf = (name) => `Correction: ${name}`;
