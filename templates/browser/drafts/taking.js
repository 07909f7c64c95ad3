// Take changes of an edited Word file into a draft. The same as `knowledge/drafts/taking.py`: what a draft cannot hold is not taken.
import { joinWords } from "../text/formatting.js";
import { deepWords } from "./outline.js";
/** @import { AddCriterion, Addition, Network, Overlay } from "../tailor/types" */
/** @import { Carried, Change } from "./types" */

/** Fields whose words in the file are the words of the draft. */
const PLAIN_FIELDS = /** @type {const} */ (["hours", "pattern", "contract", "supervision", "responsible_for", "holiday", "pension", "probation", "travel", "learning", "works_with"]);

/** Why a draft says so: how it was changed, and by whom. @param {Change} change */
export function reasonOf({ by = [], how = "Changed in Word" }) {
  const who = joinWords([...new Set(by.flatMap(({ author }) => author ?? []))]);
  return who ? `${how} by ${who}.` : `${how}.`;
}

/** Takes changes into a copy of a draft, one by one: `network` is what it has become. */
export class Taking {
  /** @param {Carried} carried what the file was made from @param {Network} network the draft, which has an overlay of the role */
  constructor({ base, role }, network) {
    /** @type {Network} */
    this.network = JSON.parse(JSON.stringify(network));
    /** @type {Overlay} */
    this.overlay = this.network.roles.find((overlay) => overlay.role === role) ?? this.network.roles[0];
    /** @type {Map<string, AddCriterion>} */
    this.anew = new Map();
    const sections = deepWords(base.sections);
    this.criteria = new Map(base.categories.flatMap(({ id, criteria }) => criteria.map((each) => /** @type {const} */ ([each.id, { ...each, category: id }]))));
    this.order = new Map([
      ...sections.map(({ id, statements = [] }) => /** @type {[string, string[]]} */ ([id, statements.map((each) => each.id)])),
      ...base.categories.map(({ id, criteria }) => /** @type {[string, string[]]} */ ([id, criteria.map((each) => each.id)])),
    ]);
  }

  /** Take a change, and say whether it could be. @param {Change} change */
  takes(change) {
    if (change.about === "clause") return false;
    /** @type {Record<Change["kind"], (change: Change) => boolean>} */
    const steps = {
      reworded: (one) => this.reword(one), dropped: (one) => this.drop(one), added: (one) => this.add(one), moved: (one) => this.move(one),
      level: (one) => this.rank(one), assessed: (one) => this.rank(one), field: (one) => this.fill(one), text: (one) => this.profile(one),
    };
    return steps[change.kind](change);
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
    if (this.own(id)) {
      const stays = (/** @type {Addition} */ each) => each.id !== id;
      if (this.overlay.add) this.overlay.add = this.overlay.add.filter(stays);
      if (this.overlay.add_criteria) this.overlay.add_criteria = this.overlay.add_criteria.filter(stays);
      return true;
    }
    this.overlay.reword = (this.overlay.reword ?? []).filter((each) => each.id !== id);
    this.overlay.drop = [...(this.overlay.drop ?? []).filter((each) => each.id !== id), { id, because: reasonOf(change) }];
    return true;
  }

  /** @param {Change} change */
  add(change) {
    const { section, follows = "", after = "", about, level, assessed_by } = change;
    if (!section) return false;
    const made = { id: this.newId(section), text: after, because: reasonOf(change), ...this.spot(section, follows) };
    if (about === "statement") {
      this.overlay.add = [...(this.overlay.add ?? []), { ...made, section }];
      return true;
    }
    if (!level || !assessed_by) return false;
    this.overlay.add_criteria = [...(this.overlay.add_criteria ?? []), { ...made, category: section, level, assessed_by: [...assessed_by] }];
    return true;
  }

  /** What the network added itself can be put elsewhere. Sentences of the role have no other place than their own yet. @param {Change} change */
  move({ id, about, section, follows = "" }) {
    const own = this.own(id);
    if (!own || !section) return false;
    Object.assign(own, { [about === "statement" ? "section" : "category"]: section });
    delete own.after;
    delete own.before;
    Object.assign(own, this.spot(section, follows));
    return true;
  }

  /** Level and assessment: the criterion is left out and added anew, as its own, with the words that it has now. @param {Change} change */
  rank(change) {
    const { id = "", kind, level, assessed_by } = change;
    if (kind === "level" ? !level : !assessed_by) return false;
    const own = /** @type {AddCriterion | undefined} */ (this.own(id)) ?? this.anew.get(id) ?? this.madeAnew(id, change);
    if (!own) return false;
    if (level && kind === "level") own.level = level;
    if (assessed_by && kind === "assessed") own.assessed_by = [...assessed_by];
    return true;
  }

  /** @param {string} id @param {Change} change */
  madeAnew(id, change) {
    const base = this.criteria.get(id);
    if (!base) return undefined;
    const { text } = this.overlay.reword?.find((each) => each.id === id) ?? base;
    const { category, level } = base;
    /** @type {AddCriterion} */
    const own = { id: this.newId(category), text, because: reasonOf(change), category, level, assessed_by: [...base.assessed_by], ...this.spot(category, this.before(category, id)) };
    this.drop(change);
    this.overlay.add_criteria = [...(this.overlay.add_criteria ?? []), own];
    this.anew.set(id, own);
    return own;
  }

  /** @param {string} section @param {string} id */
  before(section, id) {
    const order = this.order.get(section) ?? [];
    return order[order.indexOf(id) - 1] ?? "";
  }

  /** `after` or `before` an id of the base role, which alone may be named: behind the nearest above. @param {string} section @param {string} follows */
  spot(section, follows) {
    const order = this.order.get(section) ?? [];
    if (order.includes(follows)) return { after: follows };
    const own = this.own(follows);
    if (own) return { ...(own.after && { after: own.after }), ...(own.before && { before: own.before }) };
    return order.length && !follows ? { before: order[0] } : {};
  }

  /** @param {string} section */
  newId(section) {
    const known = new Set([...this.order.values()].flat());
    let number = 1;
    while (known.has(`${section}-own-${number}`) || this.own(`${section}-own-${number}`)) number += 1;
    return `${section}-own-${number}`;
  }

  /** @param {Change} change */
  fill({ id, after }) {
    const name = PLAIN_FIELDS.find((each) => each === id);
    if (name && after) this.overlay.fill = { ...this.overlay.fill, [name]: after };
    else if (id === "adjustments" && after) this.network.adjustments = after;
    else return false;
    return true;
  }

  /** A paragraph on who the network is. @param {Change} change */
  profile({ before = "", after }) {
    const { profile = [] } = this.network;
    if (!after || !profile.includes(before)) return false;
    profile[profile.indexOf(before)] = after;
    return true;
  }
}
