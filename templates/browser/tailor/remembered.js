// What the role said of each sentence that a draft changes, when it was changed: kept beside the draft, so that a role that changes
// later can be told. The draft itself, which is the network's file, has no place for it.
import { baseOf } from "../drafts/base.js";
import { deepWords } from "../drafts/outline.js";
import { overlayOf } from "./draft.js";
/** @import { Carried } from "../drafts/types" */
/** @import { Assessment, Level, Model, Network, Overlay } from "./types" */
/** @typedef {{role: string}} RoleId */

/** The end of the key that it is kept under. */
export const SAID = ".role";

/** A sentence of the role, with the section or category that it stood in. @typedef {{text: string, part: string, level?: Level, assessed_by?: Assessment[]}} SaidSentence */
/** Sentences of the role by id. @typedef {Record<string, SaidSentence>} Said */

/** What a file carries of the role that it was made from. @param {Carried["base"]} base @returns {Said} */
export function saidIn(base) {
  const statements = deepWords(base.sections).flatMap(({ id: part, statements: found = [] }) => found.map(({ id, text }) => /** @type {const} */ ([id, { text, part }])));
  const criteria = base.categories.flatMap(({ id: part, criteria: found }) => found.map(({ id, ...rest }) => /** @type {const} */ ([id, { ...rest, part }])));
  return Object.fromEntries([...statements, ...criteria]);
}

const CHANGED = /** @type {const} */ (["reword", "drop", "move"]);

/** A draft with what the role said beside each sentence that it changes, to leave in a file or a link. @param {Network} network @param {RoleId} role @param {Said} said @returns {Network} */
export function withSaid(network, role, said) {
  return changedEach(network, role, (entry) => {
    const found = own(said, entry.id);
    return found ? { ...entry, was: found.text } : entry;
  });
}

/** The draft of a file or a link, and what the role said when it was written, apart. @param {Network} network @param {RoleId} role @returns {{network: Network, said: Said}} */
export function saidApart(network, role) {
  /** @type {[string, SaidSentence][]} */
  const said = [];
  const bare = changedEach(network, role, ({ was, ...entry }) => {
    if (was) said.push([entry.id, { text: was, part: "" }]);
    return entry;
  });
  return { network: bare, said: Object.fromEntries(said) };
}

/** @param {Network} network @param {RoleId} role @param {<Entry extends {id: string, was?: string}>(entry: Entry) => object} change @returns {Network} */
function changedEach(network, { role }, change) {
  const lists = (/** @type {Overlay} */ overlay) => Object.fromEntries(CHANGED.flatMap((name) => (overlay[name] ? [[name, overlay[name].map((entry) => change(entry))]] : [])));
  return { ...network, roles: network.roles.map((overlay) => (overlay.role === role ? { ...overlay, ...lists(overlay) } : overlay)) };
}

/** What was said of the sentences that each draft changes. */
export class Remembered {
  /** @param {string} key of the draft in this browser @param {Model} model */
  constructor(key, model) {
    this.key = key + SAID;
    this.role = model.role;
    this.today = saidIn(baseOf(model));
    /** @type {WeakMap<Network, Said>} */
    this.known = new WeakMap();
  }

  /** What the role said of the sentences that a draft changes. @param {Network} network */
  of(network) {
    return this.known.get(network) ?? {};
  }

  /** Note it of a draft. What was not said before is what the role says today. @param {Network} network @param {Said} before */
  note(network, before) {
    const { reword = [], drop = [], move = [] } = overlayOf(network, this.role);
    const said = [...reword, ...drop, ...move].flatMap(({ id }) => {
      const found = own(before, id) ?? own(this.today, id);
      return found ? [/** @type {const} */ ([id, found])] : [];
    });
    this.known.set(network, Object.fromEntries(said));
  }

  /** Keep it in this browser. Throws where storage is refused or full. @param {Network} network */
  keep(network) {
    localStorage.setItem(this.key, JSON.stringify(this.of(network)));
  }

  /** What this browser kept. */
  kept() {
    return keptSaid(this.key.slice(0, -SAID.length));
  }
}

/** What this browser kept beside a draft, as far as it can be read. @param {string} key of the draft @returns {Said} */
export function keptSaid(key) {
  try {
    const found = JSON.parse(localStorage.getItem(key + SAID) ?? "{}");
    return Object.fromEntries(Object.entries(found).filter(([, one]) => typeof one?.text === "string" && typeof one.part === "string"));
  } catch {
    return {};
  }
}

/** @param {Said} said @param {string} id */
function own(said, id) {
  return Object.prototype.hasOwnProperty.call(said, id) ? said[id] : undefined;
}
