// A list of services as text: for a message, and for the record.
import { day, isoDay, joinWords, shortDay } from "../text/formatting.js";
import { giving } from "./known.js";

/**
 * @typedef {import("./known.js").Given} Given
 * @typedef {{service: Given}[]} Services
 */

/** The best way to contact a service: its phone, text number, website or email, or the service that refers to it. @param {Partial<Given>} service */
export function contact(service) {
  if (service.phones) return service.phones[0][1];
  if (service.texts) return texted(service.texts[0]);
  if (service.site) return service.site;
  if (service.email) return service.email;
  return service.through ? reached(service.through[0]) : "";
}

/** @param {string[]} text a word, which may be empty, and a number */
export function texted([word, number]) {
  return word ? `Text ${word} to ${number}` : `Text ${number}`;
}

/** @param {string[]} way a name, and a number where one is known */
export function reached([name, number]) {
  return number ? `${name}, ${number}` : `Ask ${name}`;
}

/** The other numbers, besides the best way to contact it. @param {Given} service */
export function others(service) {
  const phones = (service.phones ?? []).slice(1).map(([label, number]) => (label ? `${label}: ${number}` : number));
  const texts = (service.texts ?? []).slice(service.phones ? 0 : 1).map(texted);
  return [...phones, ...texts];
}

function crisis() {
  return giving().crisis.map((one) => (one.kind === "text" ? `${one.name}: text ${one.word ?? ""} to ${one.number}` : `${one.name}: ${one.number}`));
}

/** @param {Given} service @param {boolean} brief */
function paragraph(service, brief) {
  /** @type {(string | undefined | false)[]} */
  const lines = [service.name];
  if (!brief) lines.push(service.summary, service.alert);
  lines.push(contact(service), ...others(service));
  if (service.open) lines.push(`Open: ${service.open.join("; ")}`);
  if (!brief) lines.push(service.start, service.phones && service.site, ...(service.places ?? []), service.cost && `Cost: ${service.cost.toLowerCase()}`);
  if (service.unsure) lines.push("Not confirmed. Check before you use it.");
  return lines.filter(Boolean).join("\n");
}

/**
 * @param {Services} shown
 * @param {string} link address of the handout; may be empty
 * @param {boolean} [brief] without the summaries, to save space
 */
export function asText(shown, link, brief = false) {
  const parts = [
    "People who can help you",
    ["If you cannot keep yourself safe, or things get worse:", ...crisis()].join("\n"),
    ...shown.map(({ service }) => paragraph(service, brief)),
    link && `See this list again: ${link}`,
  ];
  return parts.filter(Boolean).join("\n\n");
}

/** The longest text, in characters: two text messages of 153 characters each are 306. */
const TEXT_MESSAGE = 300;

/**
 * A service as one text message: its name, how to reach it, when, and its first sentence, as far as there is room.
 * @param {Given} service
 */
export function asMessage(service) {
  const told = [service.name, [contact(service), ...(service.phones ? [] : others(service))].filter(Boolean).join("; "), service.open?.length && `Open: ${service.open.join("; ")}`, service.unsure && "Not confirmed: check first"];
  const lines = told.filter(Boolean).map((line) => `${line}.`);
  const about = /^.*?[.?!](?= |$)/.exec(service.summary ?? "")?.[0] ?? "";
  const whole = [...lines, about].join(" ").trim();
  if (whole.length <= TEXT_MESSAGE) return whole;
  let short = "";
  for (const line of lines) if (`${short} ${line}`.trim().length <= TEXT_MESSAGE) short = `${short} ${line}`.trim();
  return short;
}

/** One sentence for a patient record. It names the services and the day, and no person. @param {Services} shown @param {Date} today */
export function asRecord(shown, today) {
  const names = shown.map(({ service }) => (service.record ? `${service.name} (${service.record})` : service.name));
  return `Signposted to ${joinWords(names)} on ${day(isoDay(today))}.`;
}

/** When the services of a sheet were checked with their providers, and which were only copied. @param {Services} shown */
export function whenSeen(shown) {
  const checked = shown.flatMap(({ service }) => service.checked ?? []).sort();
  const copies = shown.filter(({ service }) => service.copied);
  const copied = copies.map(({ service }) => service.copied ?? "").sort();
  const since = (/** @type {string[]} */ days) => `${days.length > 1 ? "since" : "on"} ${shortDay(days[0])}`;
  const said = [];
  if (checked.length) said.push(`Checked with the provider ${since(checked)}.`);
  if (copies.length) said.push(`Copied ${since(copied)}, not checked: ${joinWords(copies.map(({ service }) => service.name))}.`);
  return said.join(" ");
}

const LONGEST = 1900; // characters of a `mailto:` address that every mail program accepts

/**
 * A `mailto:` address without a recipient, with the longest text that fits; empty if not even the link fits.
 * @param {Services} shown
 * @param {string} link
 */
export function asMail(shown, link) {
  const mail = (/** @type {string} */ body) => `mailto:?subject=${encodeURIComponent("People who can help you")}&body=${encodeURIComponent(body.replace(/\n/g, "\r\n"))}`;
  const ways = [asText(shown, link), asText(shown, link, true), link && `People who can help you\n\n${crisis().join("\n")}\n\n${link}`];
  const fit = ways.filter(Boolean).map(mail);
  return fit.find((one) => one.length <= LONGEST) ?? "";
}
