// A document of somebody’s own, of any kind that a browser reads, as lists to take or leave: its changes, and what is besides.
import { baseOf } from "../drafts/base.js";
import { deepWords } from "../drafts/outline.js";
import { Items } from "../documents/items.js";
import { readDocument } from "../documents/kinds.js";
import { Refused } from "../documents/reading.js";
import { jobsOf } from "../jobs/jobs.js";
import { counted, joinWords } from "../text/formatting.js";
import { bringDocument } from "./bring.js";
import { hints } from "./hints.js";
import { Likeness } from "./likeness.js";
/** @import { Aside, Carried, Change, Returned } from "../drafts/types" */
/** @import { SourceDocument } from "../documents/types" */
/** @import { JobDocument } from "../jobs/types" */
/** @import { Model, Network } from "../tailor/types" */
/** @import { BringData, Brought } from "./types" */

const MOST = 400; // statements and criteria that are matched
const HOW = "Taken from a document of our own";
const NOTHING = "No job description or person specification was found in it.";

/**
 * What a document says of a role, or why it was not read: a list for each job description in it.
 * @param {Uint8Array} bytes
 * @param {BringData} data
 * @param {Model} model
 * @param {Network} network the draft that it goes into
 * @param {(text: string) => boolean} wrong whether a rule speaks against words
 * @returns {{carried: Carried, jobs: Returned[]} | {refused: string}}
 */
export function ownDocument(bytes, data, model, network, wrong) {
  try {
    const document = readDocument(bytes, data.reader);
    const jobs = jobsOf(document, new Items(data.reader.patterns.items), data.jobs).filter(({ sections, categories }) => sections.length || categories.length);
    if (!jobs.length) return { refused: NOTHING };
    const short = jobs.map((job) => shortened(job));
    const carried = /** @type {Carried} */ ({ fingerpost: 1, role: model.role.role, base: baseOf(model), network });
    const likeness = new Likeness(data.likeness);
    return { carried, jobs: short.map(({ job, cut }) => returned(document, cut, bringDocument(job, carried, likeness), carried, data, wrong)) };
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    return { refused: data.reader.refusals[error.code].map((words) => words.replace(/\{(\w+)\}/g, (_, gap) => error.gaps[gap] ?? "")).join(" ") };
  }
}

/** As much of a job description as is matched while somebody waits: a real one has some 150 sentences. @param {JobDocument} job */
function shortened(job) {
  let left = MOST;
  const first = (/** @type {number} */ count) => {
    const taken = Math.min(left, count);
    left -= taken;
    return taken;
  };
  const sections = job.sections.map((one) => ({ ...one, statements: one.statements.slice(0, first(one.statements.length)) }));
  const categories = job.categories.map((one) => ({ ...one, criteria: one.criteria.slice(0, first(one.criteria.length)) }));
  const all = [...job.sections.map(({ statements }) => statements.length), ...job.categories.map(({ criteria }) => criteria.length)].reduce((sum, count) => sum + count, 0);
  return { job: { ...job, sections, categories }, cut: all > MOST ? [`What comes after the first ${MOST} statements and criteria was not matched.`] : [] };
}

/** @param {SourceDocument} document @param {string[]} cut @param {Brought} found @param {Carried} carried @param {BringData} data @param {(text: string) => boolean} wrong @returns {Returned} */
function returned(document, cut, found, carried, data, wrong) {
  const order = Object.keys(data.groups);
  const careful = found.changes.map((change) => (change.after && wrong(change.after) ? { ...change, certainty: /** @type {const} */ ("ask") } : change));
  const changes = order.flatMap((kind) => careful.filter((change) => change.kind === kind)).map((change) => ({ ...change, how: HOW }));
  const unread = [...cut, ...document.unread.map((says) => `Not read: ${says}`)];
  const read = `Read: ${document.kind}, ${counted(document.blocks.length, "paragraph")}. ${summary(found, changes)}`;
  return { role: carried.role, network: "", changes, comments: [], unread, own: read, title: found.facts.find(([name]) => name === "title")?.[1], groups: data.groups, besides: [...besides(document, found, carried, data)] };
}

/** @param {Brought} found @param {Change[]} changes */
function summary({ same }, changes) {
  const count = (/** @type {Change["kind"]} */ kind) => changes.filter((change) => change.kind === kind).length;
  const doubts = changes.filter(({ certainty }) => certainty === "ask").length;
  return `Statements and criteria: ${same.length} in the same words, ${count("reworded")} in other words and ${count("added")} new. ${counted(doubts, "change")} to decide.`;
}

/** What is besides, as lists. @param {SourceDocument} document @param {Brought} found @param {Carried} carried @param {BringData} data @returns {Generator<Aside, void, undefined>} */
function* besides({ blocks }, { held, lacking, clauses, facts, left }, { role, base, network }, data) {
  const overlay = network?.roles.find((each) => each.role === role);
  const own = [...(overlay?.add ?? []), ...(overlay?.add_criteria ?? []), ...(overlay?.reword ?? [])];
  const sentences = [...deepWords(base.sections).flatMap(({ statements = [] }) => statements), ...base.categories.flatMap(({ criteria }) => criteria), ...own];
  const words = new Map(sentences.map(({ id, text }) => [id, text]));
  const names = new Map(data.jobs.clauses.map(({ id, names: [name] }) => [id, name]));
  const asked = hints(blocks, data.requirements[role] ?? [], data.patterns).filter(({ standing }) => standing !== "seems-met");
  /** @type {Record<string, string[]>} */
  const lists = {
    asked: asked.map(({ title, standing, missing }) => `${data.standings[standing]}: ${title}.${missing.length ? ` Not found: ${joinWords(missing)}.` : ""}`),
    lacking: lacking.map((id) => words.get(id) ?? id),
    held: held.map((id) => words.get(id) ?? id),
    facts: facts.map(([name, value]) => `${data.factNames[name] ?? name}: ${value}`),
    clauses: clauses.map((id) => names.get(id) ?? id),
    left: left.map(([text, reason]) => `${text} (${reason})`),
  };
  for (const [name, items] of Object.entries(lists)) if (items.length) yield { says: data.besides[name].replace("{count}", String(items.length)), items };
}
