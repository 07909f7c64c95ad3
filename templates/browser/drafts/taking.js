// Take changes of an edited Word file into a draft. The same as `knowledge/drafts/taking.py`: what a draft cannot hold is not taken.
import { orderIn, partOf, put, withOrder } from "../tailor/placing.js";
import { freeSection } from "./names.js";
import { deepWords } from "./outline.js";
import { takeLevel } from "./takinglevels.js";
import { dropSection, putSection } from "./takingsections.js";
import { reasonOf, takeClause, takeField, takeHeading, takeLine, takeProfile } from "./takingwords.js";
/** @import { Parts } from "../tailor/placing.js" */
/** @import { Addition, Network, Overlay } from "../tailor/types" */
/** @import { Carried, Change } from "./types" */

/** The statements of all sections and the criteria of all categories, by what a change is about. @param {Carried["base"]} base @returns {Record<string, Parts>} */
function partsOf(base) {
  const ids = (/** @type {{id: string}[]} */ list) => list.map((each) => each.id);
  return {
    statement: { list: "add", key: "section", homes: new Map(deepWords(base.sections).map(({ id, statements = [] }) => [id, ids(statements)])) },
    criterion: { list: "add_criteria", key: "category", homes: new Map(base.categories.map(({ id, criteria }) => [id, ids(criteria)])) },
  };
}

/** Takes changes into a copy of a draft, one by one: `network` is what it has become. */
export class Taking {
  /** @param {Carried} carried what the file was made from @param {Network} network the draft, which has an overlay of the role @param {Change[]} [changes] all that came home */
  constructor({ base, role }, network, changes = []) {
    /** @type {Network} */
    this.network = JSON.parse(JSON.stringify(network));
    /** @type {Overlay} */
    this.overlay = this.network.roles.find((overlay) => overlay.role === role) ?? this.network.roles[0];
    /** The id of each criterion that is the network's own now, by its id in the role. @type {Map<string, string>} */
    this.anew = new Map();
    /** What was added just now: the file that came home names none of it. @type {Set<string>} */
    this.fresh = new Set();
    const sections = deepWords(base.sections);
    this.criteria = new Map(base.categories.flatMap(({ id, criteria }) => criteria.map((each) => /** @type {const} */ ([each.id, { ...each, category: id }]))));
    this.threeLines = base.in_three_lines ?? [];
    /** What the role said, by id. @type {Map<string, string>} */
    this.words = new Map([...sections.flatMap(({ statements = [] }) => statements), ...this.criteria.values()].map(({ id, text }) => [id, text]));
    this.headings = new Map(sections.map(({ id, heading }) => [id, heading]));
    this.ours = base.sections.map(({ id }) => id);
    /** The sections that are new in what came home. */
    this.offered = new Map(changes.filter(({ about, kind }) => about === "section" && kind === "added").map((change) => [change.id ?? "", change]));
    /** The id in the draft of each of them that was taken. @type {Map<string, string>} */
    this.begun = new Map();
    this.parts = partsOf(base);
    const { homes } = this.parts.statement;
    for (const { id } of this.overlay.add_sections ?? []) if (!homes.has(id)) homes.set(id, []);
  }

  /** Take a change, and say whether it could be. @param {Change} change */
  takes(change) {
    if (change.about === "clause") return takeClause(this.overlay, change);
    if (change.about === "section") return change.kind === "added" ? this.section(change) : dropSection(this.overlay, this.ours, change.id ?? "");
    /** @type {Record<Change["kind"], (change: Change) => boolean>} */
    const steps = {
      reworded: (one) => this.reword(one), dropped: (one) => this.drop(one), added: (one) => this.add(one), moved: (one) => this.move(one),
      level: (one) => takeLevel(this, one), assessed: (one) => takeLevel(this, one), field: (one) => takeField(this.network, this.overlay, one), text: (one) => takeProfile(this.network, one) || takeHeading(this.overlay, this.headings, one) || takeLine(this.network, this.overlay, this.threeLines, one),
    };
    return steps[change.kind](change);
  }

  /** A new section. It comes along with the first sentence that goes into it, if it was not taken itself. @param {Change} change */
  section(change) {
    const { id = "", after = "", follows = "" } = change;
    if (this.begun.has(id)) return true;
    const { homes } = this.parts.statement;
    const name = homes.has(id) ? freeSection(homes) : id;
    this.begun.set(id, name);
    homes.set(name, []);
    putSection(this.overlay, this.ours, { id: name, heading: after, because: reasonOf(change) }, this.begun.get(follows) ?? follows);
    return true;
  }

  /** The section or category that a change goes into, as the draft names it; nothing where there is none. @param {Change} change */
  into({ about, section = "" }) {
    const offered = about === "statement" ? this.offered.get(section) : undefined;
    if (offered) this.section(offered);
    const name = (offered && this.begun.get(section)) ?? section;
    return this.parts[about].homes.has(name) ? name : "";
  }

  /** What the network added under an id. @param {string | undefined} id @returns {Addition | undefined} */
  own(id) {
    return [...(this.overlay.add ?? []), ...(this.overlay.add_criteria ?? [])].find((each) => each.id === id);
  }

  /** @param {Change} change */
  reword(change) {
    const { id = "", after = "" } = change;
    this.overlay.reword ??= [];
    const known = this.own(id) ?? this.overlay.reword.find((each) => each.id === id);
    if (known) {
      known.text = after;
      if ("short" in known) delete known.short;
    } else this.overlay.reword.push({ id, text: after, because: reasonOf(change) });
    return true;
  }

  /** @param {Change} change */
  drop(change) {
    const { id = "" } = change;
    const parts = this.parts[change.about];
    const part = partOf(this.overlay, parts, id);
    const order = orderIn(this.overlay, parts, part ?? "").filter((other) => other !== id);
    const others = (/** @type {{id: string}} */ each) => each.id !== id;
    if (this.own(id)) Object.assign(this.overlay, { [parts.list]: this.overlay[parts.list]?.filter(others) });
    else {
      this.overlay.reword = (this.overlay.reword ?? []).filter(others);
      this.overlay.drop = [...(this.overlay.drop ?? []).filter(others), { id, because: reasonOf(change) }];
    }
    if (part) this.overlay = this.become(withOrder(this.overlay, parts, part, order));
    return true;
  }

  /** @param {Overlay} overlay */
  become(overlay) {
    this.network.roles[this.network.roles.indexOf(this.overlay)] = overlay;
    return overlay;
  }

  /** @param {Change} change */
  add(change) {
    const { after = "", about, level, assessed_by } = change;
    const section = this.into(change);
    if (!section) return false;
    if (change.id && this.restored(change, section)) return true;
    const made = { id: this.newId(section), text: after, because: reasonOf(change) };
    if (about === "statement") this.overlay.add = [...(this.overlay.add ?? []), { ...made, section }];
    else if (level && assessed_by) this.overlay.add_criteria = [...(this.overlay.add_criteria ?? []), { ...made, category: section, level, assessed_by: [...assessed_by] }];
    else return false;
    this.fresh.add(made.id);
    this.place(made.id, change, section);
    return true;
  }

  /** A sentence of the role that this draft leaves out and another has: only a comparison of drafts names what it adds. @param {Change} change @param {string} section */
  restored(change, section) {
    const { id = "", after = "" } = change;
    const { drop = [], reword = [] } = this.overlay;
    if (!drop.some((each) => each.id === id)) return false;
    const others = (/** @type {{id: string}} */ each) => each.id !== id;
    const anew = after === this.words.get(id) ? [] : [{ id, text: after, because: reasonOf(change) }];
    this.overlay.drop = drop.filter(others);
    this.overlay.reword = [...reword.filter(others), ...anew];
    this.place(id, change, section);
    for (const move of this.overlay.move ?? []) move.because ??= reasonOf(change);
    return true;
  }

  /** Put a sentence elsewhere, the role's or the network's own. @param {Change} change */
  move(change) {
    const { id = "" } = change;
    const section = this.into(change);
    if (!section) return false;
    this.place(id, change, section);
    for (const move of this.overlay.move ?? []) move.because ??= reasonOf(change);
    return true;
  }

  /** Put a sentence where the file has it: behind what it follows there, and behind what was added in between. @param {string} id @param {Change} change @param {string} section */
  place(id, { about, follows = "" }, section) {
    const parts = this.parts[about];
    const order = orderIn(this.overlay, parts, section).filter((other) => other !== id);
    let at = order.includes(follows) ? order.indexOf(follows) + 1 : follows ? order.length : 0;
    while (at < order.length && this.fresh.has(order[at])) at += 1;
    this.overlay = this.become(put(this.overlay, parts, id, section, at));
  }

  /** @param {string} section */
  newId(section) {
    const known = new Set(Object.values(this.parts).flatMap(({ homes }) => [...homes.values()].flat()));
    let number = 1;
    while (known.has(`${section}-own-${number}`) || this.own(`${section}-own-${number}`)) number += 1;
    return `${section}-own-${number}`;
  }
}
